/** Takes the wake-ups of one batch and gives back those that failed, which then come again. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { World } from '../ports.ts';
import { logTrouble } from './log.ts';
import { wakeEntry } from './wake-entry.ts';

/** What is read of a message. */
type Message = Pick<SQSRecord, 'body' | 'messageId'>;

export function takeWakeUps(world: World) {
  const failureOf = async ({ body, messageId }: Message) => {
    try {
      await wakeEntry(world, body);
      return [];
    } catch (error) {
      logTrouble({ messageId }, error);
      return [{ itemIdentifier: messageId }];
    }
  };
  return async ({ Records }: { readonly Records: readonly Message[] }): Promise<SQSBatchResponse> => ({
    batchItemFailures: (await Promise.all(Records.map(failureOf))).flat(),
  });
}
