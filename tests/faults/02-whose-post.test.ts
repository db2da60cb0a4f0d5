/** Fault 2, of entries that say the same on one account: what is found by its words is one entry's, and nobody else's. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import { settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { openLive, type AnyLiveChannel, type LiveWorld } from './live-world.ts';

describe('a post that was found by its words', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const open = async (channel: AnyLiveChannel) => {
    test = await openLive(channel);
    return test.copy();
  };
  const states = (ids: readonly EntryId[]) =>
    Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));
  const idOf = async (id: EntryId) => {
    const { outcome } = await test.stateOf(id);
    return outcome?.is === 'published' ? outcome.externalId : undefined;
  };

  it('is not taken from the entry of another campaign that is live with it', async () => {
    const copy = await open('linkedin');
    const first = await test.due();
    await test.look();
    const second = await test.due(copy);
    test.provider.standIn.fault('reset-before');
    await test.look();
    await test.pass(90);
    expect(await states([first, second])).toEqual(['published', 'unconfirmed']);
    expect(test.live()).toBe(1);
  });

  it('is the older of two only where that is its own', async () => {
    const copy = await open('mastodon');
    const first = await test.due();
    test.provider.standIn.fault('reset-after');
    await test.look();
    const second = await test.due(copy);
    await test.look();
    await test.pass(10);
    const [one, other] = [await idOf(first), await idOf(second)];
    expect([one, other]).toEqual(test.provider.posts().map(({ id }) => id));
  });

  it('of two campaigns, only one of whose calls arrived, is left to a person: nobody knows whose it is', async () => {
    const copy = await open('linkedin');
    const both = [await test.due(), await test.due(copy)];
    test.provider.standIn.fault('reset-after', 'reset-before');
    await test.look();
    await test.pass(90);
    expect([await states(both), test.live()]).toEqual([['unconfirmed', 'unconfirmed'], 1]);
  });

  it('of two campaigns, both of whose calls arrived, is each one’s own, though no call may be made again', async () => {
    const copy = await open('mastodon');
    const both = [await test.due(), await test.due(copy)];
    test.provider.standIn.fault('reset-after', 'reset-after');
    await test.look();
    test.clock.advance({ hours: 2 });
    await test.look();
    expect(await states(both)).toEqual(['published', 'published']);
    expect(new Set(await Promise.all(both.map(idOf))).size).toBe(2);
    expect(test.live()).toBe(2);
  });

  it('is not given away while a person has said only that another one is live', async () => {
    const copy = await open('linkedin');
    const first = await test.due();
    test.provider.standIn.fault('reset-after');
    await test.look();
    const { session } = test.manager;
    const ifRev = (await test.entry(first)).rev;
    await settleEntry(test.world, session, { id: first, as: 'published', ifRev });
    const second = await test.due(copy);
    test.provider.standIn.fault('reset-before');
    await test.look();
    await test.pass(90);
    expect(await states([first, second])).toEqual(['published', 'unconfirmed']);
  });

  it('is believed of a duplicate that its provider names, where nobody owns it', async () => {
    await open('linkedin');
    const id = await test.due();
    test.provider.standIn.fault('reset-after');
    await test.look();
    const { session } = test.manager;
    const at = async () => ({ id, ifRev: (await test.entry(id)).rev });
    await settleEntry(test.world, session, { ...(await at()), as: 'not-published' });
    await moveEntry(test.world, session, { ...(await at()), wall: '2027-05-03T09:03' });
    test.clock.advance({ minutes: 2 });
    await test.look();
    expect((await test.stateOf(id)).outcome).toMatchObject({
      is: 'unconfirmed',
      sameAs: test.provider.posts()[0]?.id,
    });
    await test.pass(5);
    expect([await idOf(id), test.live()]).toEqual([test.provider.posts()[0]?.id, 1]);
  });

  it('is never called failed where its provider names another entry’s post as the same', async () => {
    const copy = await open('linkedin');
    const first = await test.due();
    await test.look();
    const second = await test.due(copy);
    await test.look();
    expect((await test.stateOf(second)).outcome).toMatchObject({ sameAs: await idOf(first) });
    await test.pass(90);
    expect(await states([first, second])).toEqual(['published', 'unconfirmed']);
  });
});
