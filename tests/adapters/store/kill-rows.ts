/** The rows that the killed process writes and its parent verifies. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../../../functions/core/keys.ts';

export const WRITERS = 4;
export const LIST = 'W#k#L';

export const writerKey = (writer: number): Key<Readonly<Record<string, unknown>>> => ({
  pk: `W#k#C#${writer}`,
  sk: 'META',
});
export const pairKey = (writer: number): Key<Readonly<Record<string, unknown>>> => ({
  pk: `W#k#P#${writer}`,
  sk: 'META',
});
export const tallyKey = (writer: number): Key<number> => ({ pk: `W#k#T#${writer}`, sk: 'META' });

export const tokenOf = (writer: number, n: number): string => `count-${writer}-${n}`;

/** Counts one up: carried out twice under its token, it counts once. */
export const counting = (table: string, writer: number, n: number): TransactWriteCommandInput => ({
  ClientRequestToken: tokenOf(writer, n),
  TransactItems: [
    {
      Update: {
        TableName: table,
        Key: { pk: tallyKey(writer).pk, sk: tallyKey(writer).sk },
        UpdateExpression: 'ADD #value :one SET #rev = :n',
        ExpressionAttributeNames: { '#value': 'value', '#rev': 'rev' },
        ExpressionAttributeValues: { ':one': 1, ':n': n },
      },
    },
  ],
});
