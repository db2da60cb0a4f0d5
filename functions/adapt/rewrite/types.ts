/** What rewriting is given to work with. */
import type { CompiledGuide } from '../../../brand-guide/engine/compile-rules.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Campaign, CampaignDraft, Message } from '../../core/campaign.ts';
import type { Addressed } from '../lint-place.ts';

/** Where a text stands, and what judges it there. */
export interface Rewriting {
  readonly campaign: Campaign | CampaignDraft;
  readonly place: Addressed;
  readonly message: Message;
  /** Resolved for the place, as is `compiled`. */
  readonly guide: Guide;
  readonly compiled: CompiledGuide;
  readonly now?: string;
}
