/** Mastodon: a status is edited in place and keeps its pictures, or deleted. */
import * as z from 'zod';
import type { CorrectingCall, Given, Publisher } from '../../ports/publisher.ts';
import { prepared } from '../publishing/answers.ts';
import { amendOutcome, retractOutcome } from '../publishing/corrected.ts';
import { textOf } from '../publishing/parts.ts';
import { mastodonCall } from './publish-call.ts';

const Shown = z.object({ media_attachments: z.array(z.object({ id: z.string() })).default([]) });

const pathOf = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`;

/** An edit replaces the whole status, so that it names the pictures that are there. */
const amend =
  (given: Given): CorrectingCall =>
  async (job, id) => {
    const shown = await mastodonCall(given, 'GET', pathOf(id));
    const read = prepared(shown, given.clock.now(), (json) => Shown.safeParse(json).data);
    if (read.is !== 'done') return read;
    const answer = await mastodonCall(given, 'PUT', pathOf(id), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        status: textOf(job),
        media_ids: read.value.media_attachments.map((one) => one.id),
        language: job.payload.locale.split('-')[0],
      }),
    });
    return amendOutcome(answer, given.clock.now(), id);
  };

const retract =
  (given: Given): CorrectingCall =>
  async (_job, id) =>
    retractOutcome(await mastodonCall(given, 'DELETE', pathOf(id)), given.clock.now(), id);

/** https://docs.joinmastodon.org/methods/statuses/ (2026-07-02) */
export const mastodonCorrections = (given: Given): Pick<Publisher, 'amend' | 'amends' | 'retract'> => ({
  amend: amend(given),
  amends: 'text',
  retract: retract(given),
});
