/** What would be published at a place, and the hash that an approval of it binds to. */
import { compareSubject } from '../../brand-guide/facts/compare-subject.ts';
import type { FactValue } from '../../brand-guide/facts/types.ts';
import type { Campaign } from '../core/campaign.ts';
import { contentHash, type ContentHash, type Payload } from '../core/payload.ts';
import type { Content, Place } from '../core/variant.ts';
import { subjectAt } from './lint-place.ts';

export const payloadAt = (place: Place, content: Content): Payload => ({
  channel: place.channel,
  format: place.format,
  locale: place.locale,
  parts: content.parts,
  media: content.media,
  ...(content.link !== undefined && { link: content.link }),
});

/** The values in force of every fact that the text states or must state. */
const boundFacts = (
  campaign: Campaign,
  place: Place,
  content: Content,
): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(
    compareSubject(subjectAt(campaign, place, content))
      .filter(({ fact, state }) => fact.required === true || state === 'stated' || state === 'carried')
      .map(({ fact }) => [fact.id, fact.value]),
  );

export const hashAt = (campaign: Campaign, place: Place, content: Content): ContentHash =>
  contentHash(payloadAt(place, content), boundFacts(campaign, place, content));
