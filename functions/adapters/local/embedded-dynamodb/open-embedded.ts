/** The embedded default: a data folder opened as a DynamoDB table in this process, its stream on the bus, its sweeper running. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Bus, Clock, Ids, Media, Store } from '../../../ports.ts';
import { createTable } from '../../dynamodb/create-table.ts';
import { documentClient } from '../../dynamodb/document-client.ts';
import { outbox } from '../../dynamodb/outbox.ts';
import { dynamoStore } from '../../dynamodb/store.ts';
import { TABLE_NAME } from '../../table.ts';
import { openDataFolder } from '../data-folder.ts';
import { Base } from './base.ts';
import type { OpenDisk } from './disk.ts';
import { Engine } from './engine.ts';
import { requestHandler } from './request-handler.ts';
import { Stream } from './stream.ts';
import { sweep } from './sweep.ts';

export interface EmbeddedOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly media?: Media;
  /** Gets every event, at least once, in order. */
  readonly bus?: Bus;
  /** Told of failures in the background, which are tried again. */
  readonly report?: (error: unknown) => void;
  readonly openDisk?: OpenDisk;
}

export interface Embedded {
  readonly store: Store;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Removes what is over now, rather than within the minute. */
  readonly sweep: () => Promise<void>;
  /** Resolves when the bus has every event committed before. */
  readonly drained: () => Promise<void>;
  /** Finishes what was asked before, and gives the folder free. */
  readonly close: () => Promise<void>;
}

const SWEEP_EVERY = 60_000;

/** No network, so nothing to sign and nobody to be. */
const clientOf = (engine: Engine): DynamoDBClient =>
  new DynamoDBClient({
    region: 'local',
    endpoint: 'http://embedded.invalid',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
    signer: { sign: async (request) => request },
    requestHandler: requestHandler(engine),
  });

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));

const streamTo = (engine: Engine, { bus, media, report = warn }: EmbeddedOptions): Stream | undefined => {
  if (bus === undefined) return undefined;
  const publish = outbox(bus, media);
  const stream = new Stream({
    engine,
    table: TABLE_NAME,
    name: 'bus',
    report,
    consumer: (records) =>
      publish(records.map(({ eventName, dynamodb }) => ({ eventName, image: dynamodb.NewImage }))),
  });
  return stream;
};

const sweeping = (engine: Engine, report: (error: unknown) => void): (() => Promise<void>) => {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = sweep(engine).catch(report);
  }, SWEEP_EVERY).unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
};

const start = async (base: Base, options: EmbeddedOptions): Promise<Embedded> => {
  const { clock, ids, media, report = warn } = options;
  const engine = await Engine.start(base, clock);
  const dynamo = clientOf(engine);
  await createTable(dynamo, TABLE_NAME);
  const client = documentClient(dynamo);
  const stream = streamTo(engine, options);
  await stream?.start();
  const stopSweeping = sweeping(engine, report);
  return {
    store: dynamoStore({ client, table: TABLE_NAME, clock, ids, media }),
    client,
    table: TABLE_NAME,
    sweep: () => sweep(engine),
    drained: async () => stream?.drained(),
    close: async () => {
      await stopSweeping();
      await stream?.close();
      await engine.writer.idle();
      await base.close();
    },
  };
};

/** @throws Refused `busy` when another process has the folder, `storage-full`, `invalid-input` when it cannot be used. */
export const openEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const base = await Base.open(await openDataFolder(options.folder, options.openDisk));
  try {
    return await start(base, options);
  } catch (error) {
    await base.close();
    throw error;
  }
};
