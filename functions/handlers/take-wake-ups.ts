/** Takes the wake-ups of one batch and gives back those that failed or had no time left, which then come again. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { World } from '../ports.ts';
import { logTrouble } from './log.ts';
import { beginsInTime, type TimeLeft } from './time-left.ts';
import { wakeEntry } from './wake-entry.ts';

/** What is read of a message. */
type Message = Pick<SQSRecord, 'body' | 'messageId'>;

/** All of a batch begin at once, so that no workspace's slow post holds another's. */
export function takeWakeUps(world: World) {
  const failureOf = async ({ body, messageId }: Message, mayBegin: () => boolean) => {
    const failure = [{ itemIdentifier: messageId }];
    if (!mayBegin()) return failure;
    try {
      await wakeEntry(world, body);
      return [];
    } catch (error) {
      logTrouble({ messageId }, error);
      return failure;
    }
  };
  return async (
    { Records }: { readonly Records: readonly Message[] },
    left: TimeLeft,
  ): Promise<SQSBatchResponse> => {
    const mayBegin = beginsInTime(left);
    const failures = await Promise.all(Records.map((message) => failureOf(message, mayBegin)));
    return { batchItemFailures: failures.flat() };
  };
}
