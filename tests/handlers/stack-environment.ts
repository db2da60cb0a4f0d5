/** The environment that the stack gives a handler, with one service of AWS standing in on loopback. */
import { VARIABLES } from '../../functions/adapters/aws/names.ts';

export const stackEnvironment = (endpoint: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.values(VARIABLES).map((name) => [name, `the-${name}`])),
  [VARIABLES.queueUrl]: `${endpoint}/1/wake-ups`,
  [VARIABLES.busyQueueUrl]: `${endpoint}/1/busy`,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'stand-in',
  AWS_SECRET_ACCESS_KEY: 'stand-in',
  AWS_ENDPOINT_URL: endpoint,
  AWS_MAX_ATTEMPTS: '1',
});
