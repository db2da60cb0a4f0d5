/** Makes the table where no stack does: on the embedded default and for tests against an endpoint. */
import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STREAM_VIEW, TABLE_INDEXES, TABLE_KEYS, TIME_TO_LIVE } from '../table.ts';

const keySchema = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const definition = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [TABLE_KEYS, ...TABLE_INDEXES]
    .flatMap(({ partition, sort }) => [partition, sort])
    .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
  KeySchema: keySchema(TABLE_KEYS),
  GlobalSecondaryIndexes: TABLE_INDEXES.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: 'ALL' },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: STREAM_VIEW },
});

const LONGEST_WAIT_SECONDS = 60;

/** Makes the table unless it is there, and waits until it answers. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(definition(name)));
    await waitUntilTableExists(
      { client, maxWaitTime: LONGEST_WAIT_SECONDS, minDelay: 1 },
      { TableName: name },
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const { TimeToLiveDescription: ttl } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: name }),
  );
  if (ttl?.TimeToLiveStatus === 'ENABLED' || ttl?.TimeToLiveStatus === 'ENABLING') return;
  const specification = { AttributeName: TIME_TO_LIVE, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: specification }));
};
