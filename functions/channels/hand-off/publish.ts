/** Hand-offs: at its time the post goes to its owner, ready to paste, and a person says when it is live. */
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import type { Publisher } from '../../ports/publisher.ts';

/** Channels whose posts are made by a person in the channel's own app. */
export const HAND_OFFS: readonly ChannelId[] = ['tiktok', 'pinterest', 'youtube', 'push'];

/** Nothing leaves: handing over again hands over the same, so an interrupted one is simply done again. */
export const handOffPublisher: Publisher = {
  idempotency: 'exact',
  prepare: async (job) => ({ is: 'ready', checkpoint: `${job.entry.id}-${job.entry.revision}` }),
  send: async () => ({ is: 'handed-off' }),
  readBack: async () => ({ is: 'absent' }),
};
