/** What SIGKILL cannot show: a power cut, and a disk that is full. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '../../../functions/adapters/dynamodb/audit.ts';
import { openEmbedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import type { Embedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import type { Event } from '../../../functions/core/events.ts';
import type { Commit } from '../../../functions/ports.ts';
import { commitOf, keyOf, movableClock, refusalOf } from '../../contract/store/home.ts';
import type { Value } from '../../contract/store/home.ts';
import { faultyDisk } from './faulty-disk.ts';
import type { FaultyDisk } from './faulty-disk.ts';
import { temporaryFolder } from './homes.ts';

const clock = movableClock('2027-05-03T06:00:00.000Z');
const ids = ulids(clock);
const list = 'W#ws#L';

let folder: string;
let disk: FaultyDisk;
let home: Embedded;
let published: Event[];

const open = (): Promise<Embedded> => {
  const bus = { publish: async (events: readonly Event[]) => void published.push(...events) };
  return openEmbedded({ folder, clock, ids, bus, report: () => undefined, openDisk: disk.open });
};

beforeEach(async () => {
  folder = await temporaryFolder();
  disk = faultyDisk();
  published = [];
  home = await open();
});

afterEach(async () => {
  disk.faults.next = 'none';
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

const listed = (id: string, n: number): Commit => {
  const asked = commitOf(keyOf('ws', id), { n });
  return { ...asked, head: { ...asked.head, index: { lists: { pk: list, sk: id } } } };
};

/** The store as a restart after a power cut finds it. */
const afterPowerCut = async (): Promise<void> => {
  await disk.powerCut();
  await home.close();
  home = await open();
};

test('the wrapper does forget what was not synced', async () => {
  const other = faultyDisk();
  const level = await other.open(join(folder, 'other'));
  await level.write([['a', '1']], { sync: true });
  await level.write(
    [
      ['a', '2'],
      ['b', '2'],
    ],
    { sync: false },
  );
  expect([level.get('a'), level.get('b')]).toEqual(['2', '2']);
  await other.powerCut();
  const again = await other.open(join(folder, 'other'));
  expect([again.get('a'), again.get('b')]).toEqual(['1', undefined]);
  await again.close();
});

test('a power cut takes nothing that was answered, from many writers at once', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `c${n}`);
  await Promise.all(names.map((id) => home.store.commit(listed(id, 1))));
  await afterPowerCut();
  const { rows } = await home.store.find('lists', list);
  expect(rows.map(({ key }) => key.pk).toSorted()).toEqual(names.map((id) => keyOf('ws', id).pk).toSorted());
  expect(await verifyAudit(home, 'ws')).toEqual({ checked: 40, broken: [] });
});

test('a full disk is said, leaves nothing half-written, and does not stop reading', async () => {
  await home.store.commit(listed('before', 1));
  disk.faults.next = 'full';
  const refused = await Promise.all(['x', 'y', 'z'].map((id) => refusalOf(home.store.commit(listed(id, 1)))));
  const full = { code: 'storage-full', details: { folder } };
  expect(refused).toEqual([full, full, full]);
  expect(await home.store.get(keyOf('ws', 'before'))).toMatchObject({ value: { n: 1 } });
  expect((await home.store.find<Value>('lists', list)).rows).toHaveLength(1);
  expect((await home.store.children(keyOf('ws', 'x').pk, '')).rows).toEqual([]);
  expect((await refusalOf(home.store.commit(listed('w', 1))))?.code).toBe('storage-full');
});

test('with space again the next write holds, through a power cut too', async () => {
  disk.faults.next = 'full';
  expect((await refusalOf(home.store.commit(listed('x', 1))))?.code).toBe('storage-full');
  disk.faults.next = 'none';
  await home.store.commit(listed('x', 2));
  await afterPowerCut();
  expect(await home.store.get(keyOf('ws', 'x'))).toMatchObject({ rev: 1, value: { n: 2 } });
  expect(await verifyAudit(home, 'ws')).toEqual({ checked: 1, broken: [] });
  await home.drained();
  expect(published.map(({ aggregate }) => aggregate)).toContain(keyOf('ws', 'x').pk);
});

test('a write that failed and yet landed is whole, and what follows knows it', async () => {
  disk.faults.next = 'landed';
  expect((await refusalOf(home.store.commit(listed('x', 1))))?.code).toBe('storage-full');
  disk.faults.next = 'none';
  const again = await refusalOf(home.store.commit(listed('x', 2)));
  await home.store.commit(listed('y', 1));
  const found = await home.store.get(keyOf('ws', 'x'));
  expect(found?.value).toEqual({ n: again === undefined ? 2 : 1 });
  expect((await home.store.find('lists', list)).rows).toHaveLength(2);
  expect((await verifyAudit(home, 'ws')).broken).toEqual([]);
});

test('readers go on while the database is opened again', async () => {
  await home.store.commit(listed('before', 1));
  disk.faults.next = 'full';
  await refusalOf(home.store.commit(listed('x', 1)));
  disk.faults.next = 'none';
  const reads = Array.from({ length: 50 }, () => home.store.get(keyOf('ws', 'before')));
  await Promise.all([home.store.commit(listed('x', 1)), ...reads]);
  expect((await Promise.all(reads)).map((row) => row?.rev)).toEqual(Array(50).fill(1));
});
