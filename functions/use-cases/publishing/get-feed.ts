/** Reads the preview feed, newest first: what was published, and what became of it since. */
import type { CorrectionKind } from '../../core/correction.ts';
import type { PreviewPost } from '../../ports.ts';
import { useCase } from '../use-case.ts';

/** A post as it was published, with the newest correction of it. */
export type FeedPost = PreviewPost & {
  readonly corrected?: { readonly is: CorrectionKind; readonly at: string };
};

/** A correction is newer than its post, so that a page with the post has it too. */
const withCorrected = (posts: readonly PreviewPost[]): readonly FeedPost[] =>
  posts.map((post) => {
    const made = posts.find(({ correction }) => correction?.post === post.id);
    return made?.correction ? { ...post, corrected: { is: made.correction.is, at: made.at } } : post;
  });

export const getFeed = useCase('get-feed', async (world, { tenant }, { limit }: { limit: number }) =>
  withCorrected(await world.feed.list(tenant.workspace, limit)),
);
