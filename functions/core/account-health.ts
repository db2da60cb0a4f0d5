/** How an account's connection is: what the last look found, when it ends, and when to look again. Pure. */
import type { AccountToken } from './account-token.ts';
import type { AccountId } from './ids.ts';
import { instantOf, isBefore, millisOf, plusSeconds } from './instant.ts';

export const HEALTH_RESULTS = ['well', 'refused', 'unknown'] as const;
export type HealthResult = (typeof HEALTH_RESULTS)[number];

export interface AccountHealth {
  readonly lookAt: string;
  readonly checkAt: string;
  readonly checkedAt?: string;
  readonly result?: HealthResult;
  /** Who the provider says it is, or why it is not well. */
  readonly says?: string;
  /** The fewest days before its end that its owner was told of. */
  readonly told?: number;
  /** Its entries still have to be held, or to be let go on. */
  readonly entriesWait?: true;
}

const DAY = 24 * 3600;
const HOUR = 3600;
/** Each account's own second within two hours, so that those connected together are not always checked together. */
const SPREAD = 2 * HOUR;
const TELL_AT_DAYS = [1, 3, 7] as const;
/** Renewed when an eighth of its life is left: a quarter of an hour of X's two hours, a week of 60 days. */
const LEFT_OF_LIFE = 1 / 8;
const TRY_AGAIN = { least: 120, most: 6 * HOUR } as const;

const spreadOf = (id: AccountId): number => {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % SPREAD;
  return sum;
};

/** A day later or a little sooner; an hour where nobody could tell. */
export const nextCheck = (id: AccountId, result: HealthResult, now: string): string =>
  plusSeconds(now, result === 'unknown' ? HOUR : DAY - spreadOf(id));

const secondsBetween = (from: string, to: string): number => (millisOf(to) - millisOf(from)) / 1000;

/** When the connection ends unless somebody connects it again; undefined where nobody knows of an end. */
export const endOf = ({ expiresAt, renewableUntil, renews }: AccountToken): string | undefined =>
  renews === 'by-refresh-token' ? renewableUntil : expiresAt;

/** Whole days that are left, of which the last one counts; 0 when it is over. */
export const daysLeft = (end: string, now: string): number =>
  Math.max(0, Math.ceil(secondsBetween(now, end) / DAY));

const lifeOf = ({ renewedAt, connectedAt, expiresAt }: AccountToken): number | undefined =>
  expiresAt === undefined ? undefined : secondsBetween(renewedAt ?? connectedAt, expiresAt);

/** Undefined where there is nothing to renew. Where no end is known, renewing finds it out: some tokens must be a day old. */
export const renewAt = (token: AccountToken): string | undefined => {
  const { expiresAt, renewedAt, connectedAt, renews } = token;
  if (renews === undefined) return undefined;
  const life = lifeOf(token);
  return expiresAt === undefined || life === undefined
    ? plusSeconds(renewedAt ?? connectedAt, DAY + HOUR)
    : plusSeconds(expiresAt, -Math.round(life * LEFT_OF_LIFE));
};

/** Whether it may be used for days still, though it cannot be renewed. */
export const lastsForDays = ({ expiresAt }: AccountToken, now: string): boolean =>
  expiresAt === undefined || daysLeft(expiresAt, now) > 1;

/** After a renewal that did not come off: sooner for what lives shorter. */
const renewAgain = (token: AccountToken, now: string): string | undefined => {
  const at = renewAt(token);
  if (at === undefined || isBefore(now, at)) return at;
  const patience = Math.round((lifeOf(token) ?? Infinity) / 48);
  return plusSeconds(now, Math.min(TRY_AGAIN.most, Math.max(TRY_AGAIN.least, patience)));
};

/** How many days to tell of now: 7, 3 and 1, each once. */
export const toTell = (end: string, told: number | undefined, now: string): number | undefined => {
  const left = daysLeft(end, now);
  const due = TELL_AT_DAYS.find((days) => left <= days);
  return due !== undefined && due < (told ?? Infinity) ? due : undefined;
};

const tellNext = (end: string, now: string): readonly string[] =>
  TELL_AT_DAYS.map((days) => plusSeconds(end, -days * DAY)).filter((at) => isBefore(now, at));

/** The first of everything that there is to look at, at least a second from now. */
export const nextLook = (checkAt: string, token: AccountToken | undefined, now: string): string => {
  const end = token && endOf(token);
  const renew = token && renewAgain(token, now);
  const all = [
    checkAt,
    ...(renew === undefined ? [] : [renew]),
    ...(end === undefined ? [] : tellNext(end, now)),
  ];
  const first = Math.min(...all.map((at) => millisOf(at)));
  return instantOf(Math.max(first, millisOf(now) + 1000));
};
