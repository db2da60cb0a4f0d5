/** Composes the AWS home from the environment that the stack gives its functions. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { bedrockRewriter } from '../adapters/aws/bedrock-rewriter.ts';
import { cognitoIdentity } from '../adapters/aws/cognito-identity.ts';
import { endUserMessaging } from '../adapters/aws/end-user-messaging.ts';
import { eventBus } from '../adapters/aws/event-bus.ts';
import { forgivingWakeUps } from '../adapters/aws/forgiving-wake-ups.ts';
import { kmsSecrets } from '../adapters/aws/kms-secrets.ts';
import { REWRITER_MODEL, VARIABLES } from '../adapters/aws/names.ts';
import { presignedMedia } from '../adapters/aws/presigned-media.ts';
import { s3Media } from '../adapters/aws/s3-media.ts';
import { s3PreviewFeed } from '../adapters/aws/s3-preview-feed.ts';
import { schedulerWakeUps } from '../adapters/aws/scheduler.ts';
import { secretClients } from '../adapters/aws/secret-clients.ts';
import { baseUrlsIn, publicUrlIn, signInUrlsIn, versionsIn } from '../adapters/base-urls.ts';
import { verifyAudit } from '../adapters/dynamodb/audit.ts';
import { documentClient } from '../adapters/dynamodb/document-client.ts';
import { outbox } from '../adapters/dynamodb/outbox.ts';
import { dynamoStore } from '../adapters/dynamodb/store.ts';
import { mail } from '../adapters/mail.ts';
import { nodeHttp } from '../adapters/node-http.ts';
import { notifier } from '../adapters/notifier.ts';
import { ownMailIn } from '../adapters/own-mail.ts';
import { snsTopics, snsTopicsIn } from '../adapters/sns-topics.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { ulids } from '../adapters/ulids.ts';
import type { Store, World } from '../ports.ts';
import { logTrouble } from './log.ts';
import { queueFor } from './queue-for.ts';

const given = z.string().min(1);

const WorldEnvironment = z.object({
  AWS_REGION: given,
  [VARIABLES.table]: given,
  [VARIABLES.queueUrl]: given,
  [VARIABLES.busyQueueUrl]: given,
  [VARIABLES.deadLetterArn]: given,
  [VARIABLES.scheduleGroup]: given,
  [VARIABLES.schedulerRoleArn]: given,
  [VARIABLES.mediaBucket]: given,
  [VARIABLES.feedBucket]: given,
  [VARIABLES.userPool]: given,
  [VARIABLES.userPoolClient]: given,
  [VARIABLES.secretsKey]: given,
  [VARIABLES.clients]: given,
  [REWRITER_MODEL]: given.optional(),
});
type WorldEnvironment = z.infer<typeof WorldEnvironment>;

const OutboxEnvironment = z.object({ [VARIABLES.bus]: given, [VARIABLES.mediaBucket]: given });

const wakeUpsOf = (env: WorldEnvironment, store: Store) =>
  forgivingWakeUps(
    schedulerWakeUps({
      scheduler: new SchedulerClient(),
      sqs: new SQSClient(),
      clock: systemClock,
      group: env[VARIABLES.scheduleGroup],
      roleArn: env[VARIABLES.schedulerRoleArn],
      queueFor: queueFor(store, { usual: env[VARIABLES.queueUrl], busy: env[VARIABLES.busyQueueUrl] }),
      deadLetterArn: env[VARIABLES.deadLetterArn],
    }),
    (wakeUp, error) => logTrouble({ ...wakeUp }, error),
  );

const identityOf = (env: WorldEnvironment) => {
  const userPool = env[VARIABLES.userPool];
  return cognitoIdentity({
    cognito: new CognitoIdentityProviderClient(),
    issuer: `https://cognito-idp.${env.AWS_REGION}.amazonaws.com/${userPool}`,
    userPool,
    clientId: env[VARIABLES.userPoolClient],
    clock: systemClock,
  });
};

type Environment = Readonly<Record<string, string | undefined>>;

const rewriterOf = (model: string | undefined): Pick<World, 'rewriter'> =>
  model === undefined
    ? {}
    : { rewriter: bedrockRewriter({ client: new BedrockRuntimeClient({ maxAttempts: 2 }), model }) };

/** @throws ZodError that names every variable which is missing. */
export function composeWorld(environment: Environment): World {
  const env = WorldEnvironment.parse(environment);
  const clock = systemClock;
  const ids = ulids(clock);
  const s3 = new S3Client();
  const client = documentClient(new DynamoDBClient());
  const media = s3Media(s3, env[VARIABLES.mediaBucket]);
  const table = env[VARIABLES.table];
  const publicUrl = publicUrlIn(environment);
  const [http, letters] = [nodeHttp({ publicOnly: true }), mail({ publicOnly: true })];
  const store = dynamoStore({ client, table, clock, ids, media });
  const ownMail = ownMailIn(environment, { by: 'ses', region: env.AWS_REGION });
  return {
    store,
    audit: { verify: (workspace) => verifyAudit({ client, table, media }, workspace) },
    clock,
    ids,
    wakeUps: wakeUpsOf(env, store),
    feed: s3PreviewFeed(s3, env[VARIABLES.feedBucket]),
    identity: identityOf(env),
    media,
    publicMedia: presignedMedia(s3, env[VARIABLES.mediaBucket]),
    http,
    mail: letters,
    notifier: notifier(http, letters, ownMail),
    texts: endUserMessaging(),
    topics: snsTopics(http, clock, snsTopicsIn(environment)),
    secrets: kmsSecrets(new KMSClient(), env[VARIABLES.secretsKey]),
    baseUrls: baseUrlsIn(environment),
    versions: versionsIn(environment),
    clients: secretClients(new SecretsManagerClient(), clock, env[VARIABLES.clients]),
    signInUrls: signInUrlsIn(environment),
    ...(publicUrl !== undefined && { publicUrl }),
    ...rewriterOf(env[REWRITER_MODEL]),
  };
}

/** What forwards changed rows to the bus. @throws ZodError that names every variable which is missing. */
export function composeOutbox(environment: Environment): ReturnType<typeof outbox> {
  const env = OutboxEnvironment.parse(environment);
  const media = s3Media(new S3Client(), env[VARIABLES.mediaBucket]);
  return outbox(eventBus(new EventBridgeClient(), env[VARIABLES.bus]), media);
}
