/** Stores a campaign, and says at once what its own message gets wrong. */
import { asId, type CampaignId } from '../../core/ids.ts';
import type { Campaign, CampaignDraft } from '../../core/campaign.ts';
import { putCampaign, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { checkMessages, unavailableChannels, type MessageFindings } from './check-messages.ts';

export interface CampaignAnswer extends Versioned<Campaign> {
  /** Channels that are accepted and wait for their module. */
  readonly notAvailableYet: readonly string[];
  readonly messages: readonly MessageFindings[];
}

export const createCampaign = useCase(
  'create-campaign',
  async (world, { tenant, member, once }, input: CampaignDraft): Promise<CampaignAnswer> => {
    const campaign: Campaign = { ...input, id: asId<CampaignId>(world.ids.next()), owner: member.user };
    const guide = await currentGuide(world, tenant);
    const head = putCampaign(tenant, campaign, world.clock.now());
    const answer: CampaignAnswer = {
      ...saved(head),
      notAvailableYet: unavailableChannels(campaign),
      messages: checkMessages(tenant, guide, campaign, world.clock.now()),
    };
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'campaign.created', data: { name: campaign.name, channels: campaign.channels } },
      once,
      answer,
    });
    return answer;
  },
);
