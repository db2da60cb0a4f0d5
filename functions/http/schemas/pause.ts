/** Pausing and resuming. */
import * as z from 'zod';
import { entry } from './entry.ts';
import { list } from './words.ts';

export const pauseBody = z.strictObject({ paused: z.boolean() }).meta({ id: 'Pause' });

export const paused = z
  .object({
    paused: z.boolean(),
    fellDue: list(entry).meta({
      description: 'Held by the pause when they were due: retry, move or cancel each',
    }),
  })
  .meta({ id: 'Paused' });
