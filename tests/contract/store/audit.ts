/** Contract: the audit walks whole chains and finds what was tampered with. */
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../../functions/adapters/dynamodb/audit.ts';
import { auditPartition, AUDIT_SHARDS } from '../../../functions/core/keys.ts';
import type { Event } from '../../../functions/core/events.ts';
import { commitOf, freshWorkspace, keyOf } from './home.ts';
import type { Home } from './home.ts';

/** Two heads in one partition, and one elsewhere. */
const audited = async ({ store }: Home) => {
  const ws = freshWorkspace();
  const events: Event[] = [];
  for (const key of [keyOf(ws, 'c'), keyOf(ws, 'c', 'STEP#1'), keyOf(ws, 'd')]) {
    for (const n of [1, 2, 3]) events.push(await store.commit(commitOf(key, { n }, await store.get(key))));
  }
  const [, middle] = events;
  if (middle === undefined) throw new Error('nine events');
  return { ws, events, middle, at: { pk: middle.aggregate, sk: `EVENT#${middle.id}` } };
};

export const audit = (home: () => Home): void => {
  test('whole chains are whole, whatever other workspaces hold', async () => {
    const { ws } = await audited(home());
    await audited(home());
    expect(await verifyAudit(home(), ws)).toEqual({ checked: 9, broken: [] });
  });

  test('an altered event is named', async () => {
    const { client, table } = home();
    const { ws, middle, at } = await audited(home());
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: at,
        UpdateExpression: 'SET #value.#at = :at',
        ExpressionAttributeNames: { '#value': 'value', '#at': 'at' },
        ExpressionAttributeValues: { ':at': '2020-01-01T00:00:00.000Z' },
      }),
    );
    expect((await verifyAudit(home(), ws)).broken).toEqual([
      { aggregate: at.pk, is: 'altered', event: middle.id },
    ]);
  });

  test('a removed event is missed, and what came before it is loose', async () => {
    const { client, table } = home();
    const { ws, events, middle, at } = await audited(home());
    await client.send(new DeleteCommand({ TableName: table, Key: at }));
    expect((await verifyAudit(home(), ws)).broken).toEqual([
      { aggregate: at.pk, is: 'missing', event: middle.hash },
      { aggregate: at.pk, is: 'loose', event: events[0]?.id },
    ]);
  });

  test('an event that nobody committed is loose', async () => {
    const { client, table } = home();
    const { ws, middle, at } = await audited(home());
    const forged = { ...middle, id: '01ZZZZZZZZZZZZZZZZZZZZZZZZ' };
    await client.send(
      new PutCommand({ TableName: table, Item: { ...at, sk: `EVENT#${forged.id}`, rev: 1, value: forged } }),
    );
    expect((await verifyAudit(home(), ws)).broken).toEqual([
      { aggregate: at.pk, is: 'altered', event: forged.id },
      { aggregate: at.pk, is: 'loose', event: forged.id },
    ]);
  });

  test('the audit index lists a month of events', async () => {
    const { store, clock } = home();
    const { ws, events } = await audited(home());
    const shards = Array.from({ length: AUDIT_SHARDS }, (_, shard) =>
      auditPartition(ws, clock.now().slice(0, 7), shard),
    );
    const pages = await Promise.all(shards.map((pk) => store.find<Event>('audit', pk)));
    const ids = pages.flatMap(({ rows }) => rows.map(({ value }) => value.id));
    expect(ids.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  });
};
