import type { CampaignRule } from '../brand-guide/engine/campaign-rule.ts';
import type { Rule } from '../brand-guide/engine/types.ts';

export declare function guidePage(): Promise<string>;
export declare function rulesPage(
  rules: readonly Rule[],
  campaignRules: readonly CampaignRule[],
): Promise<string>;
