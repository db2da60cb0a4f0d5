/** Fault 10: the store throttles, conflicts, its index lags, the disk is full. Two processes on one folder: `tests/adapters/store/data-folder.test.ts`. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import { Refused } from '../../functions/core/errors.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import type { Store, World } from '../../functions/ports.ts';
import { faultyDisk } from '../adapters/store/faulty-disk.ts';
import { aroundDeeds, beforeDeed, type Deed } from './deeds.ts';
import { LIVE_CHANNELS, openLive, type LiveChannel, type LiveWorld } from './live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

const WRITES = ['claim', 'intent', 'outcome'] as const satisfies readonly Deed[];
type Write = (typeof WRITES)[number];
const CASES = LIVE_CHANNELS.flatMap((channel) => WRITES.map((deed) => [deed, channel] as const));

/** What nobody could write down after the call is read back, or a person's to say. */
const endOf = (deed: Write, channel: LiveChannel): EntryState =>
  deed === 'outcome' && channel === 'webhook' ? 'unconfirmed' : 'published';

/** A write that the store does not take, once; what is asked before and after is taken. */
const refusing = (world: World, deed: Deed, error: () => Error): World => {
  let done = false;
  return aroundDeeds(world, async (at, does) => {
    if (at !== deed || done) return does();
    done = true;
    throw error();
  });
};
const throttled = (): Error =>
  Object.assign(new Error('Rate exceeded'), { name: 'ProvisionedThroughputExceededException' });

describe('a store that throttles', () => {
  it.each(CASES)('at the %s, on %s, makes nobody post twice or forget', async (deed, channel) => {
    test = await openLive(channel);
    const id = await test.due();
    await test.look(refusing(test.world, deed, throttled));
    await test.pass(25);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([endOf(deed, channel), 1]);
  });
});

describe('a store that conflicts', () => {
  const conflict = (): Error => new Refused('stale', 'It changed since');

  it.each(CASES)('at the %s, on %s, is asked again on the newest row', async (deed, channel) => {
    test = await openLive(channel);
    const id = await test.due();
    await test.look(refusing(test.world, deed, conflict));
    await test.pass(25);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });
});

describe('an index that lags', () => {
  it('and still lists what was cancelled, moved or published wakes nothing', async () => {
    test = await openLive('webhook');
    const { session } = test.manager;
    const [gone, moved, live] = [await test.due(), await test.due(), await test.due()];
    const { store } = test.world;
    const lagging = async (): Promise<void> => {
      await cancelEntry(test.world, session, { id: gone, ifRev: (await test.entry(gone)).rev });
      const { rev } = await test.entry(moved);
      await moveEntry(test.world, session, { id: moved, ifRev: rev, wall: '2027-05-03T11:00' });
      await test.wake(live);
    };
    let asked: Promise<void> | undefined;
    const find: Store['find'] = async <T>(...args: Parameters<Store['find']>) => {
      const page = await store.find<T>(...args);
      await (asked ??= lagging());
      return page;
    };
    expect(await test.look({ store: { ...store, find } })).toEqual([]);
    const ends = await Promise.all([gone, moved, live].map(async (id) => (await test.stateOf(id)).state));
    expect(ends).toEqual(['cancelled', 'scheduled', 'published']);
    expect(test.live()).toBe(1);
  });

  it('and lists nothing yet leaves it to the next look', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    const { store } = test.world;
    await test.look({ store: { ...store, find: () => Promise.resolve({ rows: [] }) } });
    expect((await test.stateOf(id)).state).toBe('scheduled');
    await test.pass(5);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });
});

describe('a full disk', () => {
  it.each(CASES)('at the %s, on %s, loses nothing once there is room again', async (deed, channel) => {
    const disk = faultyDisk();
    test = await openLive(channel, {}, { openDisk: disk.open });
    const id = await test.due();
    const fill = async (): Promise<void> => {
      disk.faults.next = 'full';
    };
    await test.look(beforeDeed(test.world, deed, fill));
    expect(test.live()).toBe(deed === 'outcome' ? 1 : 0);
    disk.faults.next = 'none';
    await test.pass(25);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual([endOf(deed, channel), 1]);
  });
});
