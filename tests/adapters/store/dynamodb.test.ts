/** What the store needs of DynamoDB itself, asked of every home: the embedded one answers as DynamoDB does. */
import { createHash } from 'node:crypto';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshWorkspace } from '../../contract/store/home.ts';
import type { Home } from '../../contract/store/home.ts';
import { ABSENT, ALL_OLD, failureOf, HOMES } from './homes.ts';

type Transacted = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Two partition keys with the same six digits in dynalite's hash of a whole key. */
const colliding = (prefix: string): string[] => {
  const seen = new Map<string, string>();
  for (let n = 0; ; n += 1) {
    const pk = `${prefix}-${n}`;
    const digits = createHash('md5').update(`Outliers${pk}x`).digest('hex').slice(0, 6);
    const other = seen.get(digits);
    if (other !== undefined) return [other, pk];
    seen.set(digits, pk);
  }
};

describe.each(HOMES)('DynamoDB: $name', ({ open }) => {
  let home: Home;
  let TableName: string;
  beforeAll(async () => {
    home = await open();
    TableName = home.table;
  });
  afterAll(async () => home.close());

  const send = (items: Transacted): Promise<unknown> =>
    home.client.send(new TransactWriteCommand({ TransactItems: items }));
  const put = (pk: string, more = {}) => ({ Put: { TableName, Item: { pk, sk: 'x', n: 1 }, ...more } });

  test('failed conditions of single writes give the item when asked', async () => {
    const pk = freshWorkspace();
    await send([put(pk)]);
    const Key = { pk, sk: 'x' };
    const asked = { TableName, ...ABSENT, ...ALL_OLD };
    const update = { UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': 5 } };
    const failures = await Promise.all([
      failureOf(home.client.send(new PutCommand({ ...asked, Item: Key }))),
      failureOf(home.client.send(new UpdateCommand({ ...asked, ...update, Key }))),
      failureOf(home.client.send(new DeleteCommand({ ...asked, Key }))),
    ]);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(ConditionalCheckFailedException);
      expect(failure).toMatchObject({ Item: { pk: { S: pk }, n: { N: '1' } } });
    }
    const silent = await failureOf(home.client.send(new PutCommand({ TableName, ...ABSENT, Item: Key })));
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent).not.toHaveProperty('Item.pk');
  });

  test('TransactGet, BatchWrite and BatchGet', async () => {
    const [a, b, none] = [freshWorkspace(), freshWorkspace(), freshWorkspace()];
    const requests = [a, b].map((pk) => ({ PutRequest: { Item: { pk, sk: 'x', n: 1 } } }));
    await home.client.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    const keys = [a, none, b].map((pk) => ({ pk, sk: 'x' }));
    const { Responses: got } = await home.client.send(
      new TransactGetCommand({ TransactItems: keys.map((Key) => ({ Get: { TableName, Key } })) }),
    );
    expect(got?.map(({ Item: found }) => found?.['pk'])).toEqual([a, undefined, b]);
    const { Responses: batch } = await home.client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys } } }),
    );
    expect(batch?.[TableName]?.map(({ pk }) => pk).toSorted()).toEqual([a, b].toSorted());
  });

  test('an index follows its items: in, moved, out', async () => {
    const [pk, list] = [freshWorkspace(), freshWorkspace()];
    const listed = async () =>
      (
        await home.client.send(
          new QueryCommand({
            TableName,
            IndexName: 'lists',
            KeyConditionExpression: 'listsPk = :pk AND begins_with(listsSk, :s)',
            ExpressionAttributeValues: { ':pk': list, ':s': 's' },
          }),
        )
      ).Items?.map(({ listsSk, n }) => [listsSk, n]);
    const set = (text: string, values: object) =>
      home.client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk: 'x' },
          UpdateExpression: text,
          ExpressionAttributeValues: values,
        }),
      );
    await send([{ Put: { TableName, Item: { pk, sk: 'x', n: 1, listsPk: list, listsSk: 's1' } } }]);
    expect(await listed()).toEqual([['s1', 1]]);
    await set('SET listsSk = :s, n = :n', { ':s': 's2', ':n': 2 });
    expect(await listed()).toEqual([['s2', 2]]);
    await home.client.send(
      new UpdateCommand({ TableName, Key: { pk, sk: 'x' }, UpdateExpression: 'REMOVE listsSk' }),
    );
    expect(await listed()).toEqual([]);
  });

  test('a scan goes through everything in pages', async () => {
    const mark = freshWorkspace();
    await send(
      Array.from({ length: 30 }, (_, n) => ({
        Put: { TableName, Item: { pk: `${mark}-${n}`, sk: 'x', mark } },
      })),
    );
    const found = new Set<unknown>();
    let start: Record<string, unknown> | undefined;
    do {
      const page = await home.client.send(
        new ScanCommand({
          TableName,
          Limit: 7,
          ExclusiveStartKey: start,
          FilterExpression: 'mark = :mark',
          ExpressionAttributeValues: { ':mark': mark },
        }),
      );
      for (const { pk } of page.Items ?? []) found.add(pk);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    expect(found.size).toBe(30);
  });

  test('the table says what it is', async () => {
    const { Table: table } = await home.client.send(new DescribeTableCommand({ TableName }));
    expect(table).toMatchObject({
      TableStatus: 'ACTIVE',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect(table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).toSorted()).toEqual([
      'audit',
      'calendar',
      'lists',
      'people',
      'wake',
    ]);
    const { TimeToLiveDescription: ttl } = await home.client.send(
      new DescribeTimeToLiveCommand({ TableName }),
    );
    expect(ttl).toMatchObject({ AttributeName: 'expires', TimeToLiveStatus: 'ENABLED' });
    expect((await home.client.send(new ListTablesCommand({}))).TableNames).toContain(TableName);
  });

  test('two items whose index rows dynalite would give one place are both found', async () => {
    const list = freshWorkspace();
    const pair = colliding(list);
    await send(
      pair.map((pk) => ({ Put: { TableName, Item: { pk, sk: 'x', listsPk: list, listsSk: 's' } } })),
    );
    for (const ScanIndexForward of [true, false]) {
      const found: string[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await home.client.send(
          new QueryCommand({
            TableName,
            IndexName: 'lists',
            Limit: 1,
            ScanIndexForward,
            KeyConditionExpression: 'listsPk = :pk',
            ExpressionAttributeValues: { ':pk': list },
            ExclusiveStartKey: start,
          }),
        );
        found.push(...(page.Items ?? []).map(({ pk }) => String(pk)));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect(found.toSorted()).toEqual(pair.toSorted());
    }
  });
});
