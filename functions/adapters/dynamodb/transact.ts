/** Sends one transaction, again while it meets others, and says what a refusal of it means. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Refused } from '../../core/errors.ts';
import type { Action } from './action.ts';

const MOST_ACTIONS = 100;

export type Sleep = (milliseconds: number) => Promise<void>;

const ATTEMPTS = 8;
const FIRST_WAIT = 10;
const LONGEST_WAIT = 640;

const CONTENTION = new Set([
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const TOO_LARGE = /exceed\w*[^.]*(?:size|4 ?MB)|size[^.]*exceed/iu;

const reasonsOf = (error: unknown): readonly CancellationReason[] =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];

const isContention = (error: unknown): boolean =>
  error instanceof Error &&
  (CONTENTION.has(error.name) || reasonsOf(error).some(({ Code }) => CONTENTION.has(Code ?? '')));

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  ((error.name === 'ValidationException' && TOO_LARGE.test(error.message)) ||
    reasonsOf(error).some(
      ({ Code, Message }) =>
        Code === 'ItemCollectionSizeLimitExceeded' ||
        (Code === 'ValidationError' && TOO_LARGE.test(Message ?? '')),
    ));

/** The action whose condition did not hold, the idempotency row before all others. */
const failedAction = (error: unknown, actions: readonly Action[]): Action | undefined => {
  const reasons = reasonsOf(error);
  const failed = actions.filter((_, at) => reasons[at]?.Code === 'ConditionalCheckFailed');
  return failed.find(({ failing }) => failing === 'once') ?? failed[0];
};

const forgotChain = (error: unknown, actions: readonly Action[], action: Action): boolean => {
  const found = reasonsOf(error)[actions.indexOf(action)]?.Item?.['rev']?.N;
  return found !== undefined && found === String(action.rev);
};

const meaningOf = (error: unknown, actions: readonly Action[]): unknown => {
  if (isTooLarge(error)) return new Refused('too-large', 'This is more than can be saved at once.');
  const failed = failedAction(error, actions);
  if (failed === undefined) return error;
  if (forgotChain(error, actions, failed)) {
    return new Error(
      `The head ${failed.key.pk} ${failed.key.sk} was written without the chain it had when read`,
    );
  }
  const key = { pk: failed.key.pk, sk: failed.key.sk };
  if (failed.failing === 'stale') {
    return new Refused('stale', 'This changed since it was read; read it again.', { key });
  }
  return failed.failing === 'once'
    ? new Refused('already-exists', 'This was asked before.', { key, once: true })
    : new Refused('already-exists', 'This is there already.', { key });
};

const pause = (attempt: number): number =>
  Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT) * (0.5 + Math.random());

/** The token makes sending again safe. @throws Refused `stale`, `already-exists`, `too-large`, `busy`. */
export const transact = async (
  { client, sleep }: { readonly client: DynamoDBDocumentClient; readonly sleep: Sleep },
  actions: readonly Action[],
  token: string,
): Promise<void> => {
  if (actions.length > MOST_ACTIONS) {
    throw new Refused(
      'too-large',
      `This needs ${actions.length} rows at once; at most ${MOST_ACTIONS} can be saved together.`,
    );
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: actions.map(({ item }) => item),
          ClientRequestToken: token,
        }),
      );
      return;
    } catch (error) {
      if (failedAction(error, actions) !== undefined || !isContention(error)) throw meaningOf(error, actions);
    }
    await sleep(pause(attempt));
  }
  throw new Refused('busy', 'Others are changing the same thing right now; try again in a moment.');
};
