/** Publishes to the preview feed: what a `preview` account does, whatever its channel. */
import type { CorrectionKind } from '../../core/correction.ts';
import type { Clock, PreviewFeed, PreviewPost } from '../../ports.ts';
import type { CorrectingCall, Job, Publisher } from '../../ports/publisher.ts';

/** Same entry and revision, same post: sending again keeps the first. */
const idOf = ({ entry }: Job): string => `${entry.id}-${entry.revision}`;

const urlOf = (id: string): string => `/preview#${id}`;

const postOf = (job: Job, at: string): PreviewPost => {
  const { workspace, entry, account, payload } = job;
  const { name, channel } = account;
  return { id: idOf(job), workspace, entry: entry.id, account: name, channel, payload, at };
};

export const previewPublisher = (feed: PreviewFeed, clock: Clock): Publisher => {
  /** What was shown stays as it was: a correction is shown beside it. */
  const correcting =
    (is: CorrectionKind): CorrectingCall =>
    async (job, externalId) => {
      await feed.put({ ...postOf(job, clock.now()), correction: { is, post: externalId } });
      return { is: 'published', externalId, url: urlOf(externalId) };
    };
  return {
    idempotency: 'exact',
    prepare: (job) => Promise.resolve({ is: 'ready', checkpoint: idOf(job) }),
    send: async (job, checkpoint) => {
      await feed.put(postOf(job, clock.now()));
      return { is: 'published', externalId: checkpoint, url: urlOf(checkpoint) };
    },
    readBack: async (job, checkpoint) => {
      const post = await feed.get(job.workspace, checkpoint);
      return post ? { is: 'found', externalId: post.id, url: urlOf(post.id) } : { is: 'absent' };
    },
    amend: correcting('amend'),
    amends: 'everything',
    retract: correcting('retract'),
  };
};
