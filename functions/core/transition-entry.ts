/** The entry's state machine: from the calendar to what became of it. Pure; `wakeAt` is set exactly when the publisher must look. */
import type { Entry, EntryCommand, EntryState, Slot } from './entry.ts';
import { checkpoint, claim, intend, leaseOver, lookAgain, requireNoIntent, wait } from './entry-attempt.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { correct, corrected } from './correct-entry.ts';
import { confirmHandOff, outcome, sendAgain, settle } from './entry-outcome.ts';
import { isPartlyLive, partsText } from './entry-parts.ts';
import { reachesSomebody } from './entry-people.ts';
import { Refused } from './errors.ts';
import { isOverdue, overdueAt } from './grace.ts';
import { isAtOrBefore, plusMinutes } from './instant.ts';
import { cancel, hold, miss, unapprove } from './stop-entry.ts';
import { requireState } from './transition.ts';

const WAITING: readonly EntryState[] = ['planned', 'scheduled', 'held', 'failed', 'missed'];

/** Until its intent a person may still stop or move it. */
const STOPPABLE: readonly EntryState[] = [...WAITING, 'publishing'];

/** Which states know a command; conditions beyond the state are with the command. */
const FROM: Readonly<Record<EntryCommand['do'], readonly EntryState[]>> = {
  schedule: ['planned'],
  approve: ['planned'],
  reschedule: STOPPABLE,
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
  cancel: STOPPABLE,
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
      return miss(entry, command, now);
    case 'cancel':
      return cancel(entry, now);
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
  requireNoIntent(entry, 'reschedule');
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

/** The rest of what is partly live or partly sent, and a correction, go out at once where their time is over, and their grace begins anew. */
const recheck = (entry: Entry, now: string): EntryTransition =>
  (isPartlyLive(entry) || reachesSomebody(entry) || entry.correction) && isAtOrBefore(entry.slot.instant, now)
    ? became(entry, 'scheduled', 'entry.scheduled', {}, { wakeAt: now, waitedUntil: now })
    : became(entry, 'scheduled', 'entry.scheduled', {}, { wakeAt: entry.slot.instant });
