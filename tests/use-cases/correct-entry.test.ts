/** Corrections after publishing, on the embedded store with an account in preview. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import type { PreviewFeed } from '../../functions/ports.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { amendEntry, retractEntry } from '../../functions/use-cases/entry/correct-entry.ts';
import { pauseWorkspace } from '../../functions/use-cases/pause/pause.ts';
import { getFeed } from '../../functions/use-cases/publishing/get-feed.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

describe('correcting an entry', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  const published = async (): Promise<EntryId> => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    test.clock.advance({ minutes: 1 });
    await test.wake(id);
    test.clock.advance({ minutes: 1 });
    return id;
  };
  const edit = async (): Promise<void> => {
    const { session } = test.manager;
    const { revision, rev } = await getVariant(test.world, session, test.variant);
    const [first, ...rest] = revision.parts;
    if (!first) throw new Error('The variant says nothing');
    const parts = [{ ...first, text: `${first.text}\n\nUntil the tea is gone.` }, ...rest];
    const { media, link } = revision;
    const typed = { parts, media, ...(link !== undefined && { link }) };
    await putVariant(test.world, session, { id: test.variant, ifRev: rev, content: typed });
  };
  const amend = (id: EntryId) => amendEntry(test.world, test.manager.session, { id });
  const retract = (id: EntryId) => retractEntry(test.world, test.manager.session, { id, reason: 'Wrong' });
  const value = async (id: EntryId) => (await test.entry(id)).value;
  const feed = () => getFeed(test.world, test.manager.session, { limit: 10 });

  it('retracts, says so at the post and in the feed, and keeps the reason', async () => {
    const id = await published();
    const by = (await retract(id)).value.id;
    expect(await value(id)).toMatchObject({ state: 'published', correcting: by });
    await sweep(test.world, 10, (error) => {
      throw error;
    });
    expect(await value(by)).toMatchObject({
      state: 'published',
      correction: { corrects: id, is: 'retract', reason: 'Wrong' },
    });
    const at = test.clock.now();
    expect(await value(id)).toMatchObject({ state: 'published', corrected: { by, is: 'retract', at } });
    expect((await value(id)).correcting).toBe(undefined);
    expect(await feed()).toMatchObject([
      { entry: by, correction: { is: 'retract' } },
      { entry: id, corrected: { is: 'retract' } },
    ]);
    expect(await refusalOfAsync(() => retract(id))).toBe('not-in-this-state');
  });

  it('amends to what is approved by then, again and again, and retracts what was amended', async () => {
    const id = await published();
    for (const revision of [2, 3]) {
      await edit();
      await approve(test, test.variant);
      const by = (await amend(id)).value.id;
      await test.wake(by);
      expect(await value(id)).toMatchObject({ revision: 1, corrected: { by, is: 'amend', revision } });
      test.clock.advance({ minutes: 1 });
    }
    const [newest] = await feed();
    expect(newest?.payload.parts[0]?.text).toMatch(/(?:Until the tea is gone\.\s*){2}$/u);
    const by = (await retract(id)).value.id;
    await test.wake(by);
    expect(await value(id)).toMatchObject({ corrected: { by, is: 'retract' } });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['what is live already', async () => amend(await published()), 'same-as-live'],
    [
      'what nobody approved',
      async () => {
        const id = await published();
        await edit();
        return amend(id);
      },
      'approval-does-not-cover',
    ],
    [
      'what is approved no more',
      async () => {
        const id = await published();
        const { rev } = await getVariant(test.world, test.reviewer.session, test.variant);
        await withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
        return amend(id);
      },
      'not-approved',
    ],
    [
      'what is not published',
      async () => {
        test = await makeApprovedWorld();
        return amend((await test.schedule()).id);
      },
      'not-in-this-state',
    ],
    [
      'what is being corrected already',
      async () => {
        const id = await published();
        await retract(id);
        return retract(id);
      },
      'not-in-this-state',
    ],
    [
      'a correction',
      async () => {
        const by = (await retract(await published())).value.id;
        await test.wake(by);
        return retract(by);
      },
      'not-in-this-state',
    ],
  ])('refuses to correct %s', async (_what, run, code) => {
    expect(await refusalOfAsync(run)).toBe(code);
  });

  it('settles an answer that was lost by the same call again, which finds it done', async () => {
    const id = await published();
    const by = (await retract(id)).value.id;
    const lost: PreviewFeed = {
      ...test.world.feed,
      put: async (post) => {
        await test.world.feed.put(post);
        throw new Error('socket hang up');
      },
    };
    await test.wake(by, { feed: lost });
    expect(await value(by)).toMatchObject({ state: 'unconfirmed' });
    expect((await value(id)).corrected).toBe(undefined);
    expect(await refusalOfAsync(() => retract(id))).toBe('not-in-this-state');
    test.clock.advance({ minutes: 2 });
    await test.wake(by);
    expect(await value(id)).toMatchObject({ corrected: { by, is: 'retract' } });
    expect(await test.posts()).toHaveLength(2);
  });

  it('retracts during a pause, amends only after it, and goes on when it is retried', async () => {
    const id = await published();
    await edit();
    await approve(test, test.variant);
    const admin = await test.asMember('manager');
    await pauseWorkspace(test.world, admin.session, { paused: true });
    const amendment = (await amend(id)).value.id;
    await test.wake(amendment);
    expect(await value(amendment)).toMatchObject({ state: 'held', hold: { reason: 'paused' } });
    await pauseWorkspace(test.world, admin.session, { paused: false });
    test.clock.advance({ minutes: 90 });
    const { rev } = await test.entry(amendment);
    await retryEntry(test.world, test.manager.session, { id: amendment, ifRev: rev });
    await test.wake(amendment);
    expect(await value(id)).toMatchObject({ corrected: { by: amendment } });
    await pauseWorkspace(test.world, admin.session, { paused: true });
    const retraction = (await retract(id)).value.id;
    await test.wake(retraction);
    expect(await value(retraction)).toMatchObject({ state: 'published' });
  });

  it('makes no amendment whose approval was withdrawn meanwhile; cancelled, it leaves the post to another', async () => {
    const id = await published();
    await edit();
    await approve(test, test.variant);
    const amendment = (await amend(id)).value.id;
    const { rev } = await getVariant(test.world, test.reviewer.session, test.variant);
    await withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
    await test.wake(amendment);
    const held = await test.entry(amendment);
    expect(held.value).toMatchObject({ state: 'held', hold: { reason: 'approval-does-not-cover' } });
    await cancelEntry(test.world, test.manager.session, { id: amendment, ifRev: held.rev });
    const retraction = (await retract(id)).value.id;
    await test.wake(retraction);
    expect(await value(id)).toMatchObject({ corrected: { by: retraction } });
    expect(await test.posts()).toHaveLength(2);
  });
});
