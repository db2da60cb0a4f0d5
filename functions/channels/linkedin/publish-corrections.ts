/** LinkedIn: a post's commentary is changed in place, and a post or a comment deleted. */
import type { CorrectingCall, Given, Publisher } from '../../ports/publisher.ts';
import { amendOutcome, retractOutcome } from '../publishing/corrected.ts';
import { isMain, textOf } from '../publishing/parts.ts';
import { littleText } from './little-text.ts';
import { linkedinCall, ownerOf } from './publish-call.ts';

/** `urn:li:comment:(urn:li:activity:123,456)`: the thread that it stands in, and its own number. */
const COMMENT = /^urn:li:comment:\((.{1,200}),(\d{1,30})\)$/u;

const pathOf = (given: Given, urn: string): string => {
  const [, thread, number] = COMMENT.exec(urn) ?? [];
  return thread === undefined || number === undefined
    ? `/rest/posts/${encodeURIComponent(urn)}`
    : `/rest/socialActions/${encodeURIComponent(thread)}/comments/${number}?actor=${encodeURIComponent(ownerOf(given))}`;
};

const amend =
  (given: Given): CorrectingCall =>
  async (job, urn) => {
    const patch = isMain(job)
      ? { $set: { commentary: littleText(textOf(job)) } }
      : { message: { $set: { text: textOf(job) } } };
    const answer = await linkedinCall(given, 'POST', pathOf(given, urn), JSON.stringify({ patch }), {
      'x-restli-method': 'PARTIAL_UPDATE',
    });
    return amendOutcome(answer, given.clock.now(), urn);
  };

/** A post that is deleted already is deleted again without complaint. */
const retract =
  (given: Given): CorrectingCall =>
  async (_job, urn) => {
    const answer = await linkedinCall(given, 'DELETE', pathOf(given, urn), undefined, {
      'x-restli-method': 'DELETE',
    });
    return retractOutcome(answer, given.clock.now(), urn);
  };

/**
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api (stored copy, 2026-11)
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api (li-lms-2025-01, stored copy)
 */
export const linkedinCorrections = (given: Given): Pick<Publisher, 'amend' | 'amends' | 'retract'> => ({
  amend: amend(given),
  amends: 'text',
  retract: retract(given),
});
