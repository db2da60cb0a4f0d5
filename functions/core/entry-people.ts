/** Sends to people: whom an entry came to so far, over all its turns, and what it is once the rest is stopped. Pure. */
import type { Entry, Outcome, Reached } from './entry.ts';
import { became, type EntryTransition } from './entry-became.ts';
import { withinGrace } from './grace.ts';
import { isBefore } from './instant.ts';
import { NOBODY, type SendingCounts } from './sending.ts';

type GoesOn = Extract<Outcome, { is: 'goes-on' }>;
type Sent = Extract<Outcome, { is: 'sent' }>;

/** Whether somebody has it already, or may have it. */
export const reachesSomebody = ({ reached }: Entry): boolean =>
  reached !== undefined && reached.counts.sent + reached.counts.unconfirmed > 0;

/** Whether there is anybody left whom it may be sent to: who rejected it, or was never asked. */
export const hasUnreached = ({ reached, outcome }: Entry): boolean =>
  reached === undefined
    ? outcome?.is === 'sent' && outcome.counts.rejected > 0
    : reached.counts.rejected > 0 || reached.all === undefined;

/** The rest follows. Its grace counts from the last who got it, and begins anew with nobody's refusal. */
export const goOnToPeople = (
  entry: Entry,
  came: GoesOn,
  data: Readonly<Record<string, unknown>>,
): EntryTransition => {
  const { counts, sentAt, all } = came;
  const reached: Reached = { counts, ...(all && { all }) };
  const since = entry.waitedUntil ?? entry.slot.instant;
  const isLater = sentAt !== undefined && isBefore(since, sentAt);
  const next: Entry = { ...entry, reached, ...(isLater && { waitedUntil: sentAt }) };
  return became(next, 'scheduled', 'entry.goes-on', data, {
    outcome: came,
    wakeAt: withinGrace(next, came.after),
  });
};

/** Whoever got it has it. Where nobody did, the rest decides; no machine can find out more of an unconfirmed one. */
export const sentToPeople = (was: Entry, came: Sent, now: string): EntryTransition => {
  const entry: Entry = { ...was, reached: { counts: came.counts, all: true } };
  const data = { attempt: entry.attempts, ...came };
  const { sent, unconfirmed: unknown } = came.counts;
  if (sent > 0)
    return became(entry, 'published', 'entry.published', data, { outcome: came, publishedAt: now });
  return unknown > 0
    ? became(entry, 'unconfirmed', 'entry.unconfirmed', data, { outcome: came })
    : became(entry, 'failed', 'entry.failed', data, { outcome: came });
};

/** Nobody waits any more. */
const given = ({ waiting = 0, ...counts }: SendingCounts): SendingCounts => ({
  ...counts,
  rejected: counts.rejected + waiting,
});

/**
 * Nothing says "cancelled" or "missed" of what people have. With everybody asked it ends as it would have; otherwise as
 * failed, with the counts of who has it. `reason`: what stopped the rest, a sentence.
 */
export const endToPeople = (entry: Entry, reason: string, now: string): EntryTransition => {
  const { counts: soFar, all } = entry.reached ?? { counts: NOBODY };
  const counts = given(soFar);
  if (all) return sentToPeople(entry, { is: 'sent', counts }, now);
  const outcome: Sent = { is: 'sent', counts, reason };
  const data = { attempt: entry.attempts, ...outcome };
  return counts.sent > 0
    ? became(entry, 'failed', 'entry.failed', data, { outcome, reached: { counts } })
    : became(entry, 'unconfirmed', 'entry.unconfirmed', data, { outcome, reached: { counts } });
};
