/** Http whose refusals are told without the secrets that were sent: some providers repeat them in what they say. */
import type { Http, HttpAnswer } from '../../ports/http.ts';
import type { Credentials } from '../../ports/publisher.ts';

/** What may be shown of credentials; every other name is a secret's. */
const SHOWN: ReadonlySet<string> = new Set([
  'by',
  'server',
  'handle',
  'page',
  'user',
  'owner',
  'chat',
  'host',
  'port',
  'region',
  'from',
  'number',
  'template',
  'language',
  'variables',
]);

/** What is shorter is no secret, and would be found in every word. */
const FEWEST_CHARACTERS = 6;

export const secretsIn = (credentials: Credentials): readonly string[] =>
  Object.entries(credentials).flatMap(([name, value]) => (SHOWN.has(name) ? [] : [value]));

/** JSON may write a slash with a backslash before it. */
const writtenAs = (secret: string): readonly string[] => [secret, secret.replaceAll('/', String.raw`\/`)];

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= FEWEST_CHARACTERS)
    .flatMap(writtenAs)
    .reduce((quiet, secret) => quiet.replaceAll(secret, '…'), text);

const quiet = (answer: HttpAnswer, secrets: readonly string[]): HttpAnswer =>
  answer.is === 'answered' && answer.status >= 400
    ? { ...answer, text: withoutSecrets(answer.text, secrets) }
    : answer;

/** Successes come as they are: a new token may be the old one. */
export const quietHttp = (http: Http, secrets: readonly string[]): Http => ({
  call: async (call) => quiet(await http.call(call), secrets),
});
