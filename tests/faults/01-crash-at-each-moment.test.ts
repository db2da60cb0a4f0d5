/** Fault 1: whoever publishes dies at each of its moments, and another looks afterwards. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import type { Bus } from '../../functions/ports.ts';
import { openEmbedded } from '../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { dyingAt, type Deed, type Moment } from './deeds.ts';
import { openLive, type LiveWorld } from './live-world.ts';

interface Crash {
  readonly what: string;
  readonly dies: readonly [Deed, Moment];
  /** What the provider does with the call that nobody hears the end of. */
  readonly fault?: Fault;
  /** As the row is when the worker is gone. */
  readonly leaves: EntryState;
  /** What becomes of it, and how many posts are live, where the channel can be read back and where it cannot. */
  readonly mastodon: readonly [EntryState, number];
  readonly webhook: readonly [EntryState, number];
}

const CRASHES: readonly Crash[] = [
  {
    what: 'before the claim',
    dies: ['claim', 'before'],
    leaves: 'scheduled',
    mastodon: ['published', 1],
    webhook: ['published', 1],
  },
  {
    what: 'while the claim is written',
    dies: ['claim', 'during'],
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['published', 1],
  },
  {
    what: 'after the claim',
    dies: ['claim', 'after'],
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['published', 1],
  },
  {
    what: 'before the intent',
    dies: ['intent', 'before'],
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['published', 1],
  },
  {
    what: 'after the intent',
    dies: ['intent', 'after'],
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['unconfirmed', 0],
  },
  {
    what: 'during the call, which never arrives',
    dies: ['call', 'during'],
    fault: 'reset-before',
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['unconfirmed', 0],
  },
  {
    what: 'during the call, which arrives',
    dies: ['call', 'during'],
    fault: 'reset-after',
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['unconfirmed', 1],
  },
  {
    what: 'after the provider’s success, before the save',
    dies: ['outcome', 'before'],
    leaves: 'publishing',
    mastodon: ['published', 1],
    webhook: ['unconfirmed', 1],
  },
  {
    what: 'after the save',
    dies: ['outcome', 'after'],
    leaves: 'published',
    mastodon: ['published', 1],
    webhook: ['published', 1],
  },
];

const CASES = CRASHES.flatMap((crash) =>
  (['mastodon', 'webhook'] as const).map((channel): readonly [string, 'mastodon' | 'webhook', Crash] => [
    crash.what,
    channel,
    crash,
  ]),
);

describe('a crash', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  it.each(CASES)('%s, on %s', async (_what, channel, { dies, fault, leaves, ...ends }) => {
    test = await openLive(channel);
    const id = await test.due();
    if (fault) test.provider.standIn.fault(fault);
    await test.look(dyingAt(test.world, ...dies));
    expect((await test.stateOf(id)).state).toBe(leaves);
    await test.pass(25);
    const [state, live] = ends[channel];
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([state, live]);
    await test.pass(60);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([state, live]);
  });

  it('leaves what nobody can confirm to a person, and neither of their answers posts', async () => {
    test = await openLive('webhook');
    const [one, other] = [await test.due(), await test.due()];
    for (const _ of [one, other]) await test.look(dyingAt(test.world, 'outcome', 'before'));
    await test.pass(15);
    const { session } = test.manager;
    for (const [id, as] of [
      [one, 'published'],
      [other, 'not-published'],
    ] as const)
      await settleEntry(test.world, session, { id, as, ifRev: (await test.entry(id)).rev });
    await test.pass(15);
    expect((await test.stateOf(one)).state).toBe('published');
    expect((await test.stateOf(other)).state).toBe('failed');
    expect(test.live()).toBe(2);
  });

  it('after the save, before the event: it reaches the bus after the restart, and nothing is posted again', async () => {
    let isAway = false;
    const reached: string[] = [];
    const bus = (log: Bus): Bus => ({
      publish: async (events) => {
        if (isAway) throw new Error('the bus is away');
        reached.push(...events.map(({ type }) => type));
        await log.publish(events);
      },
    });
    test = await openLive('webhook', {}, { bus });
    const id = await test.due();
    await test.embedded.drained();
    isAway = true;
    await test.look();
    expect((await test.stateOf(id)).state).toBe('published');
    expect(reached).not.toContain('entry.published');
    await test.embedded.close();
    isAway = false;
    const again = await openEmbedded({
      folder: test.folder,
      clock: test.clock,
      ids: test.world.ids,
      media: test.world.media,
      bus: bus({ publish: () => Promise.resolve() }),
    });
    await again.drained();
    await test.look({ store: again.store });
    expect(reached.filter((type) => type === 'entry.published')).toEqual(['entry.published']);
    expect(test.live()).toBe(1);
    await again.close();
  });
});
