/** The entry's state machine: from the calendar to what became of it. Pure; `wakeAt` is set exactly when the publisher must look. */
import type { Entry, EntryCommand, EntryState, Slot } from './entry.ts';
import { checkpoint, claim, intend, leaseOver, lookAgain, requireNoIntent, wait } from './entry-attempt.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { correct, corrected } from './correct-entry.ts';
import { confirmHandOff, outcome, sendAgain, settle } from './entry-outcome.ts';
import { endInPart, isPartlyLive, partsText } from './entry-parts.ts';
import { Refused } from './errors.ts';
import { isAtOrBefore, isBefore, plusMinutes } from './instant.ts';
import { requireState } from './transition.ts';

const WAITING: readonly EntryState[] = ['planned', 'scheduled', 'held', 'failed', 'missed'];

/** Which states know a command; conditions beyond the state are with the command. */
const FROM: Readonly<Record<EntryCommand['do'], readonly EntryState[]>> = {
  schedule: ['planned'],
  approve: ['planned'],
  reschedule: WAITING,
  pin: WAITING,
  unapprove: ['scheduled'],
  hold: ['planned', 'scheduled', 'publishing'],
  recheck: ['held'],
  'send-again': ['published', 'failed'],
  miss: ['planned', 'scheduled', 'publishing'],
  claim: ['scheduled'],
  checkpoint: ['publishing'],
  intend: ['publishing'],
  wait: ['publishing'],
  outcome: ['publishing', 'unconfirmed'],
  'lease-over': ['publishing'],
  'look-again': ['unconfirmed'],
  settle: ['unconfirmed'],
  'confirm-hand-off': ['handed-off'],
  cancel: WAITING,
  correct: ['published', 'failed'],
  corrected: ['published', 'failed'],
};

/**
 * What becomes of an entry at `now`, an ISO instant.
 * @throws Refused `not-in-this-state`; `stale` for another attempt than the current one; `in-the-past` for a slot that is over.
 */
export const transitionEntry = (entry: Entry, command: EntryCommand, now: string): EntryTransition => {
  requireState('entry', command.do, entry.state, FROM[command.do]);
  switch (command.do) {
    case 'schedule':
      return schedule(entry, now);
    case 'approve':
      return approve(entry);
    case 'reschedule':
      return reschedule(entry, command, now);
    case 'pin':
      return pin(entry, command);
    case 'unapprove':
      return unapprove(entry);
    case 'hold':
      return hold(entry, command);
    case 'recheck':
      return recheck(entry, now);
    case 'send-again':
      return sendAgain(entry, now);
    case 'miss':
      return miss(entry, now);
    case 'cancel':
      return cancel(entry);
    case 'correct':
      return correct(entry, command);
    case 'corrected':
      return corrected(entry, command);
    default:
      return transitionAttempt(entry, command, now);
  }
};

type AttemptCommand = Of<
  | 'claim'
  | 'checkpoint'
  | 'intend'
  | 'wait'
  | 'outcome'
  | 'lease-over'
  | 'look-again'
  | 'settle'
  | 'confirm-hand-off'
>;

const transitionAttempt = (entry: Entry, command: AttemptCommand, now: string): EntryTransition => {
  switch (command.do) {
    case 'claim':
      return claim(entry, command, now);
    case 'checkpoint':
      return checkpoint(entry, command, now);
    case 'intend':
      return intend(entry, command, now);
    case 'wait':
      return wait(entry, command);
    case 'outcome':
      return outcome(entry, command, now);
    case 'lease-over':
      return leaseOver(entry, now);
    case 'look-again':
      return lookAgain(entry, command);
    case 'settle':
      return settle(entry, command, now);
    default:
      return confirmHandOff(entry, command, now);
  }
};

/** A new entry on the calendar, `planned`. @throws Refused `in-the-past`. */
export const planEntry = (
  entry: Omit<Entry, 'state' | 'attempts' | 'wakeAt' | 'attempt' | 'hold' | 'outcome' | 'publishedAt'>,
  now: string,
): EntryTransition => {
  requireFuture(entry.slot, now);
  const planned: Entry = { ...entry, state: 'planned', attempts: 0 };
  return became(planned, 'planned', 'entry.planned', { slot: entry.slot }, { wakeAt: overdueAt(planned) });
};

/** The minute that is running still counts: wall times have no seconds. */
const requireFuture = (slot: Slot, now: string): void => {
  if (isAtOrBefore(plusMinutes(slot.instant, 1), now))
    throw new Refused('in-the-past', `${slot.wall} in ${slot.zone} is over`, { slot, now });
};

/** Waiting for our own rate does not count. */
export const overdueAt = ({ slot, waitedUntil, graceMinutes }: Entry): string =>
  plusMinutes(waitedUntil ?? slot.instant, graceMinutes);

/** Past its grace, whatever kept it: a lost worker, a hold, a provider that asked for patience. */
export const isOverdue = (entry: Entry, now: string): boolean => isBefore(overdueAt(entry), now);

const schedule = (entry: Entry, now: string): EntryTransition => {
  if (isOverdue(entry, now))
    throw new Refused('in-the-past', `${entry.slot.wall} in ${entry.slot.zone} is over`, {
      slot: entry.slot,
      now,
    });
  return becameScheduled(entry);
};

const approve = (entry: Entry): EntryTransition => {
  if (!entry.whenApproved)
    throw new Refused('not-in-this-state', 'This entry waits for a person to schedule it', {
      state: entry.state,
      command: 'approve',
    });
  return becameScheduled(entry);
};

const becameScheduled = (entry: Entry): EntryTransition =>
  became(entry, 'scheduled', 'entry.scheduled', { slot: entry.slot }, { wakeAt: entry.slot.instant });

/** A correction does now what it was asked for, or another one is asked for. */
const refuseFixed = (entry: Entry, command: string): void => {
  if (entry.correction)
    throw notNow(
      entry,
      command,
      'A correction has no other time or text: cancel it, and correct the post again',
    );
  if (entry.correcting !== undefined || entry.corrected)
    throw notNow(
      entry,
      command,
      'What is live of it was to be retracted: schedule the variant again instead',
    );
};

/** A held entry stays held at its new time: moving it settles no reason but the time's own, which a recheck finds out. */
const reschedule = (entry: Entry, { slot }: Of<'reschedule'>, now: string): EntryTransition => {
  refuseFixed(entry, 'reschedule');
  requireFuture(slot, now);
  const { attempt: _over, outcome: _came, waitedUntil: _waited, ...rest } = entry;
  const again = entry.outcome?.is === 'sent' ? { rejectedAgain: entry.attempts } : {};
  const moved: Entry = { ...rest, slot, ...again };
  const data = { from: entry.slot, to: slot };
  if (entry.state === 'held')
    return became(moved, 'held', 'entry.moved', data, entry.hold ? { hold: entry.hold } : {});
  if (entry.state === 'planned')
    return became(moved, 'planned', 'entry.moved', data, { wakeAt: overdueAt(moved) });
  return became(moved, 'scheduled', 'entry.moved', data, { wakeAt: slot.instant });
};

/** Another revision is another text: what was scheduled waits for its approval, and no checkpoint of the old one is used. */
const pin = (entry: Entry, { revision, hash }: Of<'pin'>): EntryTransition => {
  refuseFixed(entry, 'pin');
  if (isPartlyLive(entry))
    throw notNow(entry, 'pin', `${partsText(entry)}: the rest stays as it was approved`);
  const { attempt: _old, parts: _none, ...rest } = entry;
  const pinned: Entry = { ...rest, revision, hash };
  const data = { from: entry.revision, to: revision, hash };
  if (entry.state === 'scheduled' || entry.state === 'planned')
    return became(pinned, 'planned', 'entry.pinned', data, {
      wakeAt: overdueAt(entry),
      whenApproved: entry.whenApproved || entry.state === 'scheduled',
    });
  return became(pinned, entry.state, 'entry.pinned', data, entry.hold ? { hold: entry.hold } : {});
};

/** What is partly live cannot go back to the plan: the rest waits for a person. */
const unapprove = (entry: Entry): EntryTransition =>
  isPartlyLive(entry)
    ? hold(entry, {
        do: 'hold',
        hold: { reason: 'approval-does-not-cover', says: 'The approval was withdrawn between two parts.' },
      })
    : became(entry, 'planned', 'entry.planned', { why: 'approval' }, { wakeAt: overdueAt(entry) });

/** The rest of what is partly live, and a correction, go out at once where their time is over, and their grace begins anew. */
const recheck = (entry: Entry, now: string): EntryTransition =>
  (isPartlyLive(entry) || entry.correction) && isAtOrBefore(entry.slot.instant, now)
    ? became(entry, 'scheduled', 'entry.scheduled', {}, { wakeAt: now, waitedUntil: now })
    : became(entry, 'scheduled', 'entry.scheduled', {}, { wakeAt: entry.slot.instant });

/** Nothing says "cancelled" of a post of which readers see a part. */
const cancel = (entry: Entry): EntryTransition => {
  if (!isPartlyLive(entry)) return became(entry, 'cancelled', 'entry.cancelled', { was: entry.state });
  if (entry.state === 'failed')
    throw notNow(entry, 'cancel', `${partsText(entry)}: retract what is live, or retry the rest`);
  return endInPart(entry, 'The rest of it was cancelled.');
};

const hold = (entry: Entry, command: Of<'hold'>): EntryTransition => {
  requireNoIntent(entry, 'hold');
  return became(entry, 'held', 'entry.held', { ...command.hold }, { hold: command.hold });
};

const miss = (entry: Entry, now: string): EntryTransition => {
  requireNoIntent(entry, 'miss');
  if (isBefore(now, overdueAt(entry)))
    throw new Refused('not-in-this-state', `The entry may still go out until ${overdueAt(entry)}`, {
      state: entry.state,
      command: 'miss',
    });
  if (isPartlyLive(entry)) return endInPart(entry, 'The rest of it is past its grace.');
  return became(entry, 'missed', 'entry.missed', { slot: entry.slot, was: entry.state });
};
