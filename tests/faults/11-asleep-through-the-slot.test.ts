/** Fault 11: a laptop that sleeps through the slot, or falls asleep while it publishes. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { afterDeed, beforeDeed, type Deed } from './deeds.ts';
import { openLive, type LiveChannel, type LiveWorld } from './live-world.ts';

describe('a laptop asleep', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  it.each([
    ['within the grace posts when it wakes', 29, 'published', 1],
    ['for longer misses the post, and says so', 31, 'missed', 0],
    ['through the night misses the post, and says so', 600, 'missed', 0],
  ] as const)('%s', async (_what, minutes, state, live) => {
    test = await openLive('webhook');
    const id = await test.due();
    test.clock.advance({ minutes });
    expect(await test.look()).toEqual([]);
    await test.pass(10);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([state, live]);
    const { items } = await listNotices(test.world, test.manager.session, { limit: 5 });
    expect(items.map(({ kind }) => kind)).toEqual(state === 'missed' ? ['missed'] : []);
  });

  it('over several slots posts those within their grace, and none twice', async () => {
    test = await openLive('webhook');
    const walls = ['09:05', '09:40', '09:50', '10:15'].map((time) => `2027-05-03T${time}`);
    const ids = [];
    for (const wall of walls) ids.push((await test.schedule({ wall })).id);
    test.clock.set('2027-05-03T07:00:00.000Z');
    await Promise.all([test.look(), test.look()]);
    await test.pass(20);
    const states = await Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));
    expect(states).toEqual(['missed', 'published', 'published', 'published']);
    expect(test.live()).toBe(3);
  });

  const NIGHT: readonly (readonly [
    what: string,
    deed: Deed,
    hook: typeof afterDeed,
    channel: LiveChannel,
    state: EntryState,
    live: number,
  ])[] = [
    ['after the claim posts nothing in the morning', 'claim', afterDeed, 'webhook', 'missed', 0],
    ['before the intent posts nothing in the morning', 'intent', beforeDeed, 'mastodon', 'missed', 0],
    [
      'after the intent, before the call, posts nothing in the morning',
      'intent',
      afterDeed,
      'webhook',
      'missed',
      0,
    ],
    ['in the middle of the call keeps what came of it', 'call', afterDeed, 'mastodon', 'published', 1],
    ['in the middle of the call keeps what came of it', 'call', afterDeed, 'webhook', 'published', 1],
    ['before the outcome is saved keeps what came of it', 'outcome', beforeDeed, 'webhook', 'published', 1],
  ];
  it.each(NIGHT)('that falls asleep %s', async (_what, deed, hook, channel, state, live) => {
    test = await openLive(channel);
    const id = await test.due();
    const sleeps = hook(test.world, deed, async () => test.clock.advance({ hours: 8 }));
    expect(await test.look(sleeps)).toEqual([]);
    await test.pass(20);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([state, live]);
  });
});
