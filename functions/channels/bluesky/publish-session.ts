/** Sessions at a Bluesky server: one log-in serves an account for as long as it can be renewed, since a day allows few of them. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { Outcome } from '../../core/entry.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';
import { jsonOf, prepared, reasonOf } from '../publishing/answers.ts';
import { logIn, renew } from './publish-call.ts';

export const Session = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string().optional(),
  did: z.string(),
  handle: z.string(),
});
export type Session = z.infer<typeof Session>;

type Opened = ReturnType<typeof prepared<Session>>;
type Retry = Extract<Outcome, { is: 'retry' }>;

interface Kept {
  /** An instant; after it the session is renewed before it is used. */
  readonly until: string;
  readonly opening: Promise<Opened>;
}

/** Servers let a token for calls live for two hours or so; what is not renewed in time is, when they say that it ended. */
const FRESH_SECONDS = 3600;
const OVER = '1970-01-01T00:00:00Z';
const MOST_KEPT = 1000;
const SOON_SECONDS = 1;

/** Of this process alone, and nowhere written down. */
const kept = new Map<string, Kept>();

/** Other credentials, another session. */
const keyOf = ({ baseUrl, credentials: { handle, password } }: Given): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify([baseUrl, handle, password]))));

const keep = (key: string, one: Kept): void => {
  kept.delete(key);
  kept.set(key, one);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
};

const sessionIn = (given: Given, answer: HttpAnswer): Opened =>
  prepared(answer, given.clock.now(), (json) => Session.safeParse(json).data);

/** A token for renewing that is taken no more leaves the password. */
const renewed = async (given: Given, before: Promise<Opened>): Promise<Opened> => {
  const last = await before;
  const token = last.is === 'done' ? last.value.refreshJwt : undefined;
  if (token === undefined) return sessionIn(given, await logIn(given));
  const came = sessionIn(given, await renew(given, token));
  const isOver = came.is === 'rejected' || (came.is === 'retry' && came.unauthorised === true);
  return isOver ? sessionIn(given, await logIn(given)) : came;
};

const openedAnew = async (given: Given, before: Kept | undefined): Promise<Opened> =>
  before ? renewed(given, before.opening) : sessionIn(given, await logIn(given));

/** What did not come off is not kept; a renewal may come off the next time. */
const opened = async (given: Given, key: string, before: Kept | undefined): Promise<Opened> => {
  let came: Opened | undefined;
  try {
    came = await openedAnew(given, before);
    return came;
  } finally {
    if (came?.is !== 'done') {
      if (before) keep(key, { ...before, until: OVER });
      else kept.delete(key);
    }
  }
};

/** The account's session, whoever of this process opened it; of several that want one at once, one does. */
export const sessionOf = (given: Given): Promise<Opened> => {
  const [key, now] = [keyOf(given), given.clock.now()];
  const before = kept.get(key);
  if (before && isBefore(now, before.until)) return before.opening;
  const opening = opened(given, key, before);
  keep(key, { until: plusSeconds(now, FRESH_SECONDS), opening });
  return opening;
};

/** Of what has just been opened otherwise. */
export const keepSession = (given: Given, value: Session): void =>
  keep(keyOf(given), {
    until: plusSeconds(given.clock.now(), FRESH_SECONDS),
    opening: Promise.resolve({ is: 'done', value }),
  });

/** Of a password that is taken no more. */
export const forgetSession = (given: Given): void => void kept.delete(keyOf(given));

const Failed = z.object({ error: z.string() });
const ENDED: readonly string[] = ['ExpiredToken', 'InvalidToken'];

/** Undefined unless the server says that the session ended: then nothing was done, and the next try has another. */
export const sessionEnded = (given: Given, answer: HttpAnswer): Retry | undefined => {
  if (answer.is !== 'answered') return undefined;
  const key = keyOf(given);
  const now = given.clock.now();
  if (answer.status === 401) kept.delete(key);
  const said = answer.status === 400 ? Failed.safeParse(jsonOf(answer.text)).data?.error : undefined;
  if (said === undefined || !ENDED.includes(said)) return undefined;
  const ended = kept.get(key);
  if (ended) keep(key, { ...ended, until: OVER });
  return { is: 'retry', after: plusSeconds(now, SOON_SECONDS), reason: reasonOf(answer) };
};
