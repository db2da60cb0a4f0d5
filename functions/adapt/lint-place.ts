/** Lints what a variant says at its place in a campaign: the one way that the API, the publisher and the CLI all take. */
import type { CompiledGuide } from '../../brand-guide/engine/lint.ts';
import { lint } from '../../brand-guide/engine/lint.ts';
import type { Finding, Subject } from '../../brand-guide/engine/types.ts';
import { factsInForce } from '../../brand-guide/facts/in-force.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Fact, Mention, ReadingContext } from '../../brand-guide/facts/types.ts';
import { wallOf } from '../core/zone.ts';
import { channelOf } from '../channels/specs.ts';
import type { Campaign, CampaignDraft } from '../core/campaign.ts';
import type { Content, Place } from '../core/variant.ts';
import { messageIn, messageParts, stepOf } from './message-parts.ts';

/** Where a text stands: a variant's place without its campaign. */
export type Standing = Omit<Place, 'campaign'>;
type AnyCampaign = Campaign | CampaignDraft;

export const factsAt = (campaign: AnyCampaign, place: Standing): readonly Fact[] =>
  factsInForce(campaign.facts, place);

export const readingContext = ({ facts, window }: AnyCampaign, locale: string): ReadingContext =>
  readingContextOf({ locale, facts, window });

/** What the step's message says, which a variant may say as well. */
const knownFrom = (campaign: AnyCampaign, place: Standing): readonly Mention[] => {
  const step = stepOf(campaign, place.step);
  const message = step && messageIn(step, place.locale);
  const context = readingContext(campaign, place.locale);
  return message ? messageParts(message).flatMap((part) => findMentions(part.text, context)) : [];
};

/** The first day on which it can be read: the campaign's first, or today where that is later. */
export const dayOf = ({ window, zone }: AnyCampaign, now: string | undefined): string | undefined => {
  const today = now === undefined ? undefined : wallOf(now, zone).slice(0, 10);
  const first = window?.from;
  return today === undefined || (first !== undefined && first > today) ? first : today;
};

/** The subject that the linter judges for a variant; `now` is the instant of asking, where one is known. */
export const subjectAt = (
  campaign: AnyCampaign,
  place: Standing,
  content: Content,
  now?: string,
): Subject => {
  const channel = channelOf(place.channel);
  const day = dayOf(campaign, now);
  return {
    parts: content.parts,
    locale: place.locale,
    format: place.format,
    topics: campaign.topics,
    facts: factsAt(campaign, place),
    known: knownFrom(campaign, place),
    evidence: campaign.evidence,
    ...(day !== undefined && { day }),
    ...(campaign.window && { window: campaign.window }),
    ...(content.link !== undefined && { link: content.link }),
    ...(channel && { channel }),
  };
};

export const lintPlace = (
  compiled: CompiledGuide,
  campaign: AnyCampaign,
  place: Standing,
  content: Content,
  now?: string,
): readonly Finding[] => lint(compiled, subjectAt(campaign, place, content, now));
