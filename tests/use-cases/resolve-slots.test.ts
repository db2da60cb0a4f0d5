/** New zone data: what waits keeps its wall time; what moves is told, what is gone is held, each once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { resolveWall, zoneDataVersion, type Resolved, type ZoneData } from '../../functions/core/zone.ts';
import { resolveOnNewData } from '../../functions/use-cases/entry/resolve-on-new-data.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { resolveSlots, resolveSlotsBy } from '../../functions/use-cases/entry/resolve-slots.ts';
import { listEvents } from '../../functions/use-cases/list-events.ts';
import { keys } from '../../functions/core/keys.ts';
import { putEntry } from '../../functions/use-cases/rows.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

/** A parliament keeps Athens on winter time from 10 May, and jumps from 09:00 to 10:00 on the 12th. */
const later: ZoneData = {
  version: '2099a',
  resolve: (wall, zone): Resolved => {
    if (wall >= '2027-05-12T09:00' && wall < '2027-05-12T10:00')
      return { status: 'skipped', instants: [], suggestions: ['2027-05-12T08:59', '2027-05-12T10:00'] };
    return wall >= '2027-05-10T00:00' ? resolveWall(wall, 'Etc/GMT-2') : resolveWall(wall, zone);
  },
};

let test: ApprovedWorld;
beforeEach(async () => {
  test = await makeApprovedWorld({ gap: 30 });
});
afterEach(() => test.close());

const admin = async () => (await test.asMember('admin')).session;
const notices = async () =>
  (await listNotices(test.world, test.manager.session, { limit: 50 })).items.map(({ kind, says }) => [
    kind,
    says,
  ]);
const run = async () => resolveSlotsBy(later)(test.world, await admin(), undefined);

it('keeps the release with each entry, and finds nothing to do while it is the same', async () => {
  const made = await test.schedule({ wall: '2027-05-11T09:00' });
  expect(made.zoneData).toBe(zoneDataVersion);
  expect(await resolveSlots(test.world, await admin(), undefined)).toEqual({
    version: zoneDataVersion,
    looked: 0,
    moved: [],
    held: [],
  });
});

it('moves the instant of a wall time, tells its owner and the audit trail, and frees its old time', async () => {
  const same = await test.schedule({ wall: '2027-05-09T09:00' });
  const made = await test.schedule({ wall: '2027-05-11T09:00' });
  expect(await run()).toMatchObject({ version: '2099a', looked: 2, held: [] });
  const { value } = await test.entry(made.id);
  expect(value).toMatchObject({
    state: 'scheduled',
    slot: { wall: '2027-05-11T09:00', zone: 'Europe/Athens', instant: '2027-05-11T07:00:00Z' },
    wakeAt: '2027-05-11T07:00:00Z',
    zoneData: '2099a',
  });
  expect((await test.entry(same.id)).value).toMatchObject({ slot: same.slot, zoneData: '2099a' });
  expect(await notices()).toEqual([
    [
      'moved',
      expect.stringContaining(
        'which is 2027-05-11T07:00:00Z by the zone data 2099a and was 2027-05-11T06:00:00Z',
      ),
    ],
  ]);
  const trail = await listEvents(test.world, await admin(), { of: 'entry', id: made.id, limit: 10 });
  expect(trail.items.at(-1)).toMatchObject({ type: 'entry.moved', by: { system: 'job' } });
  expect(await test.schedule({ wall: '2027-05-11T09:00' })).toMatchObject({ state: 'scheduled' });
});

it('holds what exists no more with its two nearest times, planned or scheduled', async () => {
  const scheduled = await test.schedule({ wall: '2027-05-12T09:15' });
  const { held, moved } = await run();
  expect([held.map(({ id }) => id), moved]).toEqual([[scheduled.id], []]);
  expect((await test.entry(scheduled.id)).value).toMatchObject({
    state: 'held',
    slot: scheduled.slot,
    hold: { reason: 'zone-changed', says: expect.stringContaining('2027-05-12T08:59 or 2027-05-12T10:00') },
  });
  expect(await notices()).toEqual([['held', expect.stringContaining('does not exist in Europe/Athens')]]);
});

it('holds what would be over, and what would come too near another', async () => {
  const near = await test.schedule({ wall: '2027-05-09T23:45' });
  const moving = await test.schedule({ wall: '2027-05-10T00:20' });
  test.clock.set('2027-05-09T20:00:00Z');
  const nearer: ZoneData = {
    version: '2099b',
    resolve: (wall, zone) =>
      wall.startsWith('2027-05-10') ? resolveWall(wall, 'Etc/GMT-4') : resolveWall(wall, zone),
  };
  const { held } = await resolveSlotsBy(nearer)(test.world, await admin(), undefined);
  expect(held.map(({ id, hold }) => [id, hold?.reason])).toEqual([[moving.id, 'zone-changed']]);
  expect((await test.entry(near.id)).value.state).toBe('scheduled');
});

it('does each entry once, however often it runs, and goes on where a broken run stopped', async () => {
  const made = await Promise.all(
    ['10', '11', '13'].map((day) => test.schedule({ wall: `2027-05-${day}T09:00` })),
  );
  let commits = 0;
  const commit: typeof test.world.store.commit = (asked) => {
    commits += 1;
    return commits > 1 ? Promise.reject(new Error('The power went')) : test.world.store.commit(asked);
  };
  const broken = { ...test.world, store: { ...test.world.store, commit } };
  await expect(resolveSlotsBy(later)(broken, await admin(), undefined)).rejects.toThrow('The power went');
  expect((await run()).moved).toHaveLength(2);
  expect(await run()).toMatchObject({ looked: 0 });
  for (const { id } of made) expect((await test.entry(id)).value.zoneData).toBe('2099a');
  expect(await notices()).toHaveLength(3);
});

it('a held entry goes on when it is retried where the shipped data knows its wall time', async () => {
  const made = await test.schedule({ wall: '2027-05-12T09:15' });
  await run();
  const { rev } = await test.entry(made.id);
  expect(await retryEntry(test.world, test.manager.session, { id: made.id, ifRev: rev })).toMatchObject({
    value: { state: 'scheduled' },
  });
});

it('a held entry does not go on at the instant that it had', async () => {
  const made = await test.schedule({ wall: '2027-05-12T09:15' });
  await run();
  const row = await test.world.store.get(keys.entry(test.manager.session.tenant, made.id));
  if (!row) throw new Error('The entry is gone');
  const slot = { ...row.value.slot, instant: '2027-05-12T05:15:00Z' };
  await test.world.store.tick([putEntry(test.manager.session.tenant, { ...row.value, slot }, row)]);
  await expect(
    retryEntry(test.world, test.manager.session, { id: made.id, ifRev: row.rev + 1 }),
  ).rejects.toMatchObject({ code: 'not-in-this-state', details: { instant: '2027-05-12T06:15:00Z' } });
});

it('a home does so by itself, in every workspace, once for each release', async () => {
  const { id } = await test.schedule({ wall: '2027-05-11T09:00' });
  expect(await resolveOnNewData(test.world, later)).toMatchObject({ version: '2099a', moved: [{ id }] });
  expect(await resolveOnNewData(test.world, later)).toBeUndefined();
});

it('goes on where it was stopped', async () => {
  await test.schedule({ wall: '2027-05-11T09:00' });
  const { wakeUps } = test.world;
  const dies = { ...wakeUps, set: () => Promise.reject(new Error('killed')) };
  await expect(resolveOnNewData({ ...test.world, wakeUps: dies }, later)).rejects.toThrow('killed');
  expect(await resolveOnNewData(test.world, later)).toMatchObject({ version: '2099a' });
  expect(await resolveOnNewData(test.world, later)).toBeUndefined();
  expect(await notices()).toHaveLength(1);
});
