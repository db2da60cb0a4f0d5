/** Every rule over a campaign, in the order in which they are listed to people. */
import type { CampaignRule } from '../../engine/campaign-rule.ts';
import { factAcrossLocales } from './fact-across-locales.ts';
import { verbatimCopy } from './verbatim-copy.ts';

export const campaignRules: readonly CampaignRule[] = [factAcrossLocales, verbatimCopy];
