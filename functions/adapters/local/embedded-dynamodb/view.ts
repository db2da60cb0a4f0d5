/** The store that dynalite's actions see: reads from a snapshot or a layer, writes only into a layer. */
import { Stream } from 'node:stream';
import db from 'dynalite/db/index.js';
import type { ActionStore, Item, Ranged, Request, SubDb, Table } from 'dynalite/db/index.js';
import { changeItem, indexRow } from './changes.ts';
import type { Moment } from './changes.ts';
import type { Entry, Range, Snapshot } from './disk.ts';
import { prefixed } from './disk.ts';
import { MAX_ITEM_BYTES } from './item-size.ts';
import type { Layer, Readable } from './layer.ts';
import { readItem, readTable, rows } from './rows.ts';
import { tableNotFound } from './service-error.ts';

/** One process, no region: these only appear in table ARNs. */
const HOME = { awsRegion: 'local', awsAccountId: '000000000000' };

const options = { maxItemSize: MAX_ITEM_BYTES, createTableMs: 0 };

const pour = async (stream: Stream, entries: AsyncIterable<Entry>, stopped: () => boolean): Promise<void> => {
  try {
    for await (const [, value] of entries) {
      if (stopped()) break;
      stream.emit('data', JSON.parse(value));
    }
    stream.emit('end');
  } catch (error) {
    stream.emit('error', error);
  }
};

/** dynalite takes values as they come and destroys the stream when it has enough. */
const valuesOf = (entries: AsyncIterable<Entry>): Stream => {
  let stopped = false;
  const stream = Object.assign(new Stream(), {
    destroy: () => {
      stopped = true;
    },
  });
  setImmediate(() => void pour(stream, entries, () => stopped));
  return stream;
};

const within = (prefix: string, { gt, gte, lt, lte, limit, reverse }: Ranged): Range => ({
  ...(gt !== undefined ? { gt: prefix + gt } : { gte: prefix + (gte ?? '') }),
  ...(lte !== undefined
    ? { lte: prefix + lte }
    : { lt: lt === undefined ? String(prefixed(prefix).lt) : prefix + lt }),
  limit: limit ?? -1,
  reverse: reverse ?? false,
});

const forbidden = (): never => {
  throw new Error('The embedded store does not write here');
};

const base = <T>(): SubDb<T> => ({
  lock: (_key, run) => run((callback) => callback),
  get: forbidden,
  put: forbidden,
  del: forbidden,
  createValueStream: forbidden,
});

const getTable =
  (from: Readable): ActionStore['getTable'] =>
  (name, ...rest) => {
    const callback = rest.length === 2 ? rest[1] : rest[0];
    const table = readTable(from, name);
    if (table === undefined) callback(tableNotFound());
    else callback(null, table);
  };

const tableDb: ActionStore['tableDb'] = { ...base<Table>(), ...HOME };

/** An index row's whole place, where dynalite names it by the start key it was given. */
const exactStart = (
  table: Table,
  index: string,
  start: Item,
): { readonly from: string; readonly to: string } | undefined => {
  const schema = table.GlobalSecondaryIndexes?.find((each) => each.IndexName === index)?.KeySchema;
  if (schema === undefined) return undefined;
  const from = db.createIndexKey(start, table, schema);
  return { from, to: indexRow(from, db.createKey(start, table)) };
};

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;

export const readingView = (snapshot: Snapshot, request: Request): ActionStore => ({
  options,
  tableDb,
  getTable: getTable(snapshot),
  getItemDb: (name) => ({
    ...base<Item>(),
    get: (key, callback) => callback(null, readItem(snapshot, name, key)),
    createValueStream: (range) => valuesOf(snapshot.entries(within(rows.items(name), range))),
  }),
  getIndexDb: (_type, name, index) => ({
    ...base<Item>(),
    createValueStream: (range) => {
      const start = request['ExclusiveStartKey'];
      const table = readTable(snapshot, name);
      const exact = table !== undefined && isItem(start) ? exactStart(table, index, start) : undefined;
      const { gt, lt, ...rest } = range;
      const moved = (bound: string | undefined): string | undefined =>
        bound === exact?.from ? exact?.to : bound;
      const [after, before] = [moved(gt), moved(lt)];
      const bounds = {
        ...rest,
        ...(after === undefined ? {} : { gt: after }),
        ...(before === undefined ? {} : { lt: before }),
      };
      return valuesOf(snapshot.entries(within(rows.index(name, index), bounds)));
    },
  }),
});

export const writingView = (layer: Layer, moment: Moment): ActionStore => {
  const change = (name: string, key: string, next: Item | undefined): unknown => {
    const table = readTable(layer, name);
    if (table === undefined) return tableNotFound();
    try {
      changeItem(layer, table, moment, key, readItem(layer, name, key), next);
      return null;
    } catch (error) {
      return error;
    }
  };
  return {
    options,
    tableDb,
    getTable: getTable(layer),
    getItemDb: (name) => ({
      ...base<Item>(),
      get: (key, callback) => callback(null, readItem(layer, name, key)),
      put: (key, item, callback) => callback(change(name, key, item)),
      del: (key, callback) => callback(change(name, key, undefined)),
    }),
    getIndexDb: base<Item>,
  };
};
