/** Checkpoints: what `prepare` must not repeat, as text of the connector's own shape. */
import type * as z from 'zod';
import { jsonOf } from './answers.ts';

/** Undefined for none, and for one of an older shape, which is prepared anew. */
export function readCheckpoint<T>(schema: z.ZodType<T>, checkpoint: string | undefined): T | undefined {
  return checkpoint === undefined ? undefined : schema.safeParse(jsonOf(checkpoint)).data;
}
