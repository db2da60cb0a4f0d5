/** Lints what a variant says at its place in a campaign: the one way that the API, the publisher and the CLI all take. */
import type { CompiledGuide } from '../../brand-guide/engine/compile-rules.ts';
import { lint } from '../../brand-guide/engine/lint.ts';
import type { Finding, MessageTold, Subject } from '../../brand-guide/engine/types.ts';
import { factsInForce } from '../../brand-guide/facts/in-force.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { NotFact } from '../../brand-guide/facts/comparison.ts';
import type { Fact, ReadingContext } from '../../brand-guide/facts/types.ts';
import { wallOf } from '../core/zone.ts';
import { channelOf } from '../channels/specs.ts';
import type { Campaign, CampaignDraft } from '../core/campaign.ts';
import type { Content, Place } from '../core/variant.ts';
import { messageIn, messageParts, stepOf } from './message-parts.ts';
import { rememberedFor } from './remembered.ts';

/** Where a text stands: a variant's place without its campaign. */
export type Standing = Omit<Place, 'campaign'>;
/** What is said, with what people said of it. */
export interface Judged extends Content {
  readonly notFacts?: readonly NotFact[];
}
type AnyCampaign = Campaign | CampaignDraft;

export const factsAt = (campaign: AnyCampaign, place: Standing): readonly Fact[] =>
  factsInForce(campaign.facts, place);

export const readingContext = ({ facts, window }: AnyCampaign, locale: string): ReadingContext =>
  readingContextOf({ locale, facts, window });

const NOTHING_TOLD: MessageTold = { parts: [] };
const told = rememberedFor<MessageTold>();

/** What the step's message says in the locale; read once for all its variants. */
export const messageTold = (campaign: AnyCampaign, { step: id, locale }: Standing): MessageTold => {
  const step = stepOf(campaign, id);
  const message = step && messageIn(step, locale);
  if (!message) return NOTHING_TOLD;
  const context = readingContext(campaign, locale);
  return told(message, JSON.stringify(context), () => {
    const { headline, body, details, cta } = message;
    return {
      parts: messageParts(message).map((part) => ({ ...part, mentions: findMentions(part.text, context) })),
      ...(headline !== undefined && { headline }),
      ...(body !== undefined && { body }),
      ...(details && { details: details.map(({ text }) => text) }),
      ...(cta && { cta: cta.text }),
      ...(cta?.url !== undefined && { link: cta.url }),
    };
  });
};

/** The first day on which it can be read: the campaign's first, or today where that is later. */
export const dayOf = ({ window, zone }: AnyCampaign, now: string | undefined): string | undefined => {
  const today = now === undefined ? undefined : wallOf(now, zone).slice(0, 10);
  const first = window?.from;
  return today === undefined || (first !== undefined && first > today) ? first : today;
};

/** The subject that the linter judges for a variant; `now` is the instant of asking, where one is known. */
export const subjectAt = (campaign: AnyCampaign, place: Standing, content: Judged, now?: string): Subject => {
  const channel = channelOf(place.channel);
  const day = dayOf(campaign, now);
  return {
    parts: content.parts,
    locale: place.locale,
    format: place.format,
    topics: campaign.topics,
    facts: factsAt(campaign, place),
    message: messageTold(campaign, place),
    evidence: campaign.evidence,
    ...(day !== undefined && { day }),
    ...(campaign.window && { window: campaign.window }),
    ...(content.link !== undefined && { link: content.link }),
    ...(content.notFacts && { notFacts: content.notFacts }),
    ...(channel && { channel }),
  };
};

export const lintPlace = (
  compiled: CompiledGuide,
  campaign: AnyCampaign,
  place: Standing,
  content: Judged,
  now?: string,
): readonly Finding[] => lint(compiled, subjectAt(campaign, place, content, now));
