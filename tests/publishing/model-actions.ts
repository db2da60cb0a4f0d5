/** Everything that people, clocks, crashes and providers may do, drawn at random. */
import * as fc from 'fast-check';
import { DEEDS, type Deed } from '../faults/deeds.ts';
import { FATES, type Fate } from './ledger-provider.ts';

/** `on`: which place; `which`: which entry, or which wake-up. */
export type Action =
  | {
      readonly do: 'schedule';
      readonly on: number;
      readonly minutes: number;
      readonly whenApproved: boolean;
    }
  | { readonly do: 'move'; readonly which: number; readonly minutes: number }
  | { readonly do: 'cancel' | 'retry' | 'settle'; readonly which: number }
  | { readonly do: 'edit' | 'approve' | 'withdraw' | 'pause' | 'resume'; readonly on: number }
  | { readonly do: 'connect' }
  | { readonly do: 'leave' }
  | { readonly do: 'tick' }
  | { readonly do: 'policy'; readonly onFailure: 'continue' | 'hold' }
  | { readonly do: 'release'; readonly bans: boolean }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'deliver'; readonly which: number; readonly times: number }
  /** A wake-up that was set comes, comes and stays in the queue, or never comes. */
  | { readonly do: 'wake-up'; readonly which: number; readonly is: 'taken' | 'repeated' | 'lost' }
  | { readonly do: 'crash'; readonly step: number; readonly after: boolean }
  /** Another worker, whose clock is so far from ours. */
  | { readonly do: 'skewed'; readonly seconds: number }
  /** A worker to whom so much time passes at a deed, while others look. */
  | { readonly do: 'slow'; readonly deed: Deed; readonly after: boolean; readonly minutes: number }
  /** The provider works on the next picture for ever. */
  | { readonly do: 'pending' }
  /** The instance's list lacks the newest for so many looks. */
  | { readonly do: 'lag'; readonly looks: number }
  | { readonly do: 'fate'; readonly fate: Fate; readonly of: 'provider' | 'mail' };

const which = fc.nat({ max: 7 });
const on = fc.nat({ max: 3 });
const fates: readonly Fate[] = ['lost', 'lost', 'broken', ...FATES];
const is = <const Name extends string>(name: Name) => fc.constant(name);

/** A process that stops between its last look at the clock and the wire cannot be helped: a slow call is slow to answer. */
const slow = fc
  .record({
    do: is('slow'),
    deed: fc.constantFrom(...DEEDS),
    after: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 20 }),
  })
  .filter(({ deed, after }) => deed !== 'call' || after);

const people = fc.record({
  do: fc.constantFrom(
    ...Array.from({ length: 6 }, () => 'approve' as const),
    ...(['resume', 'resume', 'edit', 'withdraw', 'pause'] as const),
  ),
  on,
});

/** Mostly what makes posts: a walk in which everything is forbidden shows nothing. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      do: is('schedule'),
      on,
      minutes: fc.integer({ min: -1, max: 25 }),
      whenApproved: fc.boolean(),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: is('tick') }) },
  { weight: 8, arbitrary: fc.record({ do: is('wait'), seconds: fc.integer({ min: 1, max: 700 }) }) },
  { weight: 4, arbitrary: people },
  { weight: 2, arbitrary: fc.record({ do: is('connect') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: is('crash'),
      step: fc.integer({ min: 1, max: 14 }),
      after: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: is('fate'),
      fate: fc.constantFrom(...fates),
      of: fc.constantFrom('provider' as const, 'provider' as const, 'mail' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('deliver'), which, times: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: is('wake-up'),
      which,
      is: fc.constantFrom('taken' as const, 'repeated' as const, 'lost' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('skewed'), seconds: fc.integer({ min: -300, max: 300 }) }) },
  { weight: 2, arbitrary: slow },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'retry' as const, 'settle' as const, 'settle' as const),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: is('move'), which, minutes: fc.integer({ min: 0, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('pending') }) },
  { weight: 2, arbitrary: fc.record({ do: is('lag'), looks: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: is('leave') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: is('policy'),
      onFailure: fc.constantFrom('continue' as const, 'hold' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: is('release'),
      bans: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    }),
  },
);
