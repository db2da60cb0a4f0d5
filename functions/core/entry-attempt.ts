/** The part of the entry's state machine that publishes: claim, intent, and what a lost worker leaves behind. */
import type { Attempt, Entry } from './entry.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { concluded, currentAttempt } from './entry-outcome.ts';
import { partsIntended } from './entry-parts.ts';
import { Refused } from './errors.ts';
import { withinGrace } from './grace.ts';
import { isAtOrBefore, isBefore, plusSeconds } from './instant.ts';
import { CALL_SECONDS, lasts, LEASE_SECONDS } from './lease.ts';

export const requireNoIntent = (entry: Entry, command: string): void => {
  if (entry.state === 'publishing' && entry.attempt?.intentAt !== undefined)
    throw notNow(entry, command, 'The post may be on its way: only its outcome changes this entry now');
};

/** What an earlier attempt prepared for the same payload is used again. */
export const claim = (entry: Entry, { leaseUntil }: Of<'claim'>, now: string): EntryTransition => {
  if (entry.wakeAt === undefined || isBefore(now, entry.wakeAt))
    throw notNow(entry, 'claim', `The entry is not due before ${entry.wakeAt ?? 'it has a time'}`);
  if (isAtOrBefore(leaseUntil, now)) throw new RangeError('A lease ends after it begins');
  const number = entry.attempts + 1;
  const { checkpoint: prepared, part, firstIntentAt } = entry.attempt ?? {};
  const attempt: Attempt = {
    number,
    claimedAt: now,
    leaseUntil,
    ...(prepared !== undefined && { checkpoint: prepared, ...(part !== undefined && { part }) }),
    ...(firstIntentAt !== undefined && { firstIntentAt }),
  };
  const { outcome: _before, ...rest } = entry;
  const set = { attempt, attempts: number, wakeAt: leaseUntil };
  return became(rest, 'publishing', 'entry.claimed', { attempt: number, leaseUntil }, set);
};

const prepared = ({ checkpoint, part }: Of<'checkpoint' | 'wait'>): Pick<Attempt, 'checkpoint' | 'part'> => ({
  checkpoint,
  ...(part !== undefined && { part }),
});

/** Waiting for the provider, as long as its grace lasts: the next look has a whole lease before it. */
export const checkpoint = (entry: Entry, command: Of<'checkpoint'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  requireNoIntent(entry, 'checkpoint');
  requireLease(entry, attempt, now, 0);
  const wakeAt = withinGrace(entry, command.wakeAt);
  const again = plusSeconds(wakeAt, LEASE_SECONDS);
  const leaseUntil = isBefore(again, attempt.leaseUntil) ? attempt.leaseUntil : again;
  return became(
    entry,
    'publishing',
    'entry.prepared',
    { attempt: attempt.number, wakeAt },
    { attempt: { ...attempt, ...prepared(command), leaseUntil }, wakeAt },
  );
};

/** @throws Refused `stale`: whoever looks next may take the attempt for lost. */
const requireLease = (entry: Entry, attempt: Attempt, now: string, seconds: number): void => {
  if (!lasts(attempt, now, seconds))
    throw new Refused('stale', `The lease until ${attempt.leaseUntil} leaves too little time`, {
      state: entry.state,
      attempt: attempt.number,
    });
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
      attempt: { ...attempt, ...prepared(command) },
      waitedUntil: command.until,
      wakeAt: command.until,
    },
  );
};

/** From here on only an outcome tells whether the post is live. */
export const intend = (entry: Entry, command: Of<'intend'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  requireNoIntent(entry, 'intend');
  requireLease(entry, attempt, now, CALL_SECONDS);
  const { part } = command;
  return became(
    entry,
    'publishing',
    'entry.intended',
    { attempt: attempt.number, hash: entry.hash, ...(part && { part: part.name }) },
    {
      attempt: {
        ...attempt,
        intentAt: now,
        firstIntentAt: attempt.firstIntentAt ?? now,
        checkpoint: command.checkpoint,
        ...(part && { part: part.name }),
      },
      wakeAt: attempt.leaseUntil,
      ...(part && { parts: partsIntended(entry, part.name, part.of) }),
    },
  );
};

/** A worker was lost. Without an intent nothing went out; with one, nobody knows. */
export const leaseOver = (entry: Entry, now: string): EntryTransition => {
  const leaseUntil = entry.attempt?.leaseUntil;
  if (leaseUntil !== undefined && isBefore(now, leaseUntil))
    throw notNow(entry, 'lease-over', `The lease lasts until ${leaseUntil}`);
  if (entry.attempt?.intentAt !== undefined)
    return concluded(entry, { is: 'unconfirmed', reason: 'The lease ended during the call' }, now);
  const data = { attempt: entry.attempts, reason: 'The lease ended before anything was sent' };
  return became(entry, 'scheduled', 'entry.retried', data, { wakeAt: now });
};

/** Nothing happened, so nothing is audited. */
export const lookAgain = (entry: Entry, command: Of<'look-again'>): EntryTransition => {
  currentAttempt(entry, command.attempt);
  const { wakeAt: _looked, ...rest } = entry;
  return { state: command.at === undefined ? rest : { ...rest, wakeAt: command.at }, events: [] };
};
