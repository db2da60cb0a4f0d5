/** Fault 12: a schedule that was created although its answer was lost, one that is missing, one that is orphaned. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wakeUpBody } from '../../functions/adapters/aws/wake-up.ts';
import { asId, type EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { wakeEntry } from '../../functions/handlers/wake-entry.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';
import { openSchedulerHome, type SchedulerHome } from './scheduler-home.ts';

describe('a schedule', () => {
  let test: LiveWorld;
  let home: SchedulerHome;
  beforeEach(async () => {
    test = await openLive('webhook');
    home = await openSchedulerHome(test);
  });
  afterEach(() => test.close());

  const schedule = async (wall = '2027-05-03T10:00') =>
    (await scheduleEntry(home.world, test.manager.session, { variant: test.variant, account: PAGE, wall }))
      .value.id;
  const state = async (id: EntryId) => (await test.stateOf(id)).state;
  /** A minute before the instant a schedule fires, and at the instant the queue's delay is over. */
  const fireAt = async (instant: string) => {
    test.clock.set(new Date(Date.parse(instant) - 60_000).toISOString());
    expect(await home.fire()).toEqual([]);
    test.clock.set(instant);
    expect(await home.fire()).toEqual([]);
  };
  const TEN = '2027-05-03T07:00:00.000Z';

  it('wakes its entry at the second, once', async () => {
    const id = await schedule();
    await fireAt(TEN);
    expect([await state(id), test.live(), home.schedules.size]).toEqual(['published', 1, 0]);
  });

  it('was created, but the answer was lost: scheduling succeeds, and the post goes out once', async () => {
    home.fault('lost');
    const id = await schedule();
    expect(home.troubles).toHaveLength(1);
    home.fault('none');
    await fireAt(TEN);
    await test.pass(5);
    expect([await state(id), test.live()]).toEqual(['published', 1]);
  });

  it('was created, but the answer was lost, and asking again moves the one that is there', async () => {
    home.fault('lost');
    const id = await schedule();
    home.fault('none');
    const ifRev = (await test.entry(id)).rev;
    await moveEntry(home.world, test.manager.session, { id, ifRev, wall: '2027-05-03T11:00' });
    expect(home.schedules.size).toBe(1);
    await fireAt(TEN);
    expect(test.live()).toBe(0);
    await fireAt('2027-05-03T08:00:00.000Z');
    expect([await state(id), test.live()]).toEqual(['published', 1]);
  });

  it.each([
    ['refused', 'refused'],
    ['lost', 'missing'],
  ] as const)(
    'is missing, since Scheduler %s it: the sweep finds the entry at its minute',
    async (_how, fault) => {
      home.fault(fault);
      const id = await schedule();
      home.fault('none');
      await fireAt(TEN);
      expect([await state(id), test.live()]).toEqual(['scheduled', 0]);
      expect(await test.look()).toEqual([]);
      expect([await state(id), test.live()]).toEqual(['published', 1]);
    },
  );

  it('is missing for a retry that the provider asked for: the sweep finds that, too', async () => {
    const id = await schedule();
    test.provider.standIn.fault('rate-limited');
    test.clock.set(TEN);
    home.fault('refused');
    await wakeEntry(home.world, wakeUpBody({ workspace: test.workspace, entry: id }));
    expect(await state(id)).toBe('scheduled');
    await test.pass(5);
    expect([await state(id), test.live()]).toEqual(['published', 1]);
  });

  it('is orphaned by a cancel that could not delete it: it fires, and nothing happens', async () => {
    const id = await schedule();
    home.fault('refused');
    await cancelEntry(home.world, test.manager.session, { id, ifRev: (await test.entry(id)).rev });
    home.fault('none');
    expect(home.schedules.size).toBe(1);
    await fireAt(TEN);
    expect([await state(id), test.live(), home.schedules.size]).toEqual(['cancelled', 0, 0]);
  });

  it('is orphaned by an entry that is gone, or was never saved: it fires, and nothing happens', async () => {
    const id = await schedule();
    const key = keys.entry(test.manager.session.tenant, id);
    await test.world.store.tick([{ op: 'remove', key, rev: (await test.entry(id)).rev }]);
    await home.world.wakeUps.set(test.workspace, asId<EntryId>(test.world.ids.next()), TEN);
    expect(home.schedules.size).toBe(2);
    await fireAt(TEN);
    expect([home.handedOver.length, home.schedules.size, test.live()]).toEqual([2, 0, 0]);
  });
});
