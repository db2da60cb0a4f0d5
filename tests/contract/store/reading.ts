/** Contract: reading by partition and by index, in order, in pages. */
import { expect, test } from 'vitest';
import type { Asking, Change, Page } from '../../../functions/ports.ts';
import { commitOf, freshWorkspace, keyOf, refusalOf } from './home.ts';
import type { Home, Value } from './home.ts';

const SORT_KEYS = ['A#1', 'V#1', 'V#2', 'V#É', 'V#я', 'V#中', 'V#😀', 'W#1'];

const filled = async ({ store }: Home) => {
  const ws = freshWorkspace();
  const changes = SORT_KEYS.map((sk): Change => ({
    op: 'put',
    key: keyOf(ws, 'c', sk),
    value: { sk },
    rev: 0,
    index: { lists: { pk: `W#${ws}#L`, sk } },
  }));
  await store.tick(changes);
  return { pk: keyOf(ws, 'c').pk, list: `W#${ws}#L` };
};

const everyPage = async <T>(
  ask: (asking: Asking) => Promise<Page<T>>,
  asking: Asking,
): Promise<readonly T[][]> => {
  const pages: T[][] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await ask(cursor === undefined ? asking : { ...asking, cursor });
    pages.push(page.rows.map(({ value }) => value));
    ({ cursor } = page);
  } while (cursor !== undefined);
  return pages;
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const reading = (home: () => Home): void => {
  test.each<{ prefix: string; asking: Asking; found: readonly string[] }>([
    { prefix: '', asking: {}, found: SORT_KEYS },
    { prefix: 'V#', asking: {}, found: ['V#1', 'V#2', 'V#É', 'V#я', 'V#中', 'V#😀'] },
    { prefix: 'V#', asking: { descending: true }, found: ['V#😀', 'V#中', 'V#я', 'V#É', 'V#2', 'V#1'] },
    { prefix: 'V#', asking: { from: 'V#2', to: 'V#я' }, found: ['V#2', 'V#É', 'V#я'] },
    { prefix: 'V#', asking: { from: 'A#1', to: 'W#1' }, found: ['V#1', 'V#2', 'V#É', 'V#я', 'V#中', 'V#😀'] },
    { prefix: '', asking: { to: 'V#1' }, found: ['A#1', 'V#1'] },
    { prefix: '', asking: { from: 'V#中' }, found: ['V#中', 'V#😀', 'W#1'] },
    { prefix: 'V#', asking: { from: 'V#5', to: 'V#3' }, found: [] },
    { prefix: 'Z', asking: {}, found: [] },
  ])('children $prefix $asking', async ({ prefix, asking, found }) => {
    const { pk } = await filled(home());
    const { rows, cursor } = await home().store.children<Value>(pk, prefix, asking);
    expect(rows.map(({ value }) => value['sk'])).toEqual(found);
    expect(cursor).toBeUndefined();
  });

  test.each<{ asking: Asking; pages: readonly number[] }>([
    { asking: { limit: 3 }, pages: [3, 3, 2] },
    { asking: { limit: 4 }, pages: [4, 4] },
    { asking: { limit: 8 }, pages: [8] },
    { asking: { limit: 1000 }, pages: [8] },
    { asking: { limit: 3, descending: true }, pages: [3, 3, 2] },
    { asking: { limit: 2, from: 'V#1', to: 'V#中' }, pages: [2, 2, 1] },
    { asking: { limit: 2, from: 'V#1', to: 'V#中', descending: true }, pages: [2, 2, 1] },
  ])('pages of $asking are the whole, each row once', async ({ asking, pages }) => {
    const { store } = home();
    const { pk, list } = await filled(home());
    const whole = SORT_KEYS.filter(
      (sk) =>
        sk >= (asking.from ?? '') &&
        sk <= (asking.to ?? '\uFFFF') &&
        (asking.to === undefined || sk !== 'V#😀'),
    );
    const expected = asking.descending === true ? whole.toReversed() : whole;
    const asks = [
      (each: Asking) => store.children<Value>(pk, '', each),
      (each: Asking) => store.find<Value>('lists', list, each),
    ];
    for (const ask of asks) {
      const found = await everyPage(ask, asking);
      expect(found.map((page) => page.length)).toEqual(pages);
      expect(found.flat().map(({ sk }) => sk)).toEqual(expected);
    }
  });

  test('rows that share an index key are all found, once, in any page size', async () => {
    const { store } = home();
    const ws = freshWorkspace();
    const index = { wake: { pk: `WAKE#${ws}`, sk: '2027-06-12T06:00:00.000Z' } };
    const ids = Array.from({ length: 150 }, (_, at) => `e${at}`);
    for (const some of [ids.slice(0, 75), ids.slice(75)]) {
      await store.tick(
        some.map((id): Change => ({ op: 'put', key: keyOf(ws, id), value: { id }, rev: 0, index })),
      );
    }
    for (const asking of [{}, { limit: 7 }, { limit: 50, descending: true }]) {
      const found = await everyPage((each) => store.find<Value>('wake', `WAKE#${ws}`, each), asking);
      const foundIds = found.flat().map(({ id }) => id);
      expect(new Set(foundIds)).toEqual(new Set(ids));
      expect(foundIds).toHaveLength(ids.length);
    }
  });

  test.each<{ said: string; asking: Asking }>([
    { said: 'no cursor at all', asking: { cursor: 'nonsense' } },
    { said: 'an empty cursor', asking: { cursor: '' } },
    { said: 'JSON of another shape', asking: { cursor: encoded({ sk: 'V#1' }) } },
    { said: 'too many parts', asking: { cursor: encoded(['V#1', 'W#x', 'V#1', 'V#1']) } },
    { said: 'a number', asking: { cursor: encoded([1]) } },
    { said: 'an empty key', asking: { cursor: encoded(['']) } },
    { said: 'a key outside the prefix', asking: { cursor: encoded(['W#1']) } },
    { said: 'a limit of nothing', asking: { limit: 0 } },
    { said: 'half a row', asking: { limit: 1.5 } },
    { said: 'too many rows', asking: { limit: 1001 } },
  ])('$said is refused', async ({ asking }) => {
    const { store } = home();
    const { pk, list } = await filled(home());
    expect((await refusalOf(store.children(pk, 'V#', asking)))?.code).toBe('invalid-input');
    const { cursor } = asking;
    if (cursor === undefined || cursor === encoded(['W#1'])) return;
    expect((await refusalOf(store.find('lists', list, asking)))?.code).toBe('invalid-input');
  });

  test.each<{ said: string; value: unknown; read?: unknown }>([
    { said: 'nothing', value: null },
    { said: 'empty things', value: { text: '', list: [], map: {} } },
    {
      said: 'six scripts',
      value: { el: 'Κεράκι', ru: 'Ёлка', id: 'Rp', zh: '眼鏡', fa: 'عینک', emoji: '👩‍👩‍👧‍👦' },
    },
    { said: 'numbers', value: [0, -1, 0.1, 1e21, 1e-7, 9_007_199_254_740_991, 123_456_789.123_456_78] },
    { said: 'deep nesting', value: { a: [{ b: [{ c: [null, true, false, 'x'] }] }] } },
    { said: 'awkward names', value: { 'a.b': 1, '#c': 2, ':d': 3, size: 4, value: 5, 'with space': 6 } },
    { said: 'what looks like a big row', value: { big: 'abc', size: 3 } },
    { said: 'a lone surrogate', value: { text: 'a\uD800b' }, read: { text: 'a\uFFFDb' } },
    { said: 'absent fields', value: { a: 1, b: undefined }, read: { a: 1 } },
  ])('$said comes back as written', async ({ value, read = value }) => {
    const { store } = home();
    const key = keyOf(freshWorkspace(), 'c');
    await store.commit({ ...commitOf(key, {}), head: { op: 'put', key, value, rev: 0 } });
    expect((await store.get(key))?.value).toEqual(read);
  });
};
