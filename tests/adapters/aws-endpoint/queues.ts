/** Queues at the endpoint, as the stack makes them: dead letters after five tries. */
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { CLIENT, fresh, given } from './endpoint.ts';

export const sqs = new SQSClient(CLIENT);

export interface Queue {
  readonly url: string;
  readonly arn: string;
}

export const MOST_TRIES = 5;

export async function makeQueue(name: string, deadLetters?: Queue, visible = '1080'): Promise<Queue> {
  const RedrivePolicy =
    deadLetters && JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: MOST_TRIES });
  const made = await sqs.send(
    new CreateQueueCommand({
      QueueName: fresh(name),
      Attributes: { VisibilityTimeout: visible, ...(RedrivePolicy && { RedrivePolicy }) },
    }),
  );
  const url = given(made.QueueUrl);
  return { url, arn: await attributeOf(url, 'QueueArn') };
}

export async function attributeOf(
  url: string,
  name: 'QueueArn' | 'ApproximateNumberOfMessages' | 'ApproximateNumberOfMessagesDelayed',
): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [name] }),
  );
  return given(Attributes?.[name]);
}

export const receive = async ({ url }: Queue) => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 0,
      MessageSystemAttributeNames: ['MessageGroupId'],
    }),
  );
  return Messages;
};

/** The groups of whatever waits, which stays. */
export const groups = async (queue: Queue): Promise<readonly (string | undefined)[]> =>
  (await receive(queue)).map(({ Attributes }) => Attributes?.MessageGroupId);

/** The bodies of whatever waits, which is then gone. */
export async function take(queue: Queue): Promise<readonly string[]> {
  const messages = await receive(queue);
  for (const { ReceiptHandle } of messages)
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
  return messages.length === 0 ? [] : [...messages.map(({ Body = '' }) => Body), ...(await take(queue))];
}
