/** Fault 6: people change what is about to go out: cancel, move, edit, withdraw, pause, and a `rev` that is stale. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import type { World } from '../../functions/ports.ts';
import { cancelEntry, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { pauseAccount, pauseCampaign, pauseWorkspace } from '../../functions/use-cases/pause/pause.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { afterDeed, beforeDeed, type Deed } from './deeds.ts';
import { openLive, PAGE, rewrite, type LiveWorld } from './live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

const state = async (id: EntryId): Promise<EntryState> => (await test.stateOf(id)).state;
const at = async (id: EntryId) => ({ id, ifRev: (await test.entry(id)).rev });
const cancel = async (id: EntryId, world: World = test.world) =>
  cancelEntry(world, test.manager.session, await at(id));
const move = async (id: EntryId, world: World = test.world) =>
  moveEntry(world, test.manager.session, { ...(await at(id)), wall: '2027-05-03T09:20' });

/** The publisher is through between a person's read and their write. */
const firesFirst = (): World => {
  let done = false;
  const commit: World['store']['commit'] = async (asked) => {
    if (!done) {
      done = true;
      await test.look();
    }
    return test.world.store.commit(asked);
  };
  return { ...test.world, store: { ...test.world.store, commit } };
};

interface Race {
  readonly does: (id: EntryId, world?: World) => Promise<unknown>;
  readonly leaves: EntryState;
}
const RACES: Readonly<Record<string, Race>> = {
  cancel: { does: cancel, leaves: 'cancelled' },
  reschedule: { does: move, leaves: 'scheduled' },
};

describe.each(Object.entries(RACES))('%s against fire', (_name, { does, leaves }) => {
  it.each(['claim', 'intent'] as const)('before the %s wins, and nothing is posted', async (deed) => {
    test = await openLive('webhook');
    const id = await test.due();
    expect(await test.look(beforeDeed(test.world, deed, async () => does(id)))).toEqual([]);
    expect([await state(id), test.live()]).toEqual([leaves, 0]);
  });

  it.each(['call', 'outcome'] as const)('before the %s is refused, and the post goes out', async (deed) => {
    test = await openLive('webhook');
    const id = await test.due();
    let refusal: unknown;
    const races = beforeDeed(test.world, deed, async () => {
      refusal = await refusalOfAsync(async () => does(id));
    });
    expect(await test.look(races)).toEqual([]);
    expect([refusal, await state(id), test.live()]).toEqual(['not-in-this-state', 'published', 1]);
  });

  it('is refused when the publisher was quicker than the person', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    expect(await refusalOfAsync(async () => does(id, firesFirst()))).toBe('stale');
    expect([await state(id), test.live()]).toEqual(['published', 1]);
  });

  it('at the very same time has one winner', async () => {
    test = await openLive('webhook');
    for (let round = 0; round < 5; round += 1) {
      const before = test.live();
      const id = await test.due();
      const [refusal] = await Promise.all([refusalOfAsync(async () => does(id)), test.look(), test.wake(id)]);
      const fired = test.live() - before;
      expect([await state(id), fired]).toEqual(refusal === undefined ? [leaves, 0] : ['published', 1]);
    }
  });
});

it('what was moved goes out once, at its new minute', async () => {
  test = await openLive('webhook');
  const id = await test.due();
  await move(id);
  await test.look();
  expect(test.live()).toBe(0);
  test.clock.set('2027-05-03T06:20:00.000Z');
  await test.look();
  await test.wake(id);
  expect([await state(id), test.live()]).toEqual(['published', 1]);
});

const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'an edit': () => rewrite(test, '\nMore.'),
  'a withdrawn approval': async () => {
    const { rev } = await getVariant(test.world, test.manager.session, test.variant);
    return withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
  },
};

describe.each(Object.entries(CHANGES))('%s after the claim', (_name, does) => {
  it.each(['claim', 'intent'] as const)('and before the intent (at the %s) stops the post', async (deed) => {
    test = await openLive('webhook');
    const id = await test.due();
    const hook = deed === 'claim' ? afterDeed : beforeDeed;
    expect(await test.look(hook(test.world, deed, does))).toEqual([]);
    expect([await state(id), test.live()]).toEqual(['held', 0]);
    await test.pass(60);
    expect([await state(id), test.live()]).toEqual(['held', 0]);
  });

  it.each(['call', 'outcome'] satisfies readonly Deed[])(
    'and after the intent (before the %s) is saved, and what was approved goes out',
    async (deed) => {
      test = await openLive('webhook');
      const { revision } = await getVariant(test.world, test.manager.session, test.variant);
      const id = await test.due();
      expect(await test.look(beforeDeed(test.world, deed, does))).toEqual([]);
      expect([await state(id), test.live()]).toEqual(['published', 1]);
      expect(test.provider.posts()[0]?.text).toBe(revision.parts[0]?.text);
    },
  );
});

const PAUSES: Readonly<Record<string, () => Promise<unknown>>> = {
  'the workspace': () => pauseWorkspace(test.world, test.manager.session, { paused: true }),
  'the account': () => pauseAccount(test.world, test.manager.session, { id: PAGE, paused: true }),
  'the campaign': async () => {
    const { value } = await getVariant(test.world, test.manager.session, test.variant);
    return pauseCampaign(test.world, test.manager.session, { id: value.place.campaign, paused: true });
  },
};

it.each(Object.entries(PAUSES))('pausing %s after the claim holds the post', async (_name, pause) => {
  test = await openLive('webhook');
  const id = await test.due();
  expect(await test.look(afterDeed(test.world, 'claim', pause))).toEqual([]);
  expect(await test.stateOf(id)).toMatchObject({ state: 'held', hold: { reason: 'paused' } });
  expect(test.live()).toBe(0);
});

describe('a stale rev', () => {
  it('changes nothing, whatever was asked', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    const { session } = test.manager;
    const old = { id, ifRev: (await test.entry(id)).rev };
    await move(id);
    const before = await test.entry(id);
    const asked = [
      () => cancelEntry(test.world, session, old),
      () => moveEntry(test.world, session, { ...old, wall: '2027-05-03T12:00' }),
      () => retryEntry(test.world, session, old),
      () => settleEntry(test.world, session, { ...old, as: 'published' }),
    ];
    for (const ask of asked) expect(await refusalOfAsync(ask)).toBe('stale');
    expect(await test.entry(id)).toEqual(before);
  });
});
