/** The stream: every event once it is committed, in order, at least once; and what time takes away. */
import { rm } from 'node:fs/promises';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Base } from '../../../functions/adapters/local/embedded-dynamodb/base.ts';
import type { StreamRecord } from '../../../functions/adapters/local/embedded-dynamodb/changes.ts';
import { prefixed } from '../../../functions/adapters/local/embedded-dynamodb/disk.ts';
import { openEmbedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import type { Embedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { rows } from '../../../functions/adapters/local/embedded-dynamodb/rows.ts';
import { openDataFolder } from '../../../functions/adapters/local/data-folder.ts';
import { TABLE_NAME } from '../../../functions/adapters/table.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import type { Event } from '../../../functions/core/events.ts';
import { commitOf, keyOf, movableClock } from '../../contract/store/home.ts';
import type { MovableClock } from '../../contract/store/home.ts';
import { mediaInMemory, temporaryFolder } from './homes.ts';

let folder: string;
let clock: MovableClock;
let home: Embedded;
let published: Event[];
let failures: number;

const media = mediaInMemory();

const open = (): Promise<Embedded> =>
  openEmbedded({
    folder,
    clock,
    media,
    ids: ulids(clock),
    report: () => undefined,
    bus: {
      publish: async (events) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the bus is away');
        published.push(...events);
      },
    },
  });

const reopen = async (): Promise<void> => {
  await home.close();
  home = await open();
};

beforeEach(async () => {
  folder = await temporaryFolder();
  clock = movableClock('2027-05-03T06:00:00.000Z');
  published = [];
  failures = 0;
  home = await open();
});

afterEach(async () => {
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

const commit = async (id: string, count: number): Promise<readonly Event[]> => {
  const events: Event[] = [];
  const key = keyOf('ws', id);
  for (let n = 0; n < count; n += 1) {
    events.push(await home.store.commit(commitOf(key, { n }, await home.store.get(key))));
  }
  return events;
};

/** The records that the stream keeps, read from the folder itself. */
const recordsKept = async (): Promise<readonly StreamRecord[]> => {
  await home.close();
  const base = await Base.open(await openDataFolder(folder));
  const kept = await base.read(async (snapshot) => {
    const found: StreamRecord[] = [];
    for await (const [, text] of snapshot.entries(prefixed(rows.stream(TABLE_NAME))))
      found.push(JSON.parse(text));
    return found;
  });
  await base.close();
  home = await open();
  return kept;
};

test('the bus gets every event, whole, in the order of its aggregate', async () => {
  const [a, b] = await Promise.all([commit('a', 5), commit('b', 5)]);
  await home.drained();
  for (const events of [a, b]) {
    expect(published.filter(({ aggregate }) => aggregate === events[0]?.aggregate)).toEqual(events);
  }
  expect(published).toHaveLength(10);
});

test('what the bus refused comes again, in order, and nothing after it overtakes', async () => {
  failures = 2;
  const events = await commit('a', 3);
  await expect.poll(() => published.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
});

test('what was handed over is not handed over again after a restart; what was not, is', async () => {
  const first = await commit('a', 2);
  await home.drained();
  failures = Infinity;
  const second = await commit('a', 2);
  await home.close();
  failures = 0;
  home = await open();
  await home.drained();
  expect(published).toEqual([...first, ...second]);
});

test('a big event reaches the bus whole', async () => {
  const key = keyOf('ws', 'a');
  const asked = commitOf(key, {});
  const event = await home.store.commit({
    ...asked,
    event: { ...asked.event, data: { text: 'x'.repeat(100_000) } },
  });
  await home.drained();
  expect(published).toEqual([event]);
});

test('records go after a day, once they are handed over, and the sequence goes on', async () => {
  await commit('a', 2);
  await home.drained();
  const [last] = (await recordsKept()).slice(-1);
  clock.advance(25);
  await home.sweep();
  expect(await recordsKept()).toEqual([]);
  await reopen();
  const events = await commit('b', 1);
  const [next] = await recordsKept();
  expect(Number(next?.dynamodb.SequenceNumber)).toBeGreaterThan(Number(last?.dynamodb.SequenceNumber));
  await expect.poll(() => published.slice(-1)).toEqual(events);
});

test('records that nobody took yet stay', async () => {
  failures = Infinity;
  const events = await commit('a', 1);
  clock.advance(25);
  await home.sweep();
  await home.close();
  failures = 0;
  home = await open();
  await home.drained();
  expect(published).toEqual(events);
});

const put = (id: string, more: { expires?: number }) => ({
  op: 'put' as const,
  key: keyOf('ws', id),
  value: { id },
  rev: 0,
  index: { lists: { pk: 'L', sk: id } },
  ...more,
});

test('the sweeper removes what is over, from the table and its indexes, and the stream says that time did it', async () => {
  const expires = (hours: number): number => Math.floor(Date.parse(clock.now()) / 1000) + hours * 3600;
  await home.store.tick([
    put('soon', { expires: expires(1) }),
    put('later', { expires: expires(9) }),
    put('never', {}),
  ]);
  await home.store.tick([{ ...put('renewed', { expires: expires(1) }) }]);
  await home.store.tick([{ ...put('renewed', { expires: expires(9) }), rev: 1 }]);
  clock.advance(2);
  await home.sweep();
  const { Items: found = [] } = await home.client.send(
    new QueryCommand({
      TableName: home.table,
      IndexName: 'lists',
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'listsPk' },
      ExpressionAttributeValues: { ':pk': 'L' },
    }),
  );
  expect(found.map((item) => item['value'].id)).toEqual(['later', 'never', 'renewed']);
  const removed = (await recordsKept()).filter(({ eventName }) => eventName === 'REMOVE');
  expect(removed).toMatchObject([
    {
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      dynamodb: {
        Keys: { pk: { S: keyOf('ws', 'soon').pk } },
        OldImage: { value: { M: { id: { S: 'soon' } } } },
      },
    },
  ]);
});
