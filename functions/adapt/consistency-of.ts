/** What the consistency report compares: a campaign's messages and what its variants say. */
import type { ConsistencyInput } from '../../brand-guide/facts/consistency.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { channelOf } from '../channels/specs.ts';
import type { Campaign, CampaignDraft } from '../core/campaign.ts';
import type { Content } from '../core/variant.ts';
import type { Standing } from './lint-place.ts';
import { messageParts } from './message-parts.ts';

export interface Said {
  readonly place: Standing;
  readonly content: Content;
}

const carriers = ({ place, content }: Said) =>
  content.link === undefined
    ? []
    : [
        {
          by: channelOf(place.channel)?.spec.links.place === 'none' ? 'link in bio' : 'link field',
          url: content.link,
        },
      ];

/** `standing` are the guide's own facts. */
export const consistencyOf = (
  campaign: Campaign | CampaignDraft,
  said: readonly Said[],
  standing: readonly Fact[] | undefined,
): ConsistencyInput => ({
  facts: campaign.facts,
  variants: said.map((one) => ({ ...one.place, parts: one.content.parts, carriers: carriers(one) })),
  messages: campaign.steps.flatMap((step) =>
    Object.entries(step.messages).map(([locale, message]) => ({
      step: step.id,
      locale,
      parts: messageParts(message),
    })),
  ),
  ...(campaign.window && { window: campaign.window }),
  ...(standing && { standing }),
});
