/** Reads the preview feed, newest first. */
import { useCase } from '../use-case.ts';

export const getFeed = useCase('get-feed', (world, { tenant }, { limit }: { limit: number }) =>
  world.feed.list(tenant.workspace, limit),
);
