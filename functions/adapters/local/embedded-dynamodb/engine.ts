/** One request of DynamoDB's API, carried out in this process: reads from a snapshot, writes through the one writer. */
import type { Request } from 'dynalite/db/index.js';
import db from 'dynalite/db/index.js';
import type { Clock } from '../../../ports.ts';
import { act, validated } from './actions.ts';
import type { Base } from './base.ts';
import type { Moment } from './changes.ts';
import { prefixed } from './disk.ts';
import type { Snapshot } from './disk.ts';
import type { Layer } from './layer.ts';
import { isObject, listAt } from './request.ts';
import { rows } from './rows.ts';
import { unknownOperation } from './service-error.ts';
import { writeOne } from './single-writes.ts';
import type { SingleWrite } from './single-writes.ts';
import { createTable, describeTable, describeTimeToLive, listTables, updateTimeToLive } from './tables.ts';
import { MOST_ACTIONS, transactWrite } from './transact-write.ts';
import { readingView, writingView } from './view.ts';
import { Writer } from './writer.ts';

type Reads = Readonly<Record<string, (snapshot: Snapshot, request: Request) => Promise<Request>>>;
type Writes = Readonly<Record<string, (layer: Layer, moment: Moment, request: Request) => Promise<Request>>>;

const reading =
  (operation: 'BatchGetItem' | 'GetItem' | 'Query' | 'Scan') =>
  async (snapshot: Snapshot, request: Request): Promise<Request> => {
    const view = readingView(snapshot, request);
    return act(operation, view, validated(operation, request, view));
  };

const transactGet = async (snapshot: Snapshot, request: Request): Promise<Request> => {
  const items = listAt(request, 'TransactItems');
  if (items.length < 1 || items.length > MOST_ACTIONS) {
    throw db.validationError(`Member must have length between 1 and ${MOST_ACTIONS} at 'transactItems'`);
  }
  const gets = items.map((item) => (isObject(item) && isObject(item['Get']) ? item['Get'] : {}));
  return { Responses: await Promise.all(gets.map((get) => reading('GetItem')(snapshot, get))) };
};

const single =
  (operation: SingleWrite) =>
  async (layer: Layer, moment: Moment, request: Request): Promise<Request> => {
    const view = writingView(layer, moment);
    return writeOne(operation, layer, view, request, validated(operation, request, view));
  };

const batchWrite = async (layer: Layer, moment: Moment, request: Request): Promise<Request> => {
  const view = writingView(layer, moment);
  return act('BatchWriteItem', view, validated('BatchWriteItem', request, view));
};

const READS: Reads = {
  BatchGetItem: reading('BatchGetItem'),
  DescribeTable: describeTable,
  DescribeTimeToLive: describeTimeToLive,
  GetItem: reading('GetItem'),
  ListTables: listTables,
  Query: reading('Query'),
  Scan: reading('Scan'),
  TransactGetItems: transactGet,
};

const WRITES: Writes = {
  BatchWriteItem: batchWrite,
  CreateTable: createTable,
  DeleteItem: single('DeleteItem'),
  PutItem: single('PutItem'),
  TransactWriteItems: transactWrite,
  UpdateItem: single('UpdateItem'),
};

/** The last sequence number that any table's stream was given. */
const lastSequence = (base: Base): Promise<number> =>
  base.read(async (snapshot) => {
    let last = 0;
    for await (const [key] of snapshot.entries(prefixed(rows.tables))) {
      const prefix = rows.stream(key.slice(rows.tables.length));
      const newest = { ...prefixed(prefix), reverse: true, limit: 1 };
      for await (const [record] of snapshot.entries(newest))
        last = Math.max(last, Number(record.slice(prefix.length)));
    }
    return Math.max(last, Number(base.get(rows.sequence) ?? 0));
  });

export class Engine {
  readonly base: Base;
  readonly writer: Writer;
  readonly #clock: Clock;
  #sequence: number;

  private constructor(base: Base, clock: Clock, sequence: number) {
    this.base = base;
    this.writer = new Writer(base);
    this.#clock = clock;
    this.#sequence = sequence;
  }

  static async start(base: Base, clock: Clock): Promise<Engine> {
    return new Engine(base, clock, await lastSequence(base));
  }

  now(): number {
    return Date.parse(this.#clock.now());
  }

  moment(): Moment {
    return { now: this.now(), nextSequence: () => (this.#sequence += 1) };
  }

  /** @throws an error in DynamoDB's shape, or Refused where the disk or the folder is the reason. */
  async perform(operation: string, request: Request): Promise<Request> {
    const read = Object.hasOwn(READS, operation) ? READS[operation] : undefined;
    if (read !== undefined) return this.base.read((snapshot) => read(snapshot, request));
    const write = Object.hasOwn(WRITES, operation) ? WRITES[operation] : undefined;
    if (write !== undefined) return this.writer.write((layer) => write(layer, this.moment(), request));
    if (operation === 'UpdateTimeToLive') return updateTimeToLive(this.base, this.writer, request);
    throw unknownOperation();
  }
}
