/** The part of the entry's state machine that stops it: cancelled, held, missed, or back in the plan. */
import type { Entry } from './entry.ts';
import { requireNoIntent } from './entry-attempt.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { endInPart, isPartlyLive, partsText } from './entry-parts.ts';
import { endToPeople, reachesSomebody } from './entry-people.ts';
import { Refused } from './errors.ts';
import { overdueAt } from './grace.ts';
import { isBefore } from './instant.ts';

/** What is partly live cannot go back to the plan: the rest waits for a person. */
export const unapprove = (entry: Entry): EntryTransition =>
  isPartlyLive(entry)
    ? hold(entry, {
        do: 'hold',
        hold: { reason: 'approval-does-not-cover', says: 'The approval was withdrawn between two parts.' },
      })
    : became(entry, 'planned', 'entry.planned', { why: 'approval' }, { wakeAt: overdueAt(entry) });

const STOPPED = 'The rest of it was cancelled.';

/** Nothing says "cancelled" of a post of which readers see a part, or that some of them have. */
export const cancel = (entry: Entry, now: string): EntryTransition => {
  requireNoIntent(entry, 'cancel');
  if (reachesSomebody(entry)) {
    if (entry.state !== 'failed') return endToPeople(entry, STOPPED, now);
    throw notNow(entry, 'cancel', 'People have it: nothing more is sent unless it is retried');
  }
  if (!isPartlyLive(entry)) return became(entry, 'cancelled', 'entry.cancelled', { was: entry.state });
  if (entry.state === 'failed')
    throw notNow(
      entry,
      'cancel',
      `${partsText(entry)}: ${entry.correction ? 'ask for the correction again at the post itself' : 'retract what is live, or retry the rest'}`,
    );
  return endInPart(entry, STOPPED);
};

export const hold = (entry: Entry, command: Of<'hold'>): EntryTransition => {
  requireNoIntent(entry, 'hold');
  return became(entry, 'held', 'entry.held', { ...command.hold }, { hold: command.hold });
};

const LATE = 'The rest of it is past its grace.';

/** Why it was put off last. */
const askedFor = (outcome: Entry['outcome']): string | undefined =>
  outcome?.is === 'retry' || outcome?.is === 'goes-on' ? outcome.reason : undefined;

/** What kept it is said: by whoever gives it up, or by the last answer of its provider. */
export const miss = (entry: Entry, { says }: Of<'miss'>, now: string): EntryTransition => {
  requireNoIntent(entry, 'miss');
  if (isBefore(now, overdueAt(entry)))
    throw new Refused('not-in-this-state', `The entry may still go out until ${overdueAt(entry)}`, {
      state: entry.state,
      command: 'miss',
    });
  const late = says === undefined ? LATE : `${LATE} ${says}`;
  if (isPartlyLive(entry)) return endInPart(entry, late);
  if (reachesSomebody(entry)) return endToPeople(entry, late, now);
  const reason = says ?? askedFor(entry.outcome);
  const said = reason === undefined ? {} : { reason };
  return became(
    entry,
    'missed',
    'entry.missed',
    { slot: entry.slot, was: entry.state, ...said },
    reason === undefined ? {} : { outcome: { is: 'rejected', reason } },
  );
};
