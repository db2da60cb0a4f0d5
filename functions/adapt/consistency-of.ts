/** What the consistency report compares: what a campaign's variants say, each with what is known at its place. */
import type { Voice } from '../../brand-guide/engine/campaign-rule.ts';
import type { CompiledGuide } from '../../brand-guide/engine/compile-rules.ts';
import { consistency } from '../../brand-guide/engine/consistency.ts';
import type { ConsistencyReport } from '../../brand-guide/engine/consistency.ts';
import type { Campaign, CampaignDraft } from '../core/campaign.ts';
import { subjectAt, type Addressed, type Judged, type Standing } from './lint-place.ts';

export interface Said {
  readonly place: Addressed;
  readonly content: Judged;
}

export type CompileAt = (place: Standing) => CompiledGuide;

/** `now` is the instant of asking, where one is known. */
export const consistencyOf = (
  campaign: Campaign | CampaignDraft,
  said: readonly Said[],
  compileAt: CompileAt,
  now?: string,
): ConsistencyReport => {
  const voices = said.map(({ place: { limits, ...place }, content }): Voice => ({
    place,
    subject: subjectAt(campaign, { ...place, limits }, content, now === undefined ? {} : { now }),
    compiled: compileAt(place),
  }));
  return consistency(campaign.facts, voices);
};
