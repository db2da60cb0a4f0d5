/** Every rule over a campaign, in the order in which they are listed to people. */
import type { CampaignRule } from '../../engine/campaign-rule.ts';

export const campaignRules: readonly CampaignRule[] = [];
