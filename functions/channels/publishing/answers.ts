/** What a provider's answer says for certain: only what surely did nothing may be tried again. */
import * as z from 'zod';
import type { Outcome } from '../../core/entry.ts';
import { plusSeconds } from '../../core/instant.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Health, Posted } from '../../ports/publisher.ts';

type Answered = Extract<HttpAnswer, { is: 'answered' }>;
type Retry = Extract<Outcome, { is: 'retry' }>;
/** What one call can come to. */
export type CallOutcome = Extract<Outcome, { is: 'published' | 'rejected' | 'retry' | 'unconfirmed' }>;
type Rejected = Extract<Outcome, { is: 'rejected' }>;

const PATIENCE = { notSent: 30, rateLimited: 60, troubled: 60, unauthorised: 1, outdated: 60 } as const;
/** The longest grace that there is, in seconds: whatever waits for longer is missed before. */
const MOST_PATIENCE = 7 * 86_400;
const REASON_CHARACTERS = 300;

/** JSON of an answer; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const DETAILS = ['error_user_msg', 'error_description', 'detail', 'message', 'description', 'title', 'error'];

/** The provider's own words, from wherever it puts them. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return wordsOf(value[0]);
  if (typeof value !== 'object' || value === null) return undefined;
  const known: Readonly<Record<string, unknown>> = { ...value };
  for (const name of [...DETAILS, 'errors']) {
    const words = wordsOf(known[name]);
    if (words !== undefined) return words;
  }
  return undefined;
}

const InBody = z.object({ parameters: z.object({ retry_after: z.number() }) });

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** What a person reads: the provider's own words about a refusal and the status, in one line. */
export function reasonOf({ status, text }: Answered): string {
  if (isSuccess(status)) return `The provider answered ${status}, but not what was asked for.`;
  const words = (wordsOf(jsonOf(text)) ?? '').replace(/\s+/gu, ' ');
  const shown = Array.from(words).slice(0, REASON_CHARACTERS).join('');
  return shown === '' ? `The provider answered ${status}.` : `The provider answered ${status}: ${shown}`;
}

/** `Retry-After` in seconds or as a date; Telegram says it in the body. */
function patienceOf({ headers, text }: Answered, now: string): number {
  const said =
    headers['retry-after'] ?? InBody.safeParse(jsonOf(text)).data?.parameters.retry_after.toString();
  if (said === undefined) return PATIENCE.rateLimited;
  const seconds = /^\d+$/u.test(said) ? Number(said) : (Date.parse(said) - Date.parse(now)) / 1000;
  return Number.isFinite(seconds)
    ? Math.min(Math.max(1, Math.ceil(seconds)), MOST_PATIENCE)
    : PATIENCE.rateLimited;
}

const retry = (now: string, seconds: number, reason: string): Retry => ({
  is: 'retry',
  after: plusSeconds(now, seconds),
  reason,
});

/** What did certainly nothing, whatever was asked: a refused connection, a token that is not taken, a version that is spoken no more, a rate limit. */
function surelyNothing(answer: HttpAnswer, now: string): Retry | undefined {
  if (answer.is === 'not-sent') return retry(now, PATIENCE.notSent, answer.reason);
  if (answer.is === 'unanswered') return undefined;
  if (answer.status === 401)
    return { ...retry(now, PATIENCE.unauthorised, reasonOf(answer)), unauthorised: true };
  if (answer.status === 426) {
    const waitsFor = reasonOf(answer);
    return { ...retry(now, PATIENCE.outdated, waitsFor), waitsFor };
  }
  return answer.status === 429
    ? { ...retry(now, patienceOf(answer, now), reasonOf(answer)), rateLimited: true }
    : undefined;
}

/** Statuses by which a provider says that it did not take the request; 408 and 409 may follow an act. */
const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 409;

/** What came of the one create call. A success whose answer names no post is read back, as is everything uncertain. */
export function createOutcome(
  answer: HttpAnswer,
  now: string,
  posted: (json: unknown) => Posted | undefined,
): CallOutcome {
  const nothing = surelyNothing(answer, now);
  if (nothing) return nothing;
  if (answer.is !== 'answered') return { is: 'unconfirmed', reason: answer.reason };
  if (isRefusal(answer.status)) return { is: 'rejected', reason: reasonOf(answer) };
  const found = isSuccess(answer.status) ? posted(jsonOf(answer.text)) : undefined;
  return found ? { is: 'published', ...found } : { is: 'unconfirmed', reason: reasonOf(answer) };
}

/** A repeatable call of `prepare`: its JSON, or why not. Trouble that may pass is tried again. */
export function prepared<T>(
  answer: HttpAnswer,
  now: string,
  read: (json: unknown) => T | undefined,
): { readonly is: 'done'; readonly value: T } | Retry | Rejected {
  const nothing = surelyNothing(answer, now);
  if (nothing) return nothing;
  if (answer.is !== 'answered') return retry(now, PATIENCE.troubled, answer.reason);
  if (isRefusal(answer.status)) return { is: 'rejected', reason: reasonOf(answer) };
  const value = isSuccess(answer.status) ? read(jsonOf(answer.text)) : undefined;
  return value === undefined ? retry(now, PATIENCE.troubled, reasonOf(answer)) : { is: 'done', value };
}

/** Empty for what is no text. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The JSON of a successful read; undefined where nobody knows. */
export const readJson = (answer: HttpAnswer): unknown =>
  answer.is === 'answered' && isSuccess(answer.status) ? jsonOf(answer.text) : undefined;

const NOT_TAKEN: readonly number[] = [401, 403];

/** What a look at the credentials says; `as` is who they speak for, absent where the answer does not tell. */
export function healthOf(
  answer: HttpAnswer,
  as: string | undefined,
  notTaken: readonly number[] = NOT_TAKEN,
): Health {
  if (as !== undefined) return { is: 'well', as };
  return answer.is === 'answered' && notTaken.includes(answer.status)
    ? { is: 'refused', reason: reasonOf(answer) }
    : { is: 'unknown', reason: 'The provider does not say whose credentials these are.' };
}
