/** What people, clocks, crashes and providers do, in any order. */
import * as fc from 'fast-check';
import { asId, type AccountId, type EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { cancelEntry, retryEntry, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { draftGuide } from '../../functions/use-cases/guide/draft-guide.ts';
import { releaseGuide } from '../../functions/use-cases/guide/release-guide.ts';
import { pauseAccount } from '../../functions/use-cases/pause/pause.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { crashing } from './crashing.ts';
import { FATES, type Fate } from './ledger-provider.ts';
import type { ModelWorld } from './model-world.ts';

export type Action =
  | { readonly do: 'schedule'; readonly minutes: number; readonly whenApproved: boolean }
  | { readonly do: 'move'; readonly which: number; readonly minutes: number }
  | { readonly do: 'cancel' | 'retry' | 'settle-live' | 'settle-not'; readonly which: number }
  | { readonly do: 'edit' | 'approve' | 'withdraw' | 'pause' | 'resume' | 'connect' | 'tick' }
  | { readonly do: 'release'; readonly bans: boolean }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'deliver'; readonly which: number; readonly times: number }
  | { readonly do: 'crash'; readonly step: number; readonly after: boolean }
  | { readonly do: 'fate'; readonly fate: Fate };

const which = fc.nat({ max: 7 });
const people = [
  ...Array.from({ length: 6 }, () => 'approve' as const),
  ...(['resume', 'resume', 'connect', 'connect', 'edit', 'withdraw', 'pause'] as const),
];
const fates: readonly Fate[] = ['lost', 'lost', 'broken', ...FATES];

/** Mostly what makes posts: a walk in which everything is forbidden shows nothing. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('schedule' as const),
      minutes: fc.integer({ min: -1, max: 25 }),
      whenApproved: fc.boolean(),
    }),
  },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('tick' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 700 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom(...people) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      step: fc.integer({ min: 1, max: 9 }),
      after: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fate' as const), fate: fc.constantFrom(...fates) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      which,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'retry' as const, 'settle-live' as const, 'settle-not' as const),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      which,
      minutes: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('release' as const),
      bans: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    }),
  },
);

const GUIDE = { meta: { name: { full: 'Harbour Tea' } } };
const BANS = { ...GUIDE, vocabulary: { terms: [{ id: 'seat', term: 'seat', status: 'banned' }] } };

const entryAt = ({ entries }: ModelWorld, index: number): EntryId | undefined =>
  entries[index % Math.max(1, entries.length)];

/** Asks for a change of an entry as somebody who has just read it. */
const change = async (
  model: ModelWorld,
  index: number,
  does: (at: { readonly id: EntryId; readonly ifRev: number }) => Promise<unknown>,
): Promise<void> => {
  const id = entryAt(model, index);
  if (id !== undefined) await model.ask(async () => does({ id, ifRev: (await model.entry(id)).rev }));
};

const release = async (model: ModelWorld, bans: boolean): Promise<void> => {
  const { session } = await model.asMember('brand');
  const draft = await model.world.store.get(keys.guideDraft(session.tenant));
  const source = JSON.stringify(bans ? BANS : GUIDE);
  const { rev } = await draftGuide(model.world, session, { source, ifRev: draft?.rev ?? 0 });
  await model.ask(() => releaseGuide(model.world, session, { applies: 'scheduled', ifRev: rev }));
};

const schedule = async (model: ModelWorld, minutes: number, whenApproved: boolean): Promise<void> => {
  await model.ask(async () => {
    const entry = await model.schedule({ wall: model.wallIn(minutes), whenApproved });
    model.entries.push(entry.id);
  });
};

const pause = (model: ModelWorld, paused: boolean): Promise<boolean> =>
  model.ask(() => pauseAccount(model.world, model.manager.session, { id: asId<AccountId>('page'), paused }));

/** A wake-up comes as often as it likes, whatever the time. */
const deliver = async (model: ModelWorld, index: number, times: number): Promise<void> => {
  const entry = entryAt(model, index);
  if (entry === undefined) return;
  const wake = () => publishEntry(model.world, { workspace: model.workspace, entry });
  await Promise.all(Array.from({ length: times }, wake));
};

export const act = async (model: ModelWorld, action: Action): Promise<void> => {
  const { world, manager, reviewer, variant } = model;
  const { session } = manager;
  switch (action.do) {
    case 'schedule':
      return schedule(model, action.minutes, action.whenApproved);
    case 'move':
      return change(model, action.which, (at) =>
        moveEntry(world, session, { ...at, wall: model.wallIn(action.minutes) }),
      );
    case 'cancel':
      return change(model, action.which, (at) => cancelEntry(world, session, at));
    case 'retry':
      return change(model, action.which, (at) => retryEntry(world, session, at));
    case 'settle-live':
      return change(model, action.which, (at) => settleEntry(world, session, { ...at, as: 'published' }));
    case 'settle-not':
      return change(model, action.which, (at) => settleEntry(world, session, { ...at, as: 'not-published' }));
    case 'edit':
      return model.edit();
    case 'approve':
      return model.approve();
    case 'withdraw': {
      const { rev } = await getVariant(world, session, variant);
      await model.ask(() => withdrawApproval(world, reviewer.session, { id: variant, ifRev: rev }));
      return;
    }
    default:
      return happen(model, action);
  }
};

type Event = Exclude<Action, { do: 'schedule' | 'move' | 'cancel' | 'retry' | 'settle-live' | 'settle-not' }>;

const happen = async (model: ModelWorld, action: Event): Promise<void> => {
  switch (action.do) {
    case 'pause':
    case 'resume':
      await pause(model, action.do === 'pause');
      return;
    case 'connect':
      await model.ask(model.connect);
      return;
    case 'release':
      return release(model, action.bans);
    case 'wait':
      model.clock.advance({ seconds: action.seconds });
      return;
    case 'deliver':
      return deliver(model, action.which, action.times);
    case 'crash':
      return model.tick(crashing(model.world, action));
    case 'fate':
      model.provider.fate(action.fate);
      return;
    default:
      return model.tick();
  }
};
