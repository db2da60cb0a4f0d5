/** Each fact of a campaign against each of its variants: the same comparison as the server's. */
import type { ConsistencyReport } from '../brand-guide/engine/consistency.ts';
import { consistencyOf } from '../functions/adapt/consistency-of.ts';
import type { Said } from '../functions/adapt/consistency-of.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import type { Compile } from './voices.ts';

/** The report without what only the server needs. */
export function consistencyReport(
  campaign: CampaignDraft,
  said: readonly Said[],
  compile: Compile,
): { readonly document: ConsistencyReport; readonly blocks: boolean } {
  const document = consistencyOf(campaign, said, ({ channel, locale, account }) =>
    compile(channel, locale, account),
  );
  return { document, blocks: document.findings.some(({ gate }) => gate === 'block') };
}
