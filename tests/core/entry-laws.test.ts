import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import type { Entry, EntryCommand } from '../../functions/core/entry.ts';
import { Refused } from '../../functions/core/errors.ts';
import { plusSeconds } from '../../functions/core/instant.ts';
import { transitionEntry } from '../../functions/core/transition-entry.ts';
import { entryIn, hashOf, slot } from './entry-world.ts';

const number = fc.integer({ min: 1, max: 4 });
const when = fc.integer({ min: -7200, max: 90_000 }).map((seconds) => plusSeconds(slot.instant, seconds));
const reason = fc.constant('because');
const commands: fc.Arbitrary<EntryCommand> = fc.oneof(
  fc.constantFrom<EntryCommand>(
    { do: 'schedule' },
    { do: 'approve' },
    { do: 'unapprove' },
    { do: 'recheck' },
    { do: 'miss' },
    { do: 'lease-over' },
    { do: 'cancel' },
    { do: 'confirm-hand-off' },
    { do: 'settle', as: 'published' },
    { do: 'settle', as: 'not-published' },
    { do: 'hold', hold: { reason: 'gap', says: 'too near' } },
    { do: 'wait', attempt: 1, checkpoint: 'c', until: '2027-05-04T09:20:00Z' },
    { do: 'pin', revision: 2, hash: hashOf('two') },
  ),
  fc.record({ do: fc.constant('reschedule' as const), slot: when.map((instant) => ({ ...slot, instant })) }),
  fc.record({ do: fc.constant('claim' as const), leaseUntil: fc.constant('2027-05-06T09:00:00Z') }),
  fc.record({ do: fc.constant('checkpoint' as const), attempt: number, checkpoint: reason, wakeAt: when }),
  fc.record({ do: fc.constant('intend' as const), attempt: number, checkpoint: reason }),
  fc.record({ do: fc.constant('look-again' as const), attempt: number, at: when }),
  fc.record({
    do: fc.constant('outcome' as const),
    attempt: number,
    outcome: fc.oneof(
      fc.constantFrom<Extract<EntryCommand, { do: 'outcome' }>['outcome']>(
        { is: 'published', externalId: '7' },
        { is: 'rejected', reason: 'no' },
        { is: 'unconfirmed', reason: 'timeout' },
        { is: 'handed-off' },
      ),
      fc.record({ is: fc.constant('retry' as const), after: when, reason }),
    ),
  }),
);
/** Commands at times that go on, a few minutes each. */
const walks = fc.array(fc.tuple(commands, fc.integer({ min: 0, max: 900 })), {
  minLength: 20,
  maxLength: 80,
});

/** The entry after each command; a refused one changes nothing. */
const walk = (run: readonly (readonly [EntryCommand, number])[]): Entry[] => {
  let entry = entryIn('planned');
  let now = plusSeconds(slot.instant, -600);
  return run.map(([command, seconds]) => {
    now = plusSeconds(now, seconds);
    try {
      entry = transitionEntry(entry, command, now).state;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    return entry;
  });
};

type Law = (before: Entry, next: Entry) => boolean;
const LAWS: Readonly<Record<string, Law>> = {
  'nothing is published without an intent': (_before, { state, attempt }) =>
    state !== 'published' || attempt?.intentAt !== undefined,
  'attempts never decrease, and grow by one': (before, next) =>
    [0, 1].includes(next.attempts - before.attempts),
  'a cancelled entry never leaves': (before, next) => before.state !== 'cancelled' || before === next,
  'a published entry never leaves': (before, next) => before.state !== 'published' || before === next,
  'after the intent only an outcome, a lost lease or a person takes an entry on': (before, next) =>
    before.attempt?.intentAt === undefined ||
    before.state !== 'publishing' ||
    ['publishing', 'published', 'failed', 'scheduled', 'handed-off', 'unconfirmed'].includes(next.state),
  'what is publishing has an attempt and a time to look at it': (_before, next) =>
    next.state !== 'publishing' || (next.attempt?.number === next.attempts && next.wakeAt !== undefined),
  'a text is never changed under an attempt': (before, next) =>
    before.state !== 'publishing' || before.hash === next.hash,
};

it('holds every law on every path', () => {
  fc.assert(
    fc.property(walks, (run) => {
      const entries = [entryIn('planned'), ...walk(run)];
      const pairs = entries.slice(1).map((next, at) => [entries[at] ?? next, next] as const);
      const broken = Object.entries(LAWS).filter(([, law]) => !pairs.every((pair) => law(...pair)));
      expect(broken.map(([says]) => says)).toEqual([]);
    }),
    runs(500),
  );
});

it('reaches every state, so that the laws are about something', () => {
  const seen = new Set(
    fc.sample(walks, { numRuns: 4000, seed: 7 }).flatMap((run) => walk(run).map(({ state }) => state)),
  );
  expect(seen.size).toBe(10);
});
