/** A reviewer's other answers: asking for changes, and taking an approval back. */
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Comment } from '../../core/review.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionVariant } from '../../core/transition-variant.ts';
import type { Variant } from '../../core/variant.ts';
import { edition, put, putVariant, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import type { Verdict } from './approve-variant.ts';
import { entriesHeld } from './entries-of-variant.ts';
import { openSeen, openVariant } from './open-variant.ts';

/** @throws Refused `stale` when the submission is not the one that was read. */
export const requestChanges = useCase(
  'request-changes',
  async (
    world,
    { tenant, member },
    input: Verdict & { readonly text: string },
  ): Promise<Versioned<Variant>> => {
    const { head } = await openVariant(world, tenant, input.id);
    const { submission, revision } = head.value;
    if (submission && submission.hash !== input.hash)
      throw new Refused('stale', 'Another version was submitted since you read it.');
    const now = world.clock.now();
    const hash = submission?.hash;
    if (hash === undefined) throw new Refused('not-in-this-state', 'Nothing is in review here.');
    const became = transitionVariant(head.value, { do: 'request-changes', by: member.user, hash }, now);
    const comment: Comment = { by: member.user, at: now, revision, text: input.text, resolved: false };
    const row = putVariant(tenant, became.state, now, head);
    await world.store.commit({
      head: row,
      changes: [put(keys.comment(tenant, input.id, world.ids.next()), comment)],
      by: { user: member.user },
      event: eventOf(became),
    });
    return edition(row.value);
  },
);

/** Takes the approval back; what has not written its intent yet is held. */
export const withdrawApproval = useCase(
  'withdraw-approval',
  async (world, { tenant, member }, input: { id: VariantId; ifRev: number }): Promise<Versioned<Variant>> => {
    const { head } = await openSeen(world, tenant, input);
    const now = world.clock.now();
    const became = transitionVariant(head.value, { do: 'withdraw-approval', by: member.user }, now);
    const row = putVariant(tenant, became.state, now, head);
    await world.store.commit({
      head: row,
      changes: await entriesHeld(world, tenant, input.id, {
        reason: 'approval-does-not-cover',
        says: 'The approval was withdrawn.',
      }),
      by: { user: member.user },
      event: eventOf(became),
    });
    return edition(row.value);
  },
);

export const withdrawSubmission = useCase(
  'withdraw-submission',
  async (world, { tenant, member }, input: { id: VariantId; ifRev: number }): Promise<Versioned<Variant>> => {
    const { head } = await openSeen(world, tenant, input);
    const now = world.clock.now();
    const became = transitionVariant(head.value, { do: 'withdraw-submission', by: member.user }, now);
    const row = putVariant(tenant, became.state, now, head);
    await world.store.commit({
      head: row,
      by: { user: member.user },
      event: eventOf(became),
    });
    return edition(row.value);
  },
);
