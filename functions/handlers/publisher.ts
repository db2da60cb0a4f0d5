/** The publisher on Lambda: takes wake-ups from the queue and gives back those that failed. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';
import { wakeEntry } from './wake-entry.ts';

const world = composeWorld(process.env);

const failureOf = async ({ body, messageId }: SQSRecord) => {
  try {
    await wakeEntry(world, body);
    return [];
  } catch (error) {
    logTrouble({ messageId }, error);
    return [{ itemIdentifier: messageId }];
  }
};

export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => ({
  batchItemFailures: (await Promise.all(Records.map(failureOf))).flat(),
});
