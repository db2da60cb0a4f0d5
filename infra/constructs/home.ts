/** What the functions that run the use cases share: where everything is, and the right to use it. */
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import type { Buckets } from './buckets.ts';
import type { Clients } from './clients.ts';
import type { People } from './people.ts';
import type { SecretsKey } from './secrets-key.ts';
import type { WakeUps } from './wake-ups.ts';

export interface Home {
  readonly handlers: string;
  readonly table: TableV2;
  readonly wakeUps: WakeUps;
  readonly buckets: Buckets;
  readonly people: People;
  readonly secrets: SecretsKey;
  readonly clients: Clients;
}

export const environmentOf = ({
  table,
  wakeUps,
  buckets,
  people,
  secrets,
  clients,
}: Home): Record<string, string> => ({
  [VARIABLES.table]: table.tableName,
  [VARIABLES.queueUrl]: wakeUps.queue.queueUrl,
  [VARIABLES.busyQueueUrl]: wakeUps.busyQueue.queueUrl,
  [VARIABLES.deadLetterArn]: wakeUps.deadLetters.queueArn,
  [VARIABLES.scheduleGroup]: wakeUps.group.scheduleGroupName,
  [VARIABLES.schedulerRoleArn]: wakeUps.role.roleArn,
  [VARIABLES.mediaBucket]: buckets.media.bucketName,
  [VARIABLES.feedBucket]: buckets.feed.bucketName,
  [VARIABLES.userPool]: people.pool.userPoolId,
  [VARIABLES.userPoolClient]: people.client.userPoolClientId,
  [VARIABLES.secretsKey]: secrets.key.keyArn,
  [VARIABLES.clients]: clients.secret.secretArn,
});

/** Reads by key and by index, and transactions. */
const ON_THE_TABLE = [
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

const allow = ({ grantPrincipal }: IGrantable, actions: string[], resource: string): void => {
  grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }));
};

/** Without the right to list, S3 says "forbidden" of an object that is not there. */
export function grantGet(bucket: Bucket, grantee: IGrantable): void {
  allow(grantee, ['s3:GetObject'], bucket.arnForObjects('*'));
  allow(grantee, ['s3:ListBucket'], bucket.bucketArn);
}

function grantKeep(bucket: Bucket, grantee: IGrantable): void {
  grantGet(bucket, grantee);
  allow(grantee, ['s3:PutObject'], bucket.arnForObjects('*'));
}

/** Checking the audit trail starts from every head of a workspace, and only a scan finds them all. */
export function grantAudit({ table }: Home, grantee: IGrantable): void {
  table.grant(grantee, 'dynamodb:Scan');
}

/** What every use case but the audit's may need. */
export function grantUse({ table, wakeUps, buckets, secrets, clients }: Home, grantee: IGrantable): void {
  table.grant(grantee, ...ON_THE_TABLE);
  wakeUps.grantSet(grantee);
  grantKeep(buckets.media, grantee);
  grantKeep(buckets.feed, grantee);
  secrets.grantUse(grantee);
  clients.grantRead(grantee);
}
