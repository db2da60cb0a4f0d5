/** The homes that the contracts run against: the embedded store, and the endpoint in CANTUS_DYNAMODB_ENDPOINT where one is given. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../../functions/adapters/dynamodb/create-table.ts';
import { documentClient } from '../../../functions/adapters/dynamodb/document-client.ts';
import { dynamoStore } from '../../../functions/adapters/dynamodb/store.ts';
import { openEmbedded } from '../../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { sha256Hex } from '../../../functions/core/payload.ts';
import type { Media } from '../../../functions/ports.ts';
import { movableClock } from '../../contract/store/home.ts';
import type { Home } from '../../contract/store/home.ts';

const START = '2027-05-03T06:00:00.000Z';

export const mediaInMemory = (): Media => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const sha256 = sha256Hex(Buffer.from(bytes).toString('base64'));
      kept.set(sha256, bytes);
      return { sha256 };
    },
    get: async (sha256) => kept.get(sha256),
  };
};

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cantus-store-'));

export const openEmbeddedHome = async (): Promise<Home> => {
  const folder = await temporaryFolder();
  const clock = movableClock(START);
  const media = mediaInMemory();
  const embedded = await openEmbedded({ folder, clock, ids: ulids(clock), media });
  return {
    ...embedded,
    clock,
    media,
    close: async () => {
      await embedded.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A fresh table at the endpoint, for this run alone. */
const openEndpointHome = async (endpoint: string): Promise<Home> => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const dynamo = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const clock = movableClock(START);
  const table = `cantus-${ulids(clock).next()}-${process.pid}-${Date.now()}`;
  await createTable(dynamo, table);
  const client = documentClient(dynamo);
  const media = mediaInMemory();
  return {
    store: dynamoStore({ client, table, clock, ids: ulids(clock), media }),
    client,
    table,
    clock,
    media,
    close: async () => {
      await dynamo.send(new DeleteTableCommand({ TableName: table }));
      dynamo.destroy();
    },
  };
};

const endpoint = process.env['CANTUS_DYNAMODB_ENDPOINT'];

export const HOMES: readonly { readonly name: string; readonly open: () => Promise<Home> }[] = [
  { name: 'embedded', open: openEmbeddedHome },
  ...(endpoint === undefined ? [] : [{ name: endpoint, open: () => openEndpointHome(endpoint) }]),
];

export const EXISTS = { ConditionExpression: 'attribute_exists(pk)' };
export const ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' };
export const ALL_OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };

/** What something throws; what it answers when it does not. */
export const failureOf = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    return await attempt;
  } catch (error) {
    return error;
  }
};
