/** Deleting and changing nodes of Meta's Graph API. */
import * as z from 'zod';
import type { HttpAnswer } from '../../ports/http.ts';
import type { CorrectingCall, Given } from '../../ports/publisher.ts';
import { jsonOf } from './answers.ts';
import { amendOutcome, retractOutcome } from './corrected.ts';
import { graph } from './graph.ts';
import { textOf } from './parts.ts';

const Done = z.object({ success: z.literal(true) });
const isDone = (json: unknown): boolean => Done.safeParse(json).success;

const Missing = z.object({ error: z.object({ code: z.literal(100), error_subcode: z.literal(33) }) });

/** A node that is not there and one that may not be touched answer alike. */
const isMissing = (answer: HttpAnswer): boolean =>
  answer.is === 'answered' && Missing.safeParse(jsonOf(answer.text)).success;

/**
 * A node that cannot even be read by the token that made it is gone.
 * https://developers.facebook.com/docs/pages-api/posts (2026-04-17)
 * https://developers.facebook.com/docs/threads/posts/delete-posts (stored copy, 2026-11)
 */
export const graphRetract =
  (given: Given): CorrectingCall =>
  async (_job, externalId) => {
    const path = `/${encodeURIComponent(externalId)}`;
    const answer = await graph(given, 'DELETE', path);
    const gone = isMissing(answer) && isMissing(await graph(given, 'GET', `${path}?fields=id`));
    return retractOutcome(answer, given.clock.now(), externalId, { says: isDone, gone: () => gone });
  };

/** Of a post as of a comment, only the message. */
export const graphAmend =
  (given: Given): CorrectingCall =>
  async (job, externalId) => {
    const path = `/${encodeURIComponent(externalId)}`;
    const answer = await graph(given, 'POST', path, { message: textOf(job) });
    return amendOutcome(answer, given.clock.now(), externalId, isDone);
  };
