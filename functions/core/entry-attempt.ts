/** The part of the entry's state machine that publishes: claim, intent, outcome, and what a lost worker leaves behind. */
import type { Attempt, Entry, Outcome } from './entry.ts';
import { became, type EntryTransition, type Of } from './entry-became.ts';
import { Refused } from './errors.ts';
import { isAtOrBefore, isBefore, plusSeconds } from './instant.ts';
import { CALL_SECONDS, lasts, LEASE_SECONDS } from './lease.ts';

/** A post may take this long to show up where it is read back. */
const READ_BACK_AFTER_SECONDS = 60;

const not = (entry: Entry, command: string, why: string): Refused =>
  new Refused('not-in-this-state', why, { state: entry.state, command, attempt: entry.attempt?.number });

export const requireNoIntent = (entry: Entry, command: string): void => {
  if (entry.state === 'publishing' && entry.attempt?.intentAt !== undefined)
    throw not(entry, command, 'The post may be on its way: only its outcome changes this entry now');
};

/** @throws Refused `stale`: another worker has claimed the entry since. */
const currentAttempt = (entry: Entry, number: number): Attempt => {
  if (entry.attempt?.number !== number)
    throw new Refused('stale', `Attempt ${number} is over; the current one is ${entry.attempts}`, {
      attempt: entry.attempts,
    });
  return entry.attempt;
};

/** What an earlier attempt prepared for the same payload is used again. */
export const claim = (entry: Entry, { leaseUntil }: Of<'claim'>, now: string): EntryTransition => {
  if (entry.wakeAt === undefined || isBefore(now, entry.wakeAt))
    throw not(entry, 'claim', `The entry is not due before ${entry.wakeAt ?? 'it has a time'}`);
  if (isAtOrBefore(leaseUntil, now)) throw new RangeError('A lease ends after it begins');
  const number = entry.attempts + 1;
  const prepared = entry.attempt?.checkpoint;
  const attempt: Attempt = {
    number,
    claimedAt: now,
    leaseUntil,
    ...(prepared === undefined ? {} : { checkpoint: prepared }),
  };
  const { outcome: _before, ...rest } = entry;
  const set = { attempt, attempts: number, wakeAt: leaseUntil };
  return became(rest, 'publishing', 'entry.claimed', { attempt: number, leaseUntil }, set);
};

/** Waiting for the provider: the next look has a whole lease before it. */
export const checkpoint = (entry: Entry, command: Of<'checkpoint'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  requireNoIntent(entry, 'checkpoint');
  requireLease(entry, attempt, now, 0, 'checkpoint');
  const again = plusSeconds(command.wakeAt, LEASE_SECONDS);
  const leaseUntil = isBefore(again, attempt.leaseUntil) ? attempt.leaseUntil : again;
  return became(
    entry,
    'publishing',
    'entry.prepared',
    { attempt: attempt.number, wakeAt: command.wakeAt },
    {
      attempt: { ...attempt, checkpoint: command.checkpoint, leaseUntil },
      wakeAt: command.wakeAt,
    },
  );
};

const requireLease = (
  entry: Entry,
  attempt: Attempt,
  now: string,
  seconds: number,
  command: string,
): void => {
  if (!lasts(attempt, now, seconds))
    throw not(entry, command, `The lease until ${attempt.leaseUntil} leaves too little time`);
};

/** Back on the calendar with what was prepared, for as long as our own rate asks. */
export const wait = (entry: Entry, command: Of<'wait'>): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  requireNoIntent(entry, 'wait');
  const { attempt: number } = command;
  return became(
    entry,
    'scheduled',
    'entry.waits',
    { attempt: number, until: command.until },
    {
      attempt: { ...attempt, checkpoint: command.checkpoint },
      waitedUntil: command.until,
      wakeAt: command.until,
    },
  );
};

/** From here on only an outcome tells whether the post is live. */
export const intend = (entry: Entry, command: Of<'intend'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  requireNoIntent(entry, 'intend');
  requireLease(entry, attempt, now, CALL_SECONDS, 'intend');
  return became(
    entry,
    'publishing',
    'entry.intended',
    { attempt: attempt.number, hash: entry.hash },
    {
      attempt: { ...attempt, intentAt: now, checkpoint: command.checkpoint },
      wakeAt: attempt.leaseUntil,
    },
  );
};

/** A slow owner settles its own call even after it was given up as unconfirmed. */
export const outcome = (entry: Entry, command: Of<'outcome'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  const came = command.outcome;
  const sent = came.is !== 'rejected' && came.is !== 'retry';
  if (sent && attempt.intentAt === undefined)
    throw not(entry, 'outcome', 'Nothing is sent without an intent, so it cannot have come out');
  return concluded(entry, came, now);
};

const concluded = (entry: Entry, came: Outcome, now: string): EntryTransition => {
  const data = { attempt: entry.attempts, ...came };
  switch (came.is) {
    case 'published':
      return became(entry, 'published', 'entry.published', data, { outcome: came, publishedAt: now });
    case 'rejected':
      return became(entry, 'failed', 'entry.failed', data, { outcome: came });
    case 'retry':
      return became(entry, 'scheduled', 'entry.retried', data, { outcome: came, wakeAt: came.after });
    case 'handed-off':
      return became(entry, 'handed-off', 'entry.handed-off', data, { outcome: came });
    case 'sent':
      return sentToPeople(entry, came, now);
    case 'goes-on':
      return became(entry, 'scheduled', 'entry.goes-on', data, {
        outcome: came,
        wakeAt: came.after,
        waitedUntil: came.after,
      });
    default:
      return unconfirmed(entry, came, now);
  }
};

/** Whoever got it has it. Where nobody did, the rest decides; no machine can find out more of an unconfirmed one. */
const sentToPeople = (entry: Entry, came: Extract<Outcome, { is: 'sent' }>, now: string): EntryTransition => {
  const data = { attempt: entry.attempts, ...came };
  const { sent, unconfirmed: unknown } = came.counts;
  if (sent > 0)
    return became(entry, 'published', 'entry.published', data, { outcome: came, publishedAt: now });
  return unknown > 0
    ? became(entry, 'unconfirmed', 'entry.unconfirmed', data, { outcome: came })
    : became(entry, 'failed', 'entry.failed', data, { outcome: came });
};

/** @throws Refused `not-in-this-state` where nobody rejected it. */
export const sendAgain = (entry: Entry, now: string): EntryTransition => {
  const { outcome: came } = entry;
  if (came?.is !== 'sent' || came.counts.rejected === 0)
    throw not(entry, 'send-again', 'No addressee rejected it, so there is nobody to send it to again');
  return became(
    entry,
    'scheduled',
    'entry.retried',
    { attempt: entry.attempts, rejected: came.counts.rejected },
    { wakeAt: now, waitedUntil: now, rejectedAgain: entry.attempts },
  );
};

const unconfirmed = (
  entry: Entry,
  came: Extract<Outcome, { is: 'unconfirmed' }>,
  now: string,
): EntryTransition =>
  became(
    entry,
    'unconfirmed',
    'entry.unconfirmed',
    { attempt: entry.attempts, ...came },
    { outcome: came, wakeAt: plusSeconds(now, READ_BACK_AFTER_SECONDS) },
  );

/** A worker was lost. Without an intent nothing went out; with one, nobody knows. */
export const leaseOver = (entry: Entry, now: string): EntryTransition => {
  const leaseUntil = entry.attempt?.leaseUntil;
  if (leaseUntil !== undefined && isBefore(now, leaseUntil))
    throw not(entry, 'lease-over', `The lease lasts until ${leaseUntil}`);
  if (entry.attempt?.intentAt !== undefined)
    return unconfirmed(entry, { is: 'unconfirmed', reason: 'The lease ended during the call' }, now);
  const data = { attempt: entry.attempts, reason: 'The lease ended before anything was sent' };
  return became(entry, 'scheduled', 'entry.retried', data, { wakeAt: now });
};

/** Nothing happened, so nothing is audited. */
export const lookAgain = (entry: Entry, command: Of<'look-again'>): EntryTransition => {
  currentAttempt(entry, command.attempt);
  const { wakeAt: _looked, ...rest } = entry;
  return { state: command.at === undefined ? rest : { ...rest, wakeAt: command.at }, events: [] };
};

export const settle = (entry: Entry, { as, url }: Of<'settle'>, now: string): EntryTransition => {
  const where = url === undefined ? {} : { url };
  return as === 'published'
    ? became(
        entry,
        'published',
        'entry.settled',
        { as, ...where },
        {
          outcome: { is: 'published', ...where },
          publishedAt: now,
        },
      )
    : became(
        entry,
        'failed',
        'entry.settled',
        { as },
        {
          outcome: { is: 'rejected', reason: 'Read back: it was not published' },
        },
      );
};

export const confirmHandOff = (
  entry: Entry,
  { url }: Of<'confirm-hand-off'>,
  now: string,
): EntryTransition => {
  const where = url === undefined ? {} : { url };
  return became(
    entry,
    'published',
    'entry.published',
    { handedOff: true, ...where },
    {
      outcome: { is: 'published', ...where },
      publishedAt: now,
    },
  );
};
