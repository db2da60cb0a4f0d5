/** Transactions as DynamoDB has them, asked of every home. */
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshWorkspace } from '../../contract/store/home.ts';
import type { Home } from '../../contract/store/home.ts';
import { ABSENT, ALL_OLD, EXISTS, failureOf, HOMES } from './homes.ts';

type Transacted = NonNullable<TransactWriteCommandInput['TransactItems']>;

describe.each(HOMES)('transactions: $name', ({ open }) => {
  let home: Home;
  let TableName: string;
  beforeAll(async () => {
    home = await open();
    TableName = home.table;
  });
  afterAll(async () => home.close());

  const send = (items: Transacted, ClientRequestToken?: string): Promise<unknown> =>
    home.client.send(new TransactWriteCommand({ TransactItems: items, ClientRequestToken }));
  const item = async (pk: string): Promise<unknown> =>
    (await home.client.send(new GetCommand({ TableName, Key: { pk, sk: 'x' }, ConsistentRead: true }))).Item;
  const put = (pk: string, more = {}) => ({ Put: { TableName, Item: { pk, sk: 'x', n: 1 }, ...more } });
  const add = (pk: string, more = {}) => ({
    Update: {
      TableName,
      Key: { pk, sk: 'x' },
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': 1 },
      ...more,
    },
  });
  const remove = (pk: string, more = {}) => ({ Delete: { TableName, Key: { pk, sk: 'x' }, ...more } });
  const check = (pk: string, more: object) => ({
    ConditionCheck: { TableName, Key: { pk, sk: 'x' }, ConditionExpression: 'attribute_exists(pk)', ...more },
  });

  test('a transaction puts, updates, deletes and checks together', async () => {
    const [a, b, c, d] = [freshWorkspace(), freshWorkspace(), freshWorkspace(), freshWorkspace()];
    await send([put(b), put(c), put(d)]);
    await send([put(a, ABSENT), add(b), remove(c, EXISTS), check(d, EXISTS)]);
    expect(await Promise.all([a, b, c, d].map(item))).toEqual([
      { pk: a, sk: 'x', n: 1 },
      { pk: b, sk: 'x', n: 2 },
      undefined,
      { pk: d, sk: 'x', n: 1 },
    ]);
  });

  test('a reason for each action, with the item where it was asked for, and nothing written', async () => {
    const [a, b, c] = [freshWorkspace(), freshWorkspace(), freshWorkspace()];
    await send([put(b), put(c)]);
    const failure = await failureOf(send([put(a), put(b, { ...ABSENT, ...ALL_OLD }), remove(c, ABSENT)]));
    expect(failure).toBeInstanceOf(TransactionCanceledException);
    expect(failure).toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, ConditionalCheckFailed]'),
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { pk: { S: b }, n: { N: '1' } },
        },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
    expect(await item(a)).toBeUndefined();
    expect(await item(c)).toBeDefined();
  });

  test.each([
    {
      said: 'two actions on one item',
      items: (pk: string) => [put(pk), check(pk, EXISTS)],
      name: /^ValidationException$/u,
    },
    { said: 'no action', items: () => [], name: /^ValidationException$/u },
    {
      said: 'a hundred and one actions',
      items: (pk: string) => Array.from({ length: 101 }, (_, n) => put(`${pk}-${n}`)),
      name: /^ValidationException$/u,
    },
    {
      said: 'an expression that is none',
      items: (pk: string) => [put(pk, { ConditionExpression: 'is there?' })],
      name: /^ValidationException$/u,
    },
    {
      said: 'a table that is not there',
      items: () => [{ Put: { TableName: 'nowhere', Item: { pk: 'a', sk: 'x' } } }],
      name: /^ResourceNotFoundException$/u,
    },
    {
      said: 'a sum over text',
      items: (pk: string) => [add(pk, { UpdateExpression: 'ADD pk :one' })],
      name: /Validation|TransactionCanceled/u,
    },
  ])('$said is refused', async ({ items, name }) => {
    const pk = freshWorkspace();
    const failure = await failureOf(send(items(pk)));
    expect(failure).toMatchObject({ name: expect.stringMatching(name) });
    expect(await item(pk)).toBeUndefined();
  });

  test('a token makes the same request count once, and another request fail', async () => {
    const [pk, token] = [freshWorkspace(), freshWorkspace()];
    await send([add(pk)], token);
    await send([add(pk)], token);
    expect(await item(pk)).toMatchObject({ n: 1 });
    expect(await failureOf(send([put(pk)], token))).toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    expect(await item(pk)).toMatchObject({ n: 1 });
  });

  test('a token of a cancelled request is free', async () => {
    const [pk, token] = [freshWorkspace(), freshWorkspace()];
    expect(await failureOf(send([add(pk, EXISTS)], token))).toBeInstanceOf(TransactionCanceledException);
    await send([put(pk)]);
    await send([add(pk, EXISTS)], token);
    expect(await item(pk)).toMatchObject({ n: 2 });
  });
});
