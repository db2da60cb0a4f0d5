/** What leaves the workspace is what was approved. */
import { Refused } from '../../core/errors.ts';
import type { ContentHash } from '../../core/payload.ts';
import { covers } from '../../core/transition-variant.ts';
import type { Variant } from '../../core/variant.ts';

/** `what` follows “Only an approved variant”. @throws Refused `not-approved`, or `approval-does-not-cover` when it was edited since. */
export const refuseUnapproved = (variant: Variant, hash: ContentHash, what: string): void => {
  if (covers(variant, hash)) return;
  if (variant.approval)
    throw new Refused(
      'approval-does-not-cover',
      'The variant, or a fact that it states, changed after it was approved: have it approved again.',
      { approved: variant.approval.hash, now: hash },
    );
  throw new Refused('not-approved', `Only an approved variant ${what}: submit it and have it approved.`);
};
