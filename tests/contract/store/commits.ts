/** Contract: a commit is whole or nothing, conditional, audited, and asked once. */
import { expect, test } from 'vitest';
import type { Change, Check } from '../../../functions/ports.ts';
import { commitOf, freshWorkspace, keyOf, onceOf, refusalOf } from './home.ts';
import type { Home, Value } from './home.ts';

export const commits = (home: () => Home): void => {
  test('a commit writes the head and its event, chained to the one before', async () => {
    const { store, clock } = home();
    const ws = freshWorkspace();
    const key = keyOf(ws, 'c');
    const first = await store.commit(commitOf(key, { n: 1 }));
    const row = await store.get(key);
    expect(row).toEqual({ key, rev: 1, value: { n: 1 }, chain: first.hash });
    const second = await store.commit(commitOf(key, { n: 2 }, row));
    expect(await store.get(key)).toEqual({ key, rev: 2, value: { n: 2 }, chain: second.hash });
    expect(first).toMatchObject({
      workspace: ws,
      aggregate: key.pk,
      previous: '',
      at: clock.now(),
      by: { system: 'job' },
    });
    expect(second.previous).toBe(first.hash);
    const { rows } = await store.children(key.pk, 'EVENT#');
    expect(rows.map((each) => [each.key.sk, each.value])).toEqual([
      [`EVENT#${first.id}`, first],
      [`EVENT#${second.id}`, second],
    ]);
  });

  test.each<{ said: string; rev: number; chain?: string; code: string }>([
    { said: 'a new row that is there already', rev: 0, code: 'already-exists' },
    { said: 'a revision behind', rev: 1, code: 'stale' },
    { said: 'a revision ahead', rev: 3, code: 'stale' },
  ])('$said is refused, and nothing changes', async ({ rev, code }) => {
    const { store } = home();
    const ws = freshWorkspace();
    const key = keyOf(ws, 'c');
    await store.commit(commitOf(key, { n: 1 }));
    await store.commit(commitOf(key, { n: 2 }, await store.get(key)));
    const before = await store.get(key);
    const change: Change = { op: 'put', key: keyOf(ws, 'other'), value: {}, rev: 0 };
    const asked = { ...commitOf(key, { n: 3 }), changes: [change] };
    const refused = await refusalOf(
      store.commit({ ...asked, head: { ...asked.head, rev, chain: before?.chain } }),
    );
    expect(refused).toEqual({ code, details: { key } });
    expect(await store.get(key)).toEqual(before);
    expect(await store.get(change.key)).toBeUndefined();
    expect((await store.children(key.pk, 'EVENT#')).rows).toHaveLength(2);
  });

  test('a head written without the chain it was read with is a bug, not a refusal', async () => {
    const { store } = home();
    const key = keyOf(freshWorkspace(), 'c');
    await store.commit(commitOf(key, { n: 1 }));
    const { head, ...rest } = commitOf(key, { n: 2 });
    await expect(store.commit({ ...rest, head: { ...head, rev: 1 } })).rejects.toThrow(/without the chain/u);
  });

  test('changes put, replace and remove rows, with their index keys', async () => {
    const { store } = home();
    const ws = freshWorkspace();
    const [head, kept, moved, gone] = ['head', 'kept', 'moved', 'gone'].map((id) => keyOf(ws, id));
    if (!head || !kept || !moved || !gone) throw new Error('four keys');
    const at = (sk: string) => ({ lists: { pk: `W#${ws}#L`, sk } });
    const put = (key: typeof head, value: Value, rev: number, sk: string): Change => ({
      op: 'put',
      key,
      value,
      rev,
      index: at(sk),
    });
    await store.commit({
      ...commitOf(head, {}),
      changes: [put(kept, { v: 1 }, 0, 'b'), put(moved, { v: 1 }, 0, 'a'), put(gone, {}, 0, 'c')],
    });
    await store.commit({
      ...commitOf(head, {}, await store.get(head)),
      changes: [
        put(moved, { v: 2 }, 1, 'd'),
        { op: 'remove', key: gone, rev: 1 },
        { op: 'put', key: kept, value: { v: 9 }, rev: 1 },
      ],
    });
    const { rows } = await store.find<Value>('lists', `W#${ws}#L`);
    expect(rows).toEqual([{ key: moved, rev: 2, value: { v: 2 } }]);
    expect(await store.get(gone)).toBeUndefined();
    expect(await store.get(kept)).toEqual({ key: kept, rev: 2, value: { v: 9 } });
  });

  test.each<{ said: string; check: Omit<Check, 'key'>; id?: string; holds: boolean }>([
    { said: 'the revision', check: { rev: 1 }, holds: true },
    { said: 'another revision', check: { rev: 2 }, holds: false },
    { said: 'a value', check: { where: { state: 'open' } }, holds: true },
    { said: 'another value', check: { where: { state: 'closed' } }, holds: false },
    { said: 'a value inside', check: { where: { 'plan.size.max': 3 } }, holds: true },
    { said: 'another value inside', check: { where: { 'plan.size.max': 4 } }, holds: false },
    { said: 'a path that is not there', check: { where: { 'plan.none': 3 } }, holds: false },
    { said: 'true', check: { where: { live: true } }, holds: true },
    { said: 'false', check: { where: { live: false } }, holds: false },
    { said: 'everything together', check: { rev: 1, where: { state: 'open', live: true } }, holds: true },
    { said: 'one of two wrong', check: { rev: 1, where: { state: 'open', live: false } }, holds: false },
    { said: 'that it is there', check: {}, holds: true },
    { said: 'that it is there, and it is not', check: {}, id: 'nowhere', holds: false },
    { said: 'that it is not there', check: { rev: 0 }, id: 'nowhere', holds: true },
    { said: 'that it is not there, and it is', check: { rev: 0 }, holds: false },
  ])('a check of $said: $holds', async ({ check, id = 'checked', holds }) => {
    const { store } = home();
    const ws = freshWorkspace();
    await store.commit(
      commitOf(keyOf(ws, 'checked'), { state: 'open', live: true, plan: { size: { max: 3 } } }),
    );
    const checks = [{ key: keyOf(ws, id), ...check }];
    const refused = await refusalOf(store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { checks })));
    expect(refused).toEqual(holds ? undefined : { code: 'stale', details: { key: keyOf(ws, id) } });
    expect((await store.get(keyOf(ws, 'c'))) !== undefined).toBe(holds);
    expect(await store.tick([], checks)).toBe(holds);
  });

  test('what was asked once is answered as before, for a day', async () => {
    const { store, clock } = home();
    const ws = freshWorkspace();
    const once = onceOf(ws);
    expect(await store.answered(once)).toBeUndefined();
    await store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { once, answer: { id: 'c', list: [1] } }));
    expect(await store.answered(once)).toEqual({ answer: { id: 'c', list: [1] } });
    const repeated = await refusalOf(store.commit(commitOf(keyOf(ws, 'd'), {}, undefined, { once })));
    expect(repeated).toMatchObject({ code: 'already-exists', details: { once: true } });
    const racing = await refusalOf(store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { once })));
    expect(racing).toMatchObject({ code: 'already-exists', details: { once: true } });
    expect(await store.get(keyOf(ws, 'd'))).toBeUndefined();
    clock.advance(24);
    expect(await store.answered(once)).toBeUndefined();
    await store.commit(commitOf(keyOf(ws, 'd'), {}, undefined, { once, answer: 'second' }));
    expect(await store.answered(once)).toEqual({ answer: 'second' });
  });

  test.each([
    { said: 'another body', more: { body: 'other' }, code: 'key-reused' },
    {
      said: 'another member',
      more: { member: onceOf(freshWorkspace()).member, body: 'other' },
      code: 'key-reused',
    },
    { said: 'another route', more: { route: 'POST variants' }, code: undefined },
    { said: 'another key', more: { key: 'k2' }, code: undefined },
  ])('a key with $said: $code', async ({ more, code }) => {
    const { store } = home();
    const ws = freshWorkspace();
    await store.commit(commitOf(keyOf(ws, 'c'), {}, undefined, { once: onceOf(ws), answer: 1 }));
    expect((await refusalOf(store.answered(onceOf(ws, more))))?.code).toBe(code);
  });

  test('a tick says whether its conditions held, and leaves the chain alone', async () => {
    const { store, clock } = home();
    const key = keyOf(freshWorkspace(), 'c');
    const { hash } = await store.commit(commitOf(key, { n: 1 }));
    expect(await store.tick([{ op: 'put', key, value: { n: 2 }, rev: 1 }])).toBe(true);
    expect(await store.tick([{ op: 'put', key, value: { n: 3 }, rev: 1 }])).toBe(false);
    expect(await store.get(key)).toEqual({ key, rev: 2, value: { n: 2 }, chain: hash });
    const lease = keyOf('leases', key.pk);
    const expires = Math.floor(Date.parse(clock.now()) / 1000) + 60;
    expect(await store.tick([{ op: 'put', key: lease, value: {}, rev: 0, expires }])).toBe(true);
    expect(await store.tick([{ op: 'put', key: lease, value: {}, rev: 0, expires }])).toBe(false);
    clock.advance(1);
    expect(await store.get(lease)).toBeUndefined();
    expect((await store.children(lease.pk, '')).rows).toEqual([]);
    expect(await store.tick([{ op: 'put', key: lease, value: { again: true }, rev: 0 }])).toBe(true);
    expect(await store.get(lease)).toEqual({ key: lease, rev: 1, value: { again: true } });
  });
};
