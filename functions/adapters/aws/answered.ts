/** What an AWS service that sends messages said, from the SDK's errors. The SDK must not ask twice: `maxAttempts` is 1. */
import { withoutSecrets } from '../../core/without-secrets.ts';
import type { MessageAnswer } from '../../ports/mail.ts';

const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** What these say holds for every message of the account: no addressee has rejected anything. */
const OF_ACCOUNT = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'LimitExceededException',
  'ServiceQuotaExceededException',
  'SendingPausedException',
  'AccountSuspendedException',
  'MailFromDomainNotVerifiedException',
  'NO_ORIGINATION_IDENTITIES_FOUND',
  'RESOURCE_NOT_ACTIVE',
]);
const OPTED_OUT = 'DESTINATION_PHONE_NUMBER_OPTED_OUT';

const statusOf = (error: object): number | undefined => {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
    ? Number(metadata.httpStatusCode)
    : undefined;
};

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

/** Why, where End User Messaging says so. */
const causeOf = (error: Error): string => ('Reason' in error ? String(error.Reason) : '');

const answerTo = (error: Error, { accessKeyId = '', secretAccessKey = '' }: AwsAccess): MessageAnswer => {
  const status = '$response' in error || '$fault' in error ? statusOf(error) : undefined;
  const said = withoutSecrets(error.message, [accessKeyId, secretAccessKey]).replace(/\s+/gu, ' ');
  const reason = `AWS answered ${status ?? ''} ${error.name}: ${said.slice(0, 300)}`;
  if (status === undefined)
    return NOT_CONNECTED.has(codeOf(error))
      ? { is: 'not-taken', reason: `No connection to AWS (${codeOf(error)}).` }
      : { is: 'unanswered', reason: `AWS did not answer (${codeOf(error)}).` };
  const cause = causeOf(error);
  if (status === 429 || OF_ACCOUNT.has(error.name) || OF_ACCOUNT.has(cause))
    return { is: 'not-taken', reason, ...(status === 429 && { rateLimited: true }) };
  if (status === 401 || status === 403) return { is: 'not-taken', reason, unauthorised: true };
  if (status < 400 || status >= 500) return { is: 'unanswered', reason };
  return { is: 'refused', reason, ...(cause === OPTED_OUT && { gone: 'opted-out' }) };
};

/** A reason repeats nothing of the access. */
export const answered = async (
  access: AwsAccess,
  call: () => Promise<string | undefined>,
): Promise<MessageAnswer> => {
  try {
    const id = await call();
    return id === undefined
      ? { is: 'unanswered', reason: 'AWS answered without an id.' }
      : { is: 'taken', id };
  } catch (error) {
    return answerTo(error instanceof Error ? error : new Error(String(error)), access);
  }
};

export interface AwsAccess {
  readonly region: string;
  /** Absent where the home's own role is used. */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly endpoint?: string;
}

/** For a client that asks once and gives up after so many seconds. */
export const clientOptions = (
  { region, accessKeyId, secretAccessKey, endpoint }: AwsAccess,
  seconds: number,
) => ({
  region,
  maxAttempts: 1,
  ...(accessKeyId !== undefined &&
    secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
  requestHandler: { requestTimeout: seconds * 1000, throwOnRequestTimeout: true, connectionTimeout: 5000 },
  ...(endpoint !== undefined && { endpoint }),
});
