/** The AWS home as its handlers compose it, with everything that the stack would have made at the endpoint. */
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleGroupCommand, GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import * as z from 'zod';
import { VARIABLES } from '../../../functions/adapters/aws/names.ts';
import { scheduleName } from '../../../functions/adapters/aws/scheduler.ts';
import type { WakeUp } from '../../../functions/adapters/aws/wake-up.ts';
import { createTable } from '../../../functions/adapters/dynamodb/create-table.ts';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { composeOutbox, composeWorld } from '../../../functions/handlers/compose.ts';
import { takeWakeUps } from '../../../functions/handlers/take-wake-ups.ts';
import type { World } from '../../../functions/ports.ts';
import { openBus, type HeardBus } from './bus.ts';
import { ACCESS, CLIENT, ENDPOINT, fresh, given, REGION } from './endpoint.ts';
import { makeQueue, type Queue } from './queues.ts';
import { openUserPool } from './user-pool.ts';

/** What Scheduler asks SQS for. */
const SentLater = z.object({ MessageBody: z.string() });
const ROLE = 'arn:aws:iam::123456789012:role/cantus-sender';
const dynamo = new DynamoDBClient(CLIENT);
const scheduler = new SchedulerClient(CLIENT);

/** A row of the stream, as Lambda hands it over. */
interface StreamedRow {
  readonly eventName: 'INSERT';
  readonly image: Record<string, AttributeValue>;
}

interface Queues {
  readonly queue: Queue;
  readonly busyQueue: Queue;
  readonly deadLetters: Queue;
}

export interface AwsHome extends Pick<Queues, 'queue' | 'busyQueue'> {
  readonly world: World;
  readonly publisher: ReturnType<typeof takeWakeUps>;
  readonly outbox: ReturnType<typeof composeOutbox>;
  readonly bus: HeardBus;
  readonly scheduled: (wakeUp: WakeUp) => Promise<{ readonly expression: string; readonly body: string }>;
  /** Every event row of the table, in the order of their ids. */
  readonly streamed: () => Promise<readonly StreamedRow[]>;
}

async function buckets(): Promise<readonly [string, string]> {
  const names = [fresh('media'), fresh('feed')] as const;
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  for (const Bucket of names)
    await new S3Client(CLIENT).send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  return names;
}

async function environment(
  bus: HeardBus,
  { queue, busyQueue, deadLetters }: Queues,
): Promise<Record<string, string>> {
  const [table, group] = [fresh('cantus'), fresh('cantus')];
  await createTable(dynamo, table);
  await scheduler.send(new CreateScheduleGroupCommand({ Name: group }));
  const [[media, feed], pool] = [await buckets(), await openUserPool()];
  const key = await new KMSClient(CLIENT).send(new CreateKeyCommand({}));
  const clients = await new SecretsManagerClient(CLIENT).send(
    new CreateSecretCommand({ Name: fresh('clients'), SecretString: '{}' }),
  );
  return {
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL: ENDPOINT,
    AWS_ACCESS_KEY_ID: ACCESS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ACCESS.secretAccessKey,
    [VARIABLES.table]: table,
    [VARIABLES.bus]: bus.name,
    [VARIABLES.queueUrl]: queue.url,
    [VARIABLES.busyQueueUrl]: busyQueue.url,
    [VARIABLES.deadLetterArn]: deadLetters.arn,
    [VARIABLES.scheduleGroup]: group,
    [VARIABLES.schedulerRoleArn]: ROLE,
    [VARIABLES.mediaBucket]: media,
    [VARIABLES.feedBucket]: feed,
    [VARIABLES.userPool]: pool.userPool,
    [VARIABLES.userPoolClient]: pool.clientId,
    [VARIABLES.secretsKey]: given(key.KeyMetadata?.Arn),
    [VARIABLES.clients]: given(clients.ARN),
  };
}

async function eventRows(table: string): Promise<readonly StreamedRow[]> {
  const rows: StreamedRow[] = [];
  for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName: table }))
    rows.push(...Items.map((image) => ({ eventName: 'INSERT' as const, image })));
  const idOf = ({ image }: StreamedRow): string => image['sk']?.S ?? '';
  return rows
    .filter((row) => idOf(row).startsWith('EVENT#'))
    .toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** The caller takes the stubbed environment back. Providers may be on loopback here, which the home forbids. */
export async function openAwsHome(): Promise<AwsHome> {
  const deadLetters = await makeQueue('dead-letters');
  const [queue, busyQueue] = [await makeQueue('wake-ups', deadLetters), await makeQueue('busy', deadLetters)];
  const bus = await openBus();
  const env = await environment(bus, { queue, busyQueue, deadLetters });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const world = { ...composeWorld(env), http: nodeHttp({ seconds: 5 }) };
  return {
    world,
    publisher: takeWakeUps(world),
    outbox: composeOutbox(env),
    queue,
    busyQueue,
    bus,
    scheduled: async (wakeUp) => {
      const { ScheduleExpression, Target } = await scheduler.send(
        new GetScheduleCommand({ Name: scheduleName(wakeUp), GroupName: env[VARIABLES.scheduleGroup] ?? '' }),
      );
      const { MessageBody } = SentLater.parse(JSON.parse(given(Target?.Input)));
      return { expression: given(ScheduleExpression), body: MessageBody };
    },
    streamed: () => eventRows(env[VARIABLES.table] ?? ''),
  };
}
