/** A thread whose parts fail one by one: nothing that is live is repeated, and nothing is called published that is not there. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import { cancelEntry, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { pauseWorkspace } from '../../functions/use-cases/pause/pause.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { afterDeed, DEEDS, dyingAt, type Moment } from './deeds.ts';
import { rewrite, type LiveWorld } from './live-world.ts';
import { FURTHER, openThread, secondOf } from './thread-world.ts';

const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];

describe('a thread of three', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const texts = () => test.provider.posts().map(({ text }) => text);
  const chain = () => test.provider.posts().map(({ under }) => under);
  const outcomes = async (id: EntryId) => (await test.stateOf(id)).parts?.map(({ outcome }) => outcome?.is);
  const at = async (id: EntryId) => ({ id, ifRev: (await test.entry(id)).rev });
  /** Everything that makes it whole, and what that is. */
  const whole = async (id: EntryId) => {
    const { state, outcome } = await test.stateOf(id);
    return {
      state,
      main: outcome?.is === 'published' ? outcome.externalId : undefined,
      chain: chain(),
      further: texts().slice(1),
    };
  };
  const WHOLE = {
    state: 'published',
    main: expect.any(String),
    chain: [undefined, expect.any(String), expect.any(String)],
    further: FURTHER,
  };
  const isChain = () => test.provider.posts().every(({ under }, index, all) => under === all[index - 1]?.id);
  /** Due, with these faults at the calls after the first. */
  const publish = async (...faults: readonly Fault[]): Promise<EntryId> => {
    test = await openThread();
    const id = await test.due();
    await test.look(
      faults.length === 0
        ? {}
        : afterDeed(test.world, 'outcome', async () => test.provider.standIn.fault(...faults)),
    );
    return id;
  };

  it('goes out in one turn, each post under the one before', async () => {
    const id = await publish();
    expect(await whole(id)).toEqual({ ...WHOLE, main: test.provider.posts()[0]?.id });
    expect(isChain()).toBe(true);
    expect(await outcomes(id)).toEqual(['published', 'published', 'published']);
  });

  it.each<Fault>(['reset-after', 'trouble-after'])(
    'waits for what became of its second post after %s, finds it, and goes on',
    async (fault) => {
      const id = await publish(fault);
      expect((await test.stateOf(id)).state).toBe('unconfirmed');
      expect(await outcomes(id)).toEqual(['published', 'unconfirmed', undefined]);
      expect(test.live()).toBe(2);
      await test.pass(10);
      expect(await whole(id)).toEqual(WHOLE);
    },
  );

  it('makes the second post again where it is certainly not there', async () => {
    const id = await publish('reset-before');
    await test.pass(10);
    expect(await whole(id)).toEqual(WHOLE);
  });

  it('waits out a rate limit, and goes on where it stopped', async () => {
    const id = await publish('rate-limited');
    expect((await test.stateOf(id)).state).toBe('scheduled');
    expect(test.live()).toBe(1);
    await test.pass(5);
    expect(await whole(id)).toEqual(WHOLE);
  });

  it('is failed with one of three live when the second is refused; a retry makes the rest alone', async () => {
    const id = await publish('refused');
    expect((await test.stateOf(id)).state).toBe('failed');
    expect(await outcomes(id)).toEqual(['published', 'rejected', undefined]);
    const { items } = await listNotices(test.world, test.manager.session, { limit: 1 });
    expect(items[0]?.says).toContain('1 of 3 parts are live');
    expect(
      await refusalOfAsync(async () => cancelEntry(test.world, test.manager.session, await at(id))),
    ).toBe('not-in-this-state');
    await retryEntry(test.world, test.manager.session, await at(id));
    await test.look();
    expect(await whole(id)).toEqual(WHOLE);
  });

  it('is moved with what is live: the rest follows at the new time', async () => {
    const id = await publish('refused');
    await moveEntry(test.world, test.manager.session, { ...(await at(id)), wall: '2027-05-03T10:00' });
    await test.look();
    expect(test.live()).toBe(1);
    await test.pass(60);
    expect(await whole(id)).toEqual(WHOLE);
  });

  it.each(DEEDS.flatMap((deed) => MOMENTS.map((moment) => [moment, deed] as const)))(
    'is whole in the end though the worker dies %s the %s of its second post',
    async (moment, deed) => {
      expect(await whole(await publish())).toEqual(WHOLE);
      const next = await test.due();
      await test.look(deed === 'claim' ? dyingAt(test.world, deed, moment) : secondOf(test, deed, moment));
      await test.pass(30);
      expect((await test.stateOf(next)).state).toBe('published');
      expect(texts().slice(4)).toEqual(FURTHER);
      expect(test.live()).toBe(6);
    },
  );

  it('is stopped by a pause between two posts, and says what is live', async () => {
    test = await openThread();
    const id = await test.due();
    const pause = async () => {
      await pauseWorkspace(test.world, test.manager.session, { paused: true });
    };
    await test.look(afterDeed(test.world, 'outcome', pause));
    expect(await test.stateOf(id)).toMatchObject({ state: 'held', hold: { reason: 'paused' } });
    expect(await outcomes(id)).toEqual(['published', undefined, undefined]);
    await pauseWorkspace(test.world, test.manager.session, { paused: false });
    test.clock.advance({ hours: 2 });
    await retryEntry(test.world, test.manager.session, await at(id));
    await test.look();
    expect(await whole(id)).toEqual(WHOLE);
  });

  it('goes on as it was approved though the text is edited between two posts', async () => {
    test = await openThread();
    const id = await test.due();
    await test.look(afterDeed(test.world, 'outcome', () => rewrite(test, ' More.')));
    expect(await whole(id)).toEqual(WHOLE);
  });

  it('is failed, not cancelled, when somebody stops the rest', async () => {
    const id = await publish('rate-limited');
    await cancelEntry(test.world, test.manager.session, await at(id));
    expect((await test.stateOf(id)).state).toBe('failed');
    await test.pass(30);
    expect(test.live()).toBe(1);
  });

  it('is settled by part: the one that nobody knows of, and no other', async () => {
    const id = await publish('reset-before');
    test.clock.advance({ hours: 2 });
    await test.pass(5);
    expect((await test.stateOf(id)).state).toBe('unconfirmed');
    const { session } = test.manager;
    const settle = async (part: string) =>
      settleEntry(test.world, session, { ...(await at(id)), as: 'not-published', part });
    expect(await refusalOfAsync(() => settle('thread[1]'))).toBe('invalid-input');
    await settle('thread[0]');
    expect(await outcomes(id)).toEqual(['published', 'rejected', undefined]);
    expect((await test.stateOf(id)).state).toBe('failed');
    await retryEntry(test.world, session, await at(id));
    await test.look();
    expect(await whole(id)).toEqual(WHOLE);
  });
});
