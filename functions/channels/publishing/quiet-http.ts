/** Http whose refusals are told without the secrets that were sent: some providers repeat them in what they say. */
import * as z from 'zod';
import { withoutSecrets } from '../../core/without-secrets.ts';
import type { Http, HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Credentials } from '../../ports/publisher.ts';
import { jsonOf } from './answers.ts';

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

/** A shorter step of a path is a word. */
const FEWEST_IN_A_STEP = 16;

/** Of a secret address, what the other side repeats when it says that it knows no such path. */
const inAddress = (value: string): readonly string[] => {
  if (!/^https?:/u.test(value) || !URL.canParse(value)) return [];
  const { pathname, search, searchParams, username, password } = new URL(value);
  const steps = pathname.split('/').filter(({ length }) => length >= FEWEST_IN_A_STEP);
  return [pathname + search, pathname, ...searchParams.values(), username, password, ...steps];
};

export const secretsIn = (credentials: Credentials): readonly string[] =>
  Object.entries(credentials).flatMap(([name, value]) =>
    SHOWN.has(name) ? [] : [value, ...inAddress(value)],
  );

/** A token may be younger than the credentials, as that of a session is. */
const sentIn = ({ headers }: HttpCall): readonly string[] =>
  Object.entries(headers ?? {}).flatMap(([name, value]) =>
    name.toLowerCase() === 'authorization' ? [value.replace(/^\S+ /u, '')] : [],
  );

/** JSON writes some characters as it likes, so that its texts are looked at as they are read. */
const quietText = (text: string, secrets: readonly string[]): string => {
  const quiet = (one: string): string => withoutSecrets(one, secrets);
  try {
    const json: unknown = JSON.parse(text, (_name, value: unknown) =>
      typeof value === 'string' ? quiet(value) : value,
    );
    return JSON.stringify(json);
  } catch {
    return quiet(text);
  }
};

const Failed = z.object({ error: z.unknown() });

/** Some say what went wrong with a success. */
const isRefusal = ({ status, text }: Extract<HttpAnswer, { is: 'answered' }>): boolean =>
  status < 200 || status >= 300 || Failed.safeParse(jsonOf(text)).success;

const quiet = (answer: HttpAnswer, secrets: readonly string[]): HttpAnswer =>
  answer.is === 'answered' && isRefusal(answer)
    ? { ...answer, text: quietText(answer.text, secrets) }
    : answer;

/** Successes come as they are: a new token may be the old one. */
export const quietHttp = (http: Http, secrets: readonly string[]): Http => ({
  call: async (call) => quiet(await http.call(call), [...secrets, ...sentIn(call)]),
});
