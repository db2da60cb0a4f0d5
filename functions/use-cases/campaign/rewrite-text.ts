/** Has an adapted text written anew where a rewriter is set up; nothing that it does keeps a text from being adapted. */
import type { Adapted } from '../../adapt/adapt-place.ts';
import { messageIn, stepOf } from '../../adapt/message-parts.ts';
import { askFor, settleRewritten } from '../../adapt/rewrite/rewriting.ts';
import type { Rewriting } from '../../adapt/rewrite/types.ts';
import { Refused } from '../../core/errors.ts';
import type { RewriteAnswer } from '../../core/rewrite.ts';
import type { World } from '../../ports.ts';

/** All of them are asked at once. */
const PLACES_AT_MOST = 12;

/** @throws Refused `not-available-yet` where no rewriter is set up, `invalid-input` for too many places at once. */
export const refuseRewriting = ({ rewriter }: World, places: number): void => {
  if (!rewriter)
    throw new Refused('not-available-yet', 'No rewriter is set up here: adapt without "rewrite".');
  if (places > PLACES_AT_MOST)
    throw new Refused(
      'invalid-input',
      `That is ${places} places; have at most ${PLACES_AT_MOST} written anew at once: name steps, channels or locales.`,
    );
};

const FAILED: RewriteAnswer = { is: 'nothing', reason: 'the rewriter failed' };

export const rewriteText = async (
  { rewriter }: World,
  at: Omit<Rewriting, 'message'>,
  plain: Adapted,
): Promise<Adapted> => {
  const step = stepOf(at.campaign, at.place.step);
  const message = step && messageIn(step, at.place.locale);
  if (!rewriter || !message) return plain;
  const rewriting = { ...at, message };
  const answer = await rewriter.rewrite(askFor(rewriting, plain)).catch(() => FAILED);
  return settleRewritten(rewriting, plain, answer);
};
