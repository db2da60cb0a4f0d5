/** Replaces a campaign's document; what was approved with other facts is a draft again, and its entries are held. */
import type { Campaign, CampaignDraft } from '../../core/campaign.ts';
import type { CampaignId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { expectRev, load, putCampaign, saved } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { checkMessages, unavailableChannels } from './check-messages.ts';
import type { CampaignAnswer } from './create-campaign.ts';
import { outdateVariants } from './outdate-variants.ts';

/** @throws Refused `not-found`, `stale`. */
export const changeCampaign = useCase(
  'change-campaign',
  async (
    world,
    session,
    input: { id: CampaignId; ifRev: number; document: CampaignDraft },
  ): Promise<CampaignAnswer> => {
    const { tenant, member } = session;
    const was = await load(world, keys.campaign(tenant, input.id), 'campaign');
    expectRev(was, input.ifRev);
    const campaign: Campaign = {
      ...input.document,
      id: input.id,
      owner: was.value.owner,
      ...(was.value.paused !== undefined && { paused: was.value.paused }),
    };
    const head = putCampaign(tenant, campaign, world.clock.now(), was);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'campaign.changed', data: { name: campaign.name } },
    });
    await outdateVariants(world, session, campaign.id);
    const guide = await currentGuide(world, tenant);
    return {
      ...saved(head),
      notAvailableYet: unavailableChannels(campaign),
      messages: checkMessages(tenant, guide, campaign, world.clock.now()),
    };
  },
);
