/** What one changed item brings along, in the same batch: its index rows, its expiry and its stream record. */
import db from 'dynalite/db/index.js';
import type { Item, Table } from 'dynalite/db/index.js';
import { bytesAtMost, itemBytes, MAX_ITEM_BYTES } from './item-size.ts';
import type { Layer } from './layer.ts';
import { rows } from './rows.ts';

/** Who is writing, when, and at which place in the stream. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly nextSequence: () => number;
  /** Set when the item's time to live is over. */
  readonly expired?: boolean;
}

/** One changed item, as DynamoDB Streams tells it. */
export interface StreamRecord<Image = Item> {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Image;
    readonly NewImage?: Image;
    readonly OldImage?: Image;
    readonly SequenceNumber: string;
  };
}

/** Index rows end with the item's whole key: dynalite's six hash digits alone would let two items share a row. */
export const indexRow = (key: string, itemKey: string): string => `${key}/${itemKey}`;

const writeIndexes = (layer: Layer, table: Table, key: string, old?: Item, next?: Item): void => {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const actions = db.getIndexActions(indexes, old, next, table);
  for (const { index, key: at } of actions.deletes) {
    layer.set(rows.index(table.TableName, index) + indexRow(at, key), undefined);
  }
  for (const { index, key: at, item } of actions.puts) {
    layer.set(rows.index(table.TableName, index) + indexRow(at, key), JSON.stringify(item));
  }
};

/** Epoch seconds, when the table has a time to live and the item a number there. */
export const expiryOf = (table: Table, item: Item | undefined): number | undefined => {
  if (table.TimeToLive?.Enabled !== true) return undefined;
  const seconds = item?.[table.TimeToLive.AttributeName]?.['N'];
  return typeof seconds === 'string' ? Math.floor(Number(seconds)) : undefined;
};

const writeExpiry = (layer: Layer, table: Table, key: string, old?: Item, next?: Item): void => {
  const before = expiryOf(table, old);
  const after = expiryOf(table, next);
  if (before === after) return;
  if (before !== undefined) layer.set(rows.timeToLive(table.TableName, before, key), undefined);
  if (after !== undefined) layer.set(rows.timeToLive(table.TableName, after, key), key);
};

const keysOf = (table: Table, item: Item): Item =>
  Object.fromEntries(table.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName] ?? {}]));

const nameOf = (old?: Item, next?: Item): StreamRecord['eventName'] => {
  if (old === undefined) return 'INSERT';
  return next === undefined ? 'REMOVE' : 'MODIFY';
};

const writeRecord = (layer: Layer, table: Table, moment: Moment, old?: Item, next?: Item): void => {
  const sequence = moment.nextSequence();
  const record: StreamRecord = {
    eventID: `${table.TableName}-${sequence}`,
    eventName: nameOf(old, next),
    ...(moment.expired === true
      ? { userIdentity: { type: 'Service' as const, principalId: 'dynamodb.amazonaws.com' as const } }
      : {}),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(moment.now / 1000),
      Keys: keysOf(table, next ?? old ?? {}),
      ...(next === undefined ? {} : { NewImage: next }),
      ...(old === undefined ? {} : { OldImage: old }),
      SequenceNumber: String(sequence),
    },
  };
  layer.set(rows.record(table.TableName, sequence), JSON.stringify(record));
};

/** @throws a validation error of DynamoDB when the item is too large. */
export const changeItem = (
  layer: Layer,
  table: Table,
  moment: Moment,
  key: string,
  old: Item | undefined,
  next: Item | undefined,
): void => {
  const text = next === undefined ? undefined : JSON.stringify(next);
  const mayBeLarge = text !== undefined && bytesAtMost(text) > MAX_ITEM_BYTES;
  if (mayBeLarge && next !== undefined && itemBytes(next) > MAX_ITEM_BYTES) {
    throw db.validationError('Item size has exceeded the maximum allowed size');
  }
  if (text === (old === undefined ? undefined : JSON.stringify(old))) return;
  layer.set(rows.items(table.TableName) + key, text);
  writeIndexes(layer, table, key, old, next);
  writeExpiry(layer, table, key, old, next);
  if (table.StreamSpecification?.StreamEnabled === true) writeRecord(layer, table, moment, old, next);
};
