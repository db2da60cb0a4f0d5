/** The single table as both homes know it: keys, indexes, stream, expiry, and recovery to any second of the last 35 days. */
import { RemovalPolicy } from 'aws-cdk-lib/core';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import figures from '../figures.json' with { type: 'json' };
import type { PublishingLoad } from '../load.ts';
import {
  STREAM_VIEW,
  TABLE_INDEXES,
  TABLE_KEYS,
  type TableIndex,
  TIME_TO_LIVE,
} from '../../functions/adapters/table.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

export interface DataTableProps {
  readonly load: PublishingLoad;
}

/** A new table takes a few thousand units a second, until it has once taken more. */
const WARM = {
  small: {},
  large: {
    warmThroughput: {
      readUnitsPerSecond: figures.large.readUnitsPerSecond,
      writeUnitsPerSecond: figures.large.writeUnitsPerSecond,
    },
  },
} satisfies Record<PublishingLoad, Pick<GlobalSecondaryIndexPropsV2, 'warmThroughput'>>;

const indexOf = ({ name, partition, sort }: TableIndex): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: text(partition),
  sortKey: text(sort),
});

export class DataTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { load }: DataTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(TABLE_KEYS.partition),
      sortKey: text(TABLE_KEYS.sort),
      globalSecondaryIndexes: TABLE_INDEXES.map((index) => ({ ...indexOf(index), ...WARM[load] })),
      ...WARM[load],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType[STREAM_VIEW],
      timeToLiveAttribute: TIME_TO_LIVE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
