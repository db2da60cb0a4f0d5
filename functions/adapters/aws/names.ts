/** The environment variables by which the stack tells the handlers what it made. */

export const VARIABLES = {
  table: 'CANTUS_TABLE',
  bus: 'CANTUS_BUS',
  queueUrl: 'CANTUS_QUEUE_URL',
  busyQueueUrl: 'CANTUS_BUSY_QUEUE_URL',
  deadLetterArn: 'CANTUS_DEAD_LETTER_ARN',
  scheduleGroup: 'CANTUS_SCHEDULE_GROUP',
  schedulerRoleArn: 'CANTUS_SCHEDULER_ROLE_ARN',
  mediaBucket: 'CANTUS_MEDIA_BUCKET',
  feedBucket: 'CANTUS_FEED_BUCKET',
  userPool: 'CANTUS_USER_POOL',
  userPoolClient: 'CANTUS_USER_POOL_CLIENT',
  secretsKey: 'CANTUS_SECRETS_KEY',
  clients: 'CANTUS_CLIENTS',
} as const;
export type Variable = (typeof VARIABLES)[keyof typeof VARIABLES];

/** The variable that names the model which writes texts anew; set only where one may. */
export const REWRITER_MODEL = 'CANTUS_REWRITER_MODEL';

/** How browsers and providers reach the installation. */
export const PUBLIC_URL = 'CANTUS_PUBLIC_URL';
/** A year and a month, such as 202609; the one that the connector knows where absent. */
export const LINKEDIN_VERSION = 'CANTUS_LINKEDIN_VERSION';

/** The topics of SNS that the installation hears. */
export const SNS_TOPICS = 'CANTUS_SNS_TOPICS';

/** Whose events the bus carries. */
export const EVENT_SOURCE = 'cantus';
/** Who the installation's own letters are from; without it there are none. */
export const MAIL_FROM = 'CANTUS_MAIL_FROM';
