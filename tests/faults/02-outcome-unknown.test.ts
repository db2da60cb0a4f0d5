/** Fault 2: nobody knows what became of the call, or the provider answers with an error although the post is live. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Http, HttpAnswer } from '../../functions/ports/http.ts';
import { listDeliveries } from '../../functions/use-cases/entry/list-deliveries.ts';
import { settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { dyingAt } from './deeds.ts';
import { openLive, type LiveWorld } from './live-world.ts';

const ARRIVED: readonly Fault[] = ['trouble-after', 'reset-after'];
const LOST: readonly Fault[] = ['trouble-before', 'reset-before'];

describe('an outcome that is unknown', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const reading = (answer: HttpAnswer): Http => ({
    call: (call) => (call.method === 'GET' ? Promise.resolve(answer) : test.world.http.call(call)),
  });
  const publish = async (channel: 'mastodon' | 'webhook', ...faults: readonly Fault[]) => {
    test = await openLive(channel);
    const id = await test.due();
    test.provider.standIn.fault(...faults);
    expect(await test.look()).toEqual([]);
    return id;
  };

  it.each(ARRIVED)('is found to be live after %s, and never called failed', async (fault) => {
    const id = await publish('mastodon', fault);
    expect(await test.stateOf(id)).toMatchObject({ state: 'unconfirmed' });
    await test.pass(5);
    expect(await test.stateOf(id)).toMatchObject({
      state: 'published',
      attempts: 1,
      outcome: { externalId: test.provider.posts()[0]?.id },
    });
    expect(test.live()).toBe(1);
  });

  it.each(LOST)('is found to be absent after %s, and the same call is made again', async (fault) => {
    const id = await publish('mastodon', fault);
    await test.pass(5);
    expect(await test.stateOf(id)).toMatchObject({ state: 'published', attempts: 1 });
    expect(test.live()).toBe(1);
  });

  it('is settled at last when the repeats end in errors as well, though they arrived', async () => {
    const id = await publish('mastodon', 'trouble-before', 'trouble-after', 'reset-after');
    await test.pass(15);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });

  it('is looked for again while the channel cannot be read, without a second call', async () => {
    const id = await publish('mastodon', 'reset-after');
    const http = reading({ is: 'unanswered', reason: 'timed out' });
    for (let looks = 0; looks < 3; looks += 1) {
      test.clock.advance({ minutes: 6 });
      expect(await test.look({ http })).toEqual([]);
      expect((await test.stateOf(id)).state).toBe('unconfirmed');
    }
    await test.pass(10);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });

  it('is left to a person once the provider has forgotten the key: what is absent by then is not repeated', async () => {
    const id = await publish('mastodon', 'reset-before');
    test.clock.advance({ hours: 2 });
    await test.look();
    await test.pass(90);
    expect(await test.stateOf(id)).toMatchObject({ state: 'unconfirmed' });
    expect(test.live()).toBe(0);
  });

  it.each([
    ['live', ARRIVED, 1, 'published'],
    ['not live', LOST, 0, 'not-published'],
  ] as const)(
    'is listed for a person where nothing can be read back, who finds it %s',
    async (_is, faults, live, as) => {
      const id = await publish('webhook', faults[0] ?? 'reset-after');
      await test.pass(90);
      expect([(await test.stateOf(id)).state, test.live()]).toEqual(['unconfirmed', live]);
      const { session } = test.manager;
      const listed = await listDeliveries(test.world, session, { states: ['unconfirmed'] });
      expect(listed.map(({ value }) => value.id)).toEqual([id]);
      await settleEntry(test.world, session, { id, as, ifRev: (await test.entry(id)).rev });
      await test.pass(10);
      expect((await test.stateOf(id)).state).toBe(live === 1 ? 'published' : 'failed');
      expect(test.live()).toBe(live);
    },
  );

  it('is not taken from another entry that says the same: each of them is live itself', async () => {
    test = await openLive('mastodon');
    const first = await test.due();
    await test.look();
    const [second, third] = [await test.due(), await test.due()];
    await test.look(dyingAt(test.world, 'call', 'before'));
    await test.pass(20);
    const states = await Promise.all([first, second, third].map(async (id) => test.stateOf(id)));
    expect(states.map(({ state }) => state)).toEqual(['published', 'published', 'published']);
    expect(new Set(states.map(({ outcome }) => outcome?.is === 'published' && outcome.externalId)).size).toBe(
      3,
    );
    expect(test.live()).toBe(3);
  });

  it('of two that say the same, one of which is live, gives the post to one and posts the other', async () => {
    test = await openLive('mastodon');
    const both = [await test.due(), await test.due()];
    test.provider.standIn.fault('reset-after', 'reset-before');
    await test.look();
    expect(test.live()).toBe(1);
    await test.pass(15);
    const states = await Promise.all(both.map(async (id) => test.stateOf(id)));
    expect(states.map(({ state }) => state)).toEqual(['published', 'published']);
    expect(test.live()).toBe(2);
  });

  it.each(['refused', 'unauthorised', 'rate-limited'] as const)(
    'of two that say the same and are both live is not called failed where the repeat is %s',
    async (fault) => {
      test = await openLive('mastodon');
      const both = [await test.due(), await test.due()];
      test.provider.standIn.fault('reset-after', 'reset-after', fault, fault);
      await test.look();
      await test.pass(5);
      const states = async () => Promise.all(both.map(async (id) => (await test.stateOf(id)).state));
      expect(new Set(await states())).toEqual(new Set(['unconfirmed']));
      await test.pass(15);
      expect([await states(), test.live()]).toEqual([['published', 'published'], 2]);
    },
  );

  it('is no success without a post in the answer: it is read back, and found', async () => {
    test = await openLive('mastodon');
    const id = await test.due();
    const http: Http = {
      call: async (call) => {
        const answer = await test.world.http.call(call);
        return call.method === 'POST' && answer.is === 'answered' ? { ...answer, text: '<html>' } : answer;
      },
    };
    await test.look({ http });
    expect((await test.stateOf(id)).state).toBe('unconfirmed');
    await test.pass(5);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });
});
