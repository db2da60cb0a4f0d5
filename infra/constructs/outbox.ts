/** The outbox: the table's stream carries event rows to the bus, in order per aggregate. */
import { Duration } from 'aws-cdk-lib/core';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import type { Buckets } from './buckets.ts';
import { Handler } from './handler.ts';
import { grantGet } from './home.ts';

export interface OutboxProps {
  readonly handlers: string;
  readonly table: TableV2;
  readonly buckets: Buckets;
  readonly bus: EventBus;
}

/** An event is tried again for so long, and its letter still names what the stream keeps for twelve hours more. */
const TRIED = Duration.hours(12);

/** Only new event rows wake the function. */
const EVENT_ROWS = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
});

const streamOf = ({ tableStreamArn }: TableV2): { readonly eventSourceArn: string } => {
  if (tableStreamArn === undefined) throw new Error('The table has no stream');
  return { eventSourceArn: tableStreamArn };
};

export class Outbox extends Construct {
  readonly deadLetters: Queue;
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { handlers, table, buckets, bus }: OutboxProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const handler = new Handler(this, 'Function', {
      handlers,
      name: 'stream',
      does: 'Forwards event rows to the bus',
      seconds: 60,
      memory: 256,
      environment: {
        [VARIABLES.bus]: bus.eventBusName,
        [VARIABLES.mediaBucket]: buckets.media.bucketName,
      },
    });
    this.handler = handler;
    bus.grantPutEventsTo(handler);
    grantGet(buckets.media, handler);
    table.grantStreamRead(handler);
    handler.addEventSourceMapping('Stream', {
      ...streamOf(table),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      maxRecordAge: TRIED,
      filters: [EVENT_ROWS],
      onFailure: new SqsDlq(this.deadLetters),
    });
  }
}
