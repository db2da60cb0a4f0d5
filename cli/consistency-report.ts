/** Each fact of a campaign against each of its variants, and how much what is wrong weighs by the guide. */
import { consistency } from '../brand-guide/facts/consistency.ts';
import type { ConsistencyFinding, ConsistencyRow } from '../brand-guide/facts/consistency.ts';
import type { Severity } from '../brand-guide/engine/types.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { consistencyOf } from '../functions/adapt/consistency-of.ts';
import type { Said } from '../functions/adapt/consistency-of.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import type { Compile } from './voices.ts';

export interface WeighedFinding extends ConsistencyFinding {
  readonly severity: Severity;
}

export interface ConsistencyDocument {
  readonly facts: readonly ConsistencyRow[];
  readonly findings: readonly WeighedFinding[];
}

interface Weighed {
  readonly finding: WeighedFinding;
  readonly blocks: boolean;
}

/** None where the guide turned the rule off. */
function weigh(finding: ConsistencyFinding, compile: Compile): Weighed[] {
  const { rules, gates } = compile(finding.channel, finding.locale);
  const active = rules.find(({ rule }) => rule.meta.id === finding.rule);
  if (!active) return [];
  const severity = active.severity ?? active.rule.meta.severity;
  return [{ finding: { ...finding, severity }, blocks: !active.observe && gates[severity] === 'block' }];
}

/** The same comparison as the server's. */
export function consistencyReport(
  campaign: CampaignDraft,
  said: readonly Said[],
  guide: Guide,
  compile: Compile,
): { readonly document: ConsistencyDocument; readonly blocks: boolean } {
  const { facts, findings } = consistency(consistencyOf(campaign, said, guide.facts));
  const weighed = findings.flatMap((finding) => weigh(finding, compile));
  return {
    document: { facts, findings: weighed.map(({ finding }) => finding) },
    blocks: weighed.some(({ blocks }) => blocks),
  };
}
