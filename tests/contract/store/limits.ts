/** Contract: how much fits, where big values go, and what happens when many write at once. */
import { createCipheriv } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../../functions/adapters/dynamodb/audit.ts';
import { dynamoStore } from '../../../functions/adapters/dynamodb/store.ts';
import { Refused } from '../../../functions/core/errors.ts';
import type { Change } from '../../../functions/ports.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { commitOf, freshWorkspace, keyOf, refusalOf } from './home.ts';
import type { Home, Value } from './home.ts';

const puts = (ws: string, count: number, value: (at: number) => Value = (n) => ({ n })): readonly Change[] =>
  Array.from({ length: count }, (_, n) => ({ op: 'put', key: keyOf(ws, `r${n}`), value: value(n), rev: 0 }));

const LONGEST = 600_000;
const KEY = Buffer.alloc(16, 7);
const LETTERS = [...'αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя'];
/** Two bytes a letter, so that counting characters would pass what counting bytes refuses; gzip cannot shrink it away. */
const NOISE = Array.from(
  createCipheriv('aes-128-ctr', KEY, KEY).update(Buffer.alloc(LONGEST / 2)),
  (byte) => LETTERS[byte % LETTERS.length],
).join('');
const noise = (bytes: number): string => NOISE.slice(0, bytes / 2);

export const limits = (home: () => Home): void => {
  test.each([
    { said: 'a hundred actions', changes: 98, code: undefined },
    { said: 'a hundred and one', changes: 99, code: 'too-large' },
  ])('$said: $code', async ({ changes, code }) => {
    const { store } = home();
    const ws = freshWorkspace();
    const refused = await refusalOf(
      store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { changes: puts(ws, changes) })),
    );
    expect(refused?.code).toBe(code);
    expect((await store.get(keyOf(ws, 'r97'))) !== undefined).toBe(code === undefined);
  });

  test.each([
    { said: 'a row of 300,000 bytes', rows: 1, bytes: 300_000, code: undefined },
    { said: 'a row over 400 kB', rows: 1, bytes: 420_000, code: 'too-large' },
    { said: 'rows over 4 MB together', rows: 13, bytes: 350_000, code: 'too-large' },
  ])('$said, without media storage: $code', async ({ rows, bytes, code }) => {
    const { client, table, clock } = home();
    const store = dynamoStore({ client, table, clock, ids: ulids(clock) });
    const ws = freshWorkspace();
    const changes = puts(ws, rows, () => ({ text: noise(bytes) }));
    expect((await refusalOf(store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { changes }))))?.code).toBe(
      code,
    );
    expect((await store.get(keyOf(ws, 'c'))) !== undefined).toBe(code === undefined);
  });

  test('a value over 64 kB leaves the row and reads as if it had not', async () => {
    const { store, client, table } = home();
    const ws = freshWorkspace();
    const key = keyOf(ws, 'c');
    const value = { text: noise(600_000) };
    const index = { lists: { pk: `W#${ws}#L`, sk: 'a' } };
    const asked = commitOf(key, value);
    await store.commit({ ...asked, head: { ...asked.head, index } });
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: key.pk, sk: key.sk } }),
    );
    expect(item).toMatchObject({ big: expect.stringMatching(/^[0-9a-f]{64}$/u), size: 600_011 });
    expect(item).not.toHaveProperty('value');
    const row = await store.get(key);
    expect(row?.value).toEqual(value);
    expect((await store.children(key.pk, 'META')).rows).toEqual([row]);
    expect((await store.find('lists', index.lists.pk)).rows).toEqual([row]);
    await store.commit(commitOf(key, { text: 'short' }, row));
    expect((await store.get(key))?.value).toEqual({ text: 'short' });
  });

  test('sixteen writers on one head: every change counted, the chain whole', async () => {
    const { store } = home();
    const ws = freshWorkspace();
    const key = keyOf(ws, 'c');
    await store.commit(commitOf(key, { n: 0 }));
    const add = async (): Promise<void> => {
      const row = await store.get(key);
      try {
        await store.commit(commitOf(key, { n: Number(row?.value['n']) + 1 }, row));
      } catch (error) {
        if (!(error instanceof Refused) || (error.code !== 'stale' && error.code !== 'busy')) throw error;
        await add();
      }
    };
    await Promise.all(Array.from({ length: 16 }, () => add()));
    expect(await store.get(key)).toMatchObject({ rev: 17, value: { n: 16 } });
    expect(await verifyAudit(home(), ws)).toEqual({ checked: 17, broken: [] });
  });

  test('of sixteen who create the same row, one does', async () => {
    const { store } = home();
    const key = keyOf(freshWorkspace(), 'c');
    const codes = await Promise.all(
      Array.from({ length: 16 }, async (_, n) => (await refusalOf(store.commit(commitOf(key, { n }))))?.code),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'already-exists' || code === 'busy')).toHaveLength(15);
  });

  test('nobody ever reads half of a commit', async () => {
    const { store } = home();
    const ws = freshWorkspace();
    const both = ['one', 'two'].map((sk) => keyOf(ws, 'pair', sk));
    const write = async (): Promise<void> => {
      for (let n = 0; n < 20; n += 1) {
        const changes = both.map((key): Change => ({ op: 'put', key, value: { n }, rev: n }));
        await store.tick(changes);
      }
    };
    const seen: (readonly [unknown, unknown])[] = [];
    const read = async (): Promise<void> => {
      for (let n = 0; n < 60; n += 1) {
        const { rows } = await store.children<Value>(both[0]?.pk ?? '', '');
        seen.push([rows[0]?.value['n'], rows[1]?.value['n']]);
      }
    };
    await Promise.all([write(), read(), read()]);
    expect(seen.filter(([one, two]) => one !== two)).toEqual([]);
  });
};
