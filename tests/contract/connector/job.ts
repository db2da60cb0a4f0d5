/** A claimed entry of a workspace, for a connector to work on. */
import { asId } from '../../../functions/core/ids.ts';
import { contentHash, type Payload } from '../../../functions/core/payload.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import type { Job } from '../../../functions/ports/publisher.ts';

/** Of 4 May 2027, 06:00 UTC; the intent was written a second later. */
export const jobFor = (channel: ChannelId, payload: Partial<Payload>, revision = 1): Job => {
  const whole: Payload = {
    channel,
    format: 'feed',
    locale: 'en-GB',
    parts: [{ field: 'text', text: 'Cold brew is back.' }],
    media: [],
    ...payload,
  };
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
    payload: whole,
    entry: {
      id: asId('01JXENTRY00000000000000001'),
      campaign: asId('campaign-1'),
      variant: asId('variant-1'),
      account: asId('account-1'),
      channel,
      locale: 'en-GB',
      revision,
      hash: contentHash(whole, {}),
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
