/** Fault 5: a wake-up that comes twice, out of order, a day late or out of the dead-letter queue; events that are replayed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { eventLog } from '../../functions/adapters/local/event-log.ts';
import { wakeUpBody } from '../../functions/adapters/aws/wake-up.ts';
import { outbox, type ChangedRow } from '../../functions/adapters/dynamodb/outbox.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import type { Event } from '../../functions/core/events.ts';
import { wakeEntry } from '../../functions/handlers/wake-entry.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { pauseAccount } from '../../functions/use-cases/pause/pause.ts';
import { runs } from '../support/runs.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';
import { openSchedulerHome } from './scheduler-home.ts';

let test: LiveWorld;
afterEach(() => test.close());

const wakeUp = (entry: EntryId): string => wakeUpBody({ workspace: test.workspace, entry });
const states = async (ids: readonly EntryId[]) =>
  Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));
/** One in each end that an entry can come to, an hour after all of them were due. */
const oneOfEach = async (): Promise<readonly EntryId[]> => {
  const [published, failed, unconfirmed] = [await test.due(), await test.due(), await test.due()];
  for (const [id, fault] of [
    [published, undefined],
    [failed, 'refused'],
    [unconfirmed, 'reset-after'],
  ] as const) {
    if (fault) test.provider.standIn.fault(fault);
    await test.wake(id);
  }
  const [cancelled, held] = [await test.due(), await test.due()];
  const { session } = test.manager;
  await cancelEntry(test.world, session, { id: cancelled, ifRev: (await test.entry(cancelled)).rev });
  await pauseAccount(test.world, session, { id: PAGE, paused: true });
  await test.wake(held);
  await pauseAccount(test.world, session, { id: PAGE, paused: false });
  const missed = await test.due();
  test.clock.advance({ hours: 2 });
  await test.look();
  return [published, failed, unconfirmed, cancelled, held, missed];
};
const ENDS = ['published', 'failed', 'unconfirmed', 'cancelled', 'held', 'missed'];

describe('a wake-up', () => {
  it('that comes again and again, at once and later, posts once', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    await Promise.all(Array.from({ length: 6 }, () => test.wake(id)));
    for (let again = 0; again < 3; again += 1) {
      test.clock.advance({ minutes: 7 });
      await test.wake(id);
    }
    expect([await states([id]), test.live()]).toEqual([['published'], 1]);
  });

  it('that comes before its instant does nothing but set the next', async () => {
    test = await openLive('webhook');
    const home = await openSchedulerHome(test);
    const { id } = await test.schedule({ wall: '2027-05-03T10:00' });
    await wakeEntry(home.world, wakeUp(id));
    expect([await states([id]), home.schedules.size]).toEqual([['scheduled'], 1]);
  });

  it('for a slot that the entry left, before or after the new one, does nothing', async () => {
    test = await openLive('webhook');
    const home = await openSchedulerHome(test);
    const { session } = test.manager;
    const slot = { variant: test.variant, account: PAGE, wall: '2027-05-03T10:00' };
    const { id } = (await scheduleEntry(home.world, session, slot)).value;
    const ifRev = (await test.entry(id)).rev;
    await moveEntry(test.world, session, { id, ifRev, wall: '2027-05-03T09:30' });
    test.clock.set('2027-05-03T06:30:00.000Z');
    await test.look();
    test.clock.set('2027-05-03T07:00:00.000Z');
    expect(await home.fire()).toEqual([]);
    expect([await states([id]), test.live(), home.handedOver.length]).toEqual([['published'], 1, 1]);
  });

  it('a day late finds what the sweep did, or what was missed, and never posts late', async () => {
    test = await openLive('webhook');
    const [swept, lost] = [await test.due(), await test.due()];
    await test.wake(swept);
    test.clock.advance({ days: 1 });
    for (const id of [swept, lost]) await wakeEntry(test.world, wakeUp(id));
    expect([await states([swept, lost]), test.live()]).toEqual([['published', 'missed'], 1]);
  });

  it('in any order, as often as it likes, early and late, posts each entry once', async () => {
    test = await openLive('webhook');
    const deliveries = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 40 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(deliveries, async (order) => {
        const before = test.live();
        const ids = [await test.due(), await test.due(), await test.due()];
        for (const [which, seconds] of order) {
          test.clock.advance({ seconds });
          const id = ids[which];
          if (id) await wakeEntry(test.world, wakeUp(id));
        }
        for (const id of ids) await wakeEntry(test.world, wakeUp(id));
        expect([await states(ids), test.live() - before]).toEqual([ids.map(() => 'published'), 3]);
      }),
      runs(20),
    );
  });
});

describe('the dead-letter queue', () => {
  it('driven back, in any state and either order, changes nothing', async () => {
    test = await openLive('webhook');
    const ids = await oneOfEach();
    await test.pass(90);
    expect(await states(ids)).toEqual(ENDS);
    const before = await Promise.all(ids.map(async (id) => test.entry(id)));
    const live = test.live();
    for (const letters of [ids, ids.toReversed()])
      for (const id of letters) await wakeEntry(test.world, wakeUp(id));
    expect(await Promise.all(ids.map(async (id) => test.entry(id)))).toEqual(before);
    expect(test.live()).toBe(live);
  });

  it('driven back within the grace publishes what the queue had given up', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    const get: typeof test.world.store.get = () => Promise.reject(new Error('throttled'));
    const broken = { ...test.world, store: { ...test.world.store, get } };
    for (let receives = 0; receives < 5; receives += 1)
      await expect(wakeEntry(broken, wakeUp(id))).rejects.toThrow('throttled');
    test.clock.advance({ minutes: 20 });
    await wakeEntry(test.world, wakeUp(id));
    await wakeEntry(test.world, wakeUp(id));
    expect([await states([id]), test.live()]).toEqual([['published'], 1]);
  });
});

describe('a letter that Scheduler could not send', () => {
  it('is the whole request, and driven back within the grace publishes once', async () => {
    test = await openLive('webhook');
    const home = await openSchedulerHome(test);
    const slot = { variant: test.variant, account: PAGE, wall: '2027-05-03T10:00' };
    const { id } = (await scheduleEntry(home.world, test.manager.session, slot)).value;
    const [{ request } = { request: '' }] = home.schedules.values();
    test.clock.set('2027-05-03T07:10:00.000Z');
    for (let again = 0; again < 2; again += 1) await wakeEntry(home.world, request);
    expect([await states([id]), test.live()]).toEqual([['published'], 1]);
  });
});

const eventsIn = async (folder: string): Promise<readonly Event[]> => {
  const files = (await readdir(folder)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line): Event => JSON.parse(line)),
  );
};
const asStreamed = (event: Event): ChangedRow => ({
  eventName: 'INSERT',
  image: marshall(
    { pk: event.aggregate, sk: `EVENT#${event.id}`, value: event },
    { removeUndefinedValues: true },
  ),
});
/** As a consumer reads the bus: what it has seen before, by its id, it drops. */
const withoutRepeats = (events: readonly Event[]): readonly Event[] =>
  [...new Map(events.toReversed().map((event) => [event.id, event])).values()].toReversed();

describe('a replay of every event', () => {
  it('publishes nothing and changes no entry, and a consumer knows repeats by their ids', async () => {
    test = await openLive('webhook');
    const ids = await oneOfEach();
    await test.schedule({ wall: '2027-05-04T09:00' });
    await test.embedded.drained();
    const folder = join(test.folder, 'events');
    const happened = await eventsIn(folder);
    const before = await Promise.all(ids.map(async (id) => test.entry(id)));
    const live = test.live();

    await outbox(eventLog(folder), test.world.media)(happened.map(asStreamed));
    for (const event of happened)
      await expect(wakeEntry(test.world, JSON.stringify(event))).rejects.toThrow('Not a wake-up');
    expect(await test.look()).toEqual([]);

    expect(test.live()).toBe(live);
    expect(await Promise.all(ids.map(async (id) => test.entry(id)))).toEqual(before);
    const replayed = await eventsIn(folder);
    expect(replayed).toHaveLength(2 * happened.length);
    expect(withoutRepeats(replayed)).toEqual(happened);
    expect(happened.map(({ type }) => type)).toContain('entry.published');
  });
});
