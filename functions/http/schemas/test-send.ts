/** Test sends: to whom, and what came of each. */
import * as z from 'zod';
import { accountId } from './connection.ts';
import { list, maybe, userId } from './words.ts';

const MOST = 10;

export const testSendBody = z
  .strictObject({ account: accountId, to: z.array(userId).min(1).max(MOST).readonly() })
  .meta({ id: 'TestSend', description: 'Members, by their ids' });

export const testSent = z
  .object({
    items: list(
      z.object({
        to: z.string(),
        is: z.enum(['published', 'rejected', 'retry', 'unconfirmed']),
        reason: maybe(z.string()),
      }),
    ),
  })
  .meta({ id: 'TestSent' });
