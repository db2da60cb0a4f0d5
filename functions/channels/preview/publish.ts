/** Publishes to the preview feed: what a `preview` account does, whatever its channel. */
import type { Clock, PreviewFeed } from '../../ports.ts';
import type { Job, Publisher } from '../../ports/publisher.ts';

/** Same entry and revision, same post: sending again keeps the first. */
const idOf = ({ entry }: Job): string => `${entry.id}-${entry.revision}`;

const urlOf = (job: Job): string => `/preview#${idOf(job)}`;

export const previewPublisher = (feed: PreviewFeed, clock: Clock): Publisher => ({
  idempotency: 'exact',
  prepare: (job) => Promise.resolve({ is: 'ready', checkpoint: idOf(job) }),
  send: async (job, checkpoint) => {
    const { workspace, entry, account, payload } = job;
    await feed.put({
      id: checkpoint,
      workspace,
      entry: entry.id,
      account: account.name,
      channel: account.channel,
      payload,
      at: clock.now(),
    });
    return { is: 'published', externalId: checkpoint, url: urlOf(job) };
  },
  readBack: async (job, checkpoint) => {
    const post = await feed.get(job.workspace, checkpoint);
    return post ? { is: 'found', externalId: post.id, url: urlOf(job) } : { is: 'absent' };
  },
});
