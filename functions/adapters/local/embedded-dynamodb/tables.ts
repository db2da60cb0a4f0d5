/** Tables: made, described, listed, and their time to live. */
import { randomUUID } from 'node:crypto';
import db from 'dynalite/db/index.js';
import type { Request, Table } from 'dynalite/db/index.js';
import { validated } from './actions.ts';
import type { Base } from './base.ts';
import { expiryOf } from './changes.ts';
import type { Moment } from './changes.ts';
import { prefixed } from './disk.ts';
import type { Snapshot } from './disk.ts';
import type { Layer } from './layer.ts';
import { isObject, textAt } from './request.ts';
import { readTable, rows } from './rows.ts';
import { modelled, tableNotFound } from './service-error.ts';
import { writingView } from './view.ts';
import type { Writer } from './writer.ts';

const found = (table: Table | undefined): Table => {
  if (table === undefined) throw tableNotFound();
  return table;
};

const active = (index: unknown): unknown => (isObject(index) ? { ...index, IndexStatus: 'ACTIVE' } : index);

/** The table is there at once: nothing local has to be waited for. */
export const createTable = async (layer: Layer, moment: Moment, request: Request): Promise<Request> => {
  const data = validated('CreateTable', request, writingView(layer, moment));
  const name = textAt(data, 'TableName');
  if (layer.get(rows.table(name)) !== undefined) {
    throw modelled('ResourceInUseException', `Table already exists: ${name}`);
  }
  const indexes = data['GlobalSecondaryIndexes'];
  const row = {
    ...data,
    ...(Array.isArray(indexes) ? { GlobalSecondaryIndexes: indexes.map(active) } : {}),
    StreamSpecification: request['StreamSpecification'] ?? { StreamEnabled: false },
    TableId: randomUUID(),
    TableStatus: 'ACTIVE',
    CreationDateTime: moment.now / 1000,
  };
  layer.set(rows.table(name), JSON.stringify(row));
  return { TableDescription: row };
};

export const describeTable = async (snapshot: Snapshot, request: Request): Promise<Request> => ({
  Table: found(readTable(snapshot, textAt(request, 'TableName'))),
});

export const listTables = async (snapshot: Snapshot): Promise<Request> => {
  const names: string[] = [];
  for await (const [key] of snapshot.entries(prefixed(rows.tables)))
    names.push(key.slice(rows.tables.length));
  return { TableNames: names };
};

export const describeTimeToLive = async (snapshot: Snapshot, request: Request): Promise<Request> => {
  const { TimeToLive } = found(readTable(snapshot, textAt(request, 'TableName')));
  return {
    TimeToLiveDescription:
      TimeToLive?.Enabled === true
        ? { TimeToLiveStatus: 'ENABLED', AttributeName: TimeToLive.AttributeName }
        : { TimeToLiveStatus: 'DISABLED' },
  };
};

const enableTimeToLive = async (layer: Layer, request: Request): Promise<Table> => {
  const before = found(readTable(layer, textAt(request, 'TableName')));
  const asked = request['TimeToLiveSpecification'];
  if (!isObject(asked) || asked['Enabled'] !== true || before.TimeToLive !== undefined) {
    throw db.validationError('The time to live can be enabled once, and not be changed');
  }
  const specification = { AttributeName: textAt(asked, 'AttributeName'), Enabled: true };
  const table: Table = { ...before, TimeToLive: specification };
  layer.set(rows.table(table.TableName), JSON.stringify(table));
  return table;
};

/** Items written before get their expiry row once the table says that it has a time to live, so that none slips through. */
export const updateTimeToLive = async (base: Base, writer: Writer, request: Request): Promise<Request> => {
  const table = await writer.write((layer) => enableTimeToLive(layer, request));
  const prefix = rows.items(table.TableName);
  await writer.write((layer) =>
    base.read(async (snapshot) => {
      for await (const [place] of snapshot.entries(prefixed(prefix))) {
        const key = place.slice(prefix.length);
        const text = layer.get(place);
        const expires = text === undefined ? undefined : expiryOf(table, JSON.parse(text));
        if (expires !== undefined) layer.set(rows.timeToLive(table.TableName, expires, key), key);
      }
    }),
  );
  return { TimeToLiveSpecification: request['TimeToLiveSpecification'] };
};
