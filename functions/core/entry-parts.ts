/** Posts of several parts: a thread's further posts and a first comment, each with its own intent and outcome. Pure. */
import type { Attempt, Entry, Outcome, PartDelivery } from './entry.ts';
import { became, type EntryTransition } from './entry-became.ts';
import type { EventType } from './events.ts';
import { plusSeconds } from './instant.ts';
import { LEASE_SECONDS } from './lease.ts';

const isLive = ({ outcome }: PartDelivery): boolean => outcome?.is === 'published';

/** What of it can be seen already: from then on only the rest changes, and only what is live is corrected. */
export const isPartlyLive = ({ parts = [] }: Entry): boolean => parts.some(isLive) && !parts.every(isLive);

export const hasMissingParts = ({ parts = [] }: Entry): boolean => !parts.every(isLive);

/** `2 of 3 parts are live`; of a correction, `2 of 3 parts are corrected`. */
export const partsText = ({ parts = [], correction }: Pick<Entry, 'parts' | 'correction'>): string =>
  `${parts.filter(isLive).length} of ${parts.length} parts are ${correction ? 'corrected' : 'live'}`;

/** The first of the payload's parts that is not live, and what is live before it, in order. */
export const nextPart = (
  { parts = [] }: Entry,
  all: readonly string[],
): { readonly part: string; readonly before: readonly PartDelivery[] } | undefined => {
  const before = parts.filter(isLive);
  const part = all.find((name) => !before.some((one) => one.part === name));
  return part === undefined ? undefined : { part, before };
};

/** The parts as the intent of one of them leaves them. */
export const partsIntended = (entry: Entry, part: string, all: readonly string[]): readonly PartDelivery[] =>
  (entry.parts ?? all.map((name) => ({ part: name }))).map((one) => (one.part === part ? { part } : one));

/** The entry with the outcome at its part; one that is to be tried again has none. */
export const withPartOutcome = (
  entry: Entry,
  came: Outcome,
  part: string | undefined = entry.attempt?.part,
): Entry => {
  if (!entry.parts || part === undefined) return entry;
  const known =
    came.is === 'published' || came.is === 'rejected' || came.is === 'unconfirmed'
      ? { part, outcome: came }
      : { part };
  return { ...entry, parts: entry.parts.map((one) => (one.part === part ? known : one)) };
};

/** Where the main post is: what the calendar links to. */
export const mainOutcome = (
  { parts = [] }: Entry,
  came: Extract<Outcome, { is: 'published' }>,
): Extract<Outcome, { is: 'published' }> => {
  const main = parts[0]?.outcome;
  return main?.is === 'published' ? main : came;
};

const withoutPart = ({ number, claimedAt, leaseUntil }: Attempt): Attempt => ({
  number,
  claimedAt,
  leaseUntil,
});

/**
 * A part is live and more follow: whoever sends goes on under a lease of its own, and what was settled later goes back
 * on the calendar. Its grace begins anew, since half a post is worse than a late one.
 */
export const goOnWithParts = (
  entry: Entry,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  now: string,
): EntryTransition => {
  const { attempt } = entry;
  const waitedUntil = now;
  if (entry.state !== 'publishing' || !attempt)
    return became(entry, 'scheduled', type, data, {
      wakeAt: now,
      waitedUntil,
      ...(attempt && { attempt: withoutPart(attempt) }),
    });
  const leaseUntil = plusSeconds(now, LEASE_SECONDS);
  return became(entry, 'publishing', type, data, {
    attempt: { ...withoutPart(attempt), leaseUntil },
    wakeAt: leaseUntil,
    waitedUntil,
  });
};

/** What is live stays live: the entry says so, and that the rest will not follow by itself. */
export const endInPart = (entry: Entry, reason: string): EntryTransition =>
  became(
    entry,
    'failed',
    'entry.failed',
    { attempt: entry.attempts, reason },
    { outcome: { is: 'rejected', reason } },
  );
