/** The publisher's promises, each on the embedded store, with a feed that can break at any point. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PreviewFeed } from '../../functions/ports.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('publishing an entry', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  const due = async () => {
    test = await makeApprovedWorld();
    const entry = await test.schedule();
    test.clock.advance({ minutes: 1 });
    return entry.id;
  };
  const stateOf = async (id: Awaited<ReturnType<typeof due>>) => (await test.entry(id)).value;

  it('publishes once, however often and however many at once wake it', async () => {
    const id = await due();
    await Promise.all([test.wake(id), test.wake(id), test.wake(id), test.wake(id)]);
    await test.wake(id);
    expect(await test.posts()).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'published', attempts: 1 });
  });

  it('does nothing before its instant', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'scheduled', attempts: 0 });
  });

  it('is unconfirmed when the call breaks off, and read back as published when the post is there', async () => {
    const id = await due();
    const answerLost: PreviewFeed = {
      ...test.world.feed,
      put: async (post) => {
        await test.world.feed.put(post);
        throw new Error('socket hang up');
      },
    };
    await test.wake(id, { feed: answerLost });
    expect(await stateOf(id)).toMatchObject({ state: 'unconfirmed', outcome: { reason: 'socket hang up' } });
    test.clock.advance({ minutes: 2 });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await test.posts()).toHaveLength(1);
  });

  it('sends again, and still posts once, when the read-back finds nothing and sending is idempotent', async () => {
    const id = await due();
    const neverArrived: PreviewFeed = {
      ...test.world.feed,
      put: () => Promise.reject(new Error('timed out')),
    };
    await test.wake(id, { feed: neverArrived });
    test.clock.advance({ minutes: 2 });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'published' });
    expect(await test.posts()).toHaveLength(1);
  });

  it('leaves it to a person when the channel cannot say', async () => {
    const id = await due();
    const silent: PreviewFeed = {
      ...test.world.feed,
      put: () => Promise.reject(new Error('timed out')),
      get: () => Promise.reject(new Error('timed out')),
    };
    await test.wake(id, { feed: silent });
    for (let minutes = 0; minutes < 90; minutes += 5) {
      test.clock.advance({ minutes: 5 });
      await test.wake(id, { feed: silent });
    }
    expect(await stateOf(id)).toMatchObject({ state: 'unconfirmed' });
    expect((await stateOf(id)).wakeAt).toBeUndefined();
  });

  it('is scheduled again when its worker dies before the intent', async () => {
    const id = await due();
    let reads = 0;
    const dies = {
      ...test.world.store,
      get: (async (key) => {
        reads += 1;
        if (reads > 1) throw new Error('killed');
        return test.world.store.get(key);
      }) as ApprovedWorld['world']['store']['get'],
    };
    await expect(test.wake(id, { store: dies })).rejects.toThrow('killed');
    expect(await stateOf(id)).toMatchObject({ state: 'publishing' });
    test.clock.advance({ minutes: 16 });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'scheduled' });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'published', attempts: 2 });
    expect(await test.posts()).toHaveLength(1);
  });

  it('is missed, never late, when its worker died and nobody came back within its grace', async () => {
    const id = await due();
    const dies = { ...test.world.store, commit: () => Promise.reject(new Error('killed')) };
    await expect(test.wake(id, { store: dies })).rejects.toThrow('killed');
    expect(await stateOf(id)).toMatchObject({ state: 'publishing', attempts: 1 });
    test.clock.advance({ minutes: 300 });
    await test.wake(id);
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'missed' });
    expect(await test.posts()).toEqual([]);
  });

  it('is missed, never late, once its grace is over', async () => {
    const id = await due();
    test.clock.advance({ minutes: 31 });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'missed' });
    expect(await test.posts()).toEqual([]);
  });

  it('is found by the sweep without any wake-up', async () => {
    const id = await due();
    const seen = await sweep(test.world, 10, (error) => {
      throw error;
    });
    expect(seen).toBe(1);
    expect(await stateOf(id)).toMatchObject({ state: 'published' });
  });

  it('is left to the next sweep by one that has no time for it', async () => {
    const id = await due();
    const throwIt = (error: unknown): never => {
      throw error;
    };
    expect(await sweep(test.world, 10, throwIt, () => false)).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'scheduled', attempts: 0 });
    expect(await sweep(test.world, 10, throwIt, () => true)).toBe(1);
    expect(await stateOf(id)).toMatchObject({ state: 'published' });
  });

  it('stops for an edit, with two ways out', async () => {
    const id = await due();
    const view = await getVariant(test.world, test.manager.session, test.variant);
    const parts = view.revision.parts.map((part) => ({ ...part, text: `${part.text}\nSee you there.` }));
    const content = { parts, media: view.revision.media };
    await putVariant(test.world, test.manager.session, { id: test.variant, ifRev: view.rev, content });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'held', hold: { reason: 'approval-does-not-cover' } });
    const { rev } = await test.entry(id);
    await retryEntry(test.world, test.manager.session, { id, ifRev: rev });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'published', revision: 1 });
    const [post] = await test.world.feed.list(test.workspace, 1);
    expect(post?.payload.parts).toEqual(view.revision.parts);
  });

  it('stops for a withdrawn approval', async () => {
    const id = await due();
    const { rev } = await getVariant(test.world, test.manager.session, test.variant);
    await withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'held' });
    expect(await test.posts()).toEqual([]);
  });

  it('does nothing once cancelled, and goes out at its new minute once moved', async () => {
    const id = await due();
    const moved = await moveEntry(test.world, test.manager.session, {
      id,
      ifRev: (await test.entry(id)).rev,
      wall: '2027-05-03T09:10',
    });
    await test.wake(id);
    expect(await test.posts()).toEqual([]);
    await cancelEntry(test.world, test.manager.session, { id, ifRev: moved.rev });
    test.clock.advance({ minutes: 10 });
    await test.wake(id);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled' });
    expect(await test.posts()).toEqual([]);
  });
});
