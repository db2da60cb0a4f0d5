/** Leaves a comment beside a variant, on a stretch of it or on the whole. */
import type { VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Comment } from '../../core/review.ts';
import { put, putVariant } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { openVariant } from './open-variant.ts';

export interface CommentInput {
  readonly id: VariantId;
  readonly text: string;
  readonly anchor?: Comment['anchor'];
}

export const commentVariant = useCase(
  'comment-variant',
  async (world, { tenant, member, once }, input: CommentInput): Promise<Comment> => {
    const { head } = await openVariant(world, tenant, input.id);
    const now = world.clock.now();
    const comment: Comment = {
      by: member.user,
      at: now,
      revision: head.value.revision,
      text: input.text,
      resolved: false,
      ...(input.anchor && { anchor: input.anchor }),
    };
    await world.store.commit({
      head: putVariant(tenant, head.value, now, head),
      changes: [put(keys.comment(tenant, input.id, world.ids.next()), comment)],
      by: { user: member.user },
      event: { type: 'variant.commented', data: { revision: comment.revision } },
      once,
      answer: comment,
    });
    return comment;
  },
);
