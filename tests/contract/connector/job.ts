/** A claimed entry of a workspace, for a connector to work on. */
import { asId } from '../../../functions/core/ids.ts';
import type { ContentHash, Payload } from '../../../functions/core/payload.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import type { Job } from '../../../functions/ports/publisher.ts';

const HASH = 'a'.repeat(64) as ContentHash;

/** Of 4 May 2027, 06:00 UTC; the intent was written a second later. */
export const jobFor = (channel: ChannelId, payload: Partial<Payload>, revision = 1): Job => {
  const [variant, campaign, account] = [asId('variant-1'), asId('campaign-1'), asId('account-1')];
  return {
    workspace: asId('harbour-tea'),
    account: {
      id: asId('account-1'),
      channel,
      name: 'Harbour Tea',
      mode: 'live',
      state: 'connected',
      locales: ['en-GB'],
      zone: 'Europe/Athens',
      slots: [],
      owner: asId('user-1'),
    },
    payload: {
      channel,
      format: 'feed',
      locale: 'en-GB',
      parts: [{ field: 'text', text: 'Cold brew is back.' }],
      media: [],
      ...payload,
    },
    entry: {
      id: asId('01JXENTRY00000000000000001'),
      campaign: asId(campaign),
      variant: asId(variant),
      account: asId(account),
      channel,
      locale: 'en-GB',
      revision,
      hash: HASH,
      slot: { wall: '2027-05-04T09:00', zone: 'Europe/Athens', instant: '2027-05-04T06:00:00Z' },
      state: 'publishing',
      whenApproved: false,
      graceMinutes: 30,
      attempts: 1,
      attempt: {
        number: 1,
        claimedAt: '2027-05-04T06:00:00Z',
        leaseUntil: '2027-05-04T06:10:00Z',
        intentAt: '2027-05-04T06:00:01Z',
      },
      owner: asId('user-1'),
      words: 'Cold brew is back.',
    },
  };
};
