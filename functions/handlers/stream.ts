/** The outbox on Lambda: forwards event rows of the table's stream to the bus. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { composeOutbox } from './compose.ts';

interface StreamRecord {
  readonly eventName?: string;
  readonly dynamodb?: { readonly NewImage?: Record<string, AttributeValue> };
}

const forward = composeOutbox(process.env);

/** Rejects when the bus does: the stream then hands over the same records again, in smaller batches, in order. */
export const handler = async ({ Records }: { readonly Records: readonly StreamRecord[] }): Promise<void> =>
  forward(Records.map(({ eventName, dynamodb }) => ({ eventName, image: dynamodb?.NewImage })));
