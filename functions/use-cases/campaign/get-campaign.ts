/** Reads campaigns: one, or a page of them, newest first. */
import type { Campaign } from '../../core/campaign.ts';
import type { CampaignId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { listPk, load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { checkMessages, unavailableChannels } from './check-messages.ts';
import type { CampaignAnswer } from './create-campaign.ts';

export const getCampaign = useCase(
  'get-campaign',
  async (world, { tenant }, id: CampaignId): Promise<CampaignAnswer> => {
    const { value, rev } = await load(world, keys.campaign(tenant, id), 'campaign');
    const guide = await currentGuide(world, tenant);
    return {
      value,
      rev,
      notAvailableYet: unavailableChannels(value),
      messages: checkMessages(tenant, guide, value, world.clock.now()),
    };
  },
);

export const listCampaigns = useCase(
  'list-campaigns',
  async (
    world,
    { tenant },
    asking: { limit: number; cursor?: string },
  ): Promise<{ items: readonly Versioned<Campaign>[]; next?: string }> => {
    const page = await world.store.find<Campaign>('lists', listPk(tenant, 'CAMPAIGNS'), {
      ...asking,
      descending: true,
    });
    return {
      items: page.rows.map(({ value, rev }) => ({ value, rev })),
      ...(page.cursor !== undefined && { next: page.cursor }),
    };
  },
);
