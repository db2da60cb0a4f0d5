/** Lints what a variant says at its place in a campaign: the one way that the API, the publisher and the CLI all take. */
import type { CompiledGuide } from '../../brand-guide/engine/compile-rules.ts';
import { lint } from '../../brand-guide/engine/lint.ts';
import type { Finding, ImageWords, MessageTold, Subject } from '../../brand-guide/engine/types.ts';
import { factsInForce } from '../../brand-guide/facts/in-force.ts';
import type { FactPlace } from '../../brand-guide/facts/in-force.ts';
import { readerFor, readerOf } from '../../brand-guide/facts/reader.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Embargo } from '../../brand-guide/facts/embargoes.ts';
import type { NotFact } from '../../brand-guide/facts/comparison.ts';
import type { Fact, ReadingContext } from '../../brand-guide/facts/types.ts';
import { wallOf } from '../core/zone.ts';
import type { AccountLimits } from '../../brand-guide/engine/account-limits.ts';
import { channelAt, type Post } from '../channels/channel-at.ts';
import type { Campaign, CampaignDraft, MessagePicture } from '../core/campaign.ts';
import type { Content, Place } from '../core/variant.ts';
import { messageIn, messageParts, stepOf } from './message-parts.ts';
import { rememberedFor } from '../../brand-guide/engine/remembered.ts';

/** Where a text stands: a variant's place without its campaign. */
export type Standing = Omit<Place, 'campaign'>;
/** The same, with the figures that the accounts it goes to have of their own. */
export interface Addressed extends Standing {
  readonly limits?: AccountLimits | undefined;
}
/** What is said, with what people said of it. */
export interface Judged extends Content {
  readonly notFacts?: readonly NotFact[];
}
type AnyCampaign = Campaign | CampaignDraft;

/** At a variant's place, or at a message's: a step and a locale. */
export const factsAt = (campaign: AnyCampaign, place: FactPlace): readonly Fact[] =>
  factsInForce(campaign.facts, place);

export const readingContext = ({ facts, window }: AnyCampaign, locale: string): ReadingContext =>
  readingContextOf({ locale, facts, window });

/** Reads what is made of the step's message; each line once for all its variants. */
export const readerAt = (campaign: AnyCampaign, { step: id, locale }: Standing): Reader => {
  const context = readingContext(campaign, locale);
  const step = stepOf(campaign, id);
  const message = step && messageIn(step, locale);
  return message ? readerFor(message, context) : readerOf(context);
};

const told = rememberedFor<MessageTold>();

/** What the step's message says in the locale; read once for all its variants. */
export const messageTold = (campaign: AnyCampaign, { step: id, locale }: Standing): MessageTold => {
  const step = stepOf(campaign, id);
  const message = step && messageIn(step, locale);
  if (!message) return { parts: [] };
  const context = readingContext(campaign, locale);
  return told(message, JSON.stringify(context), () => {
    const read = readerFor(message, context);
    const { headline, body, details, cta } = message;
    return {
      source: message,
      parts: messageParts(message).map((part) => ({ ...part, mentions: read(part.text) })),
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

/** What of a post decides which of its channel's limits hold. */
export const postOf = ({ format }: Standing, { parts, media }: Content): Post => ({
  format,
  pictures: media.length > 0,
  fields: parts.filter(({ text }) => text.trim() !== '').map(({ field }) => field),
});

/** When it is asked, and when the variant's waiting entries go out; instants. */
export interface When {
  readonly now?: string;
  readonly slots?: readonly string[];
}

const ordered = (instants: readonly string[]): readonly string[] =>
  instants.toSorted((a, b) => Date.parse(a) - Date.parse(b));

/** The earliest moment at which it can be read, where one is set: an entry's, else its step's or campaign's embargo. */
const publicAt = (campaign: AnyCampaign, { step: id }: Standing, slots: readonly string[]) =>
  ordered(slots)[0] ??
  ordered([campaign.embargoUntil, stepOf(campaign, id)?.embargoUntil].filter((one) => one !== undefined)).at(
    -1,
  );

/** What the step's message says of the pictures that are shown. */
export const picturesShown = (
  campaign: AnyCampaign,
  { step: id, locale }: Standing,
  { media }: Content,
): readonly MessagePicture[] => {
  const step = stepOf(campaign, id);
  const declared = (step && messageIn(step, locale)?.media) ?? [];
  return declared.filter(({ file }) => media.some((one) => one.file === file));
};

/** Of campaign, step, pictures and facts. */
const embargoesAt = (campaign: AnyCampaign, place: Standing, content: Content): readonly Embargo[] => {
  const step = stepOf(campaign, place.step);
  const shown = picturesShown(campaign, place, content);
  const all = [
    { what: 'the campaign', until: campaign.embargoUntil },
    { what: `the step “${place.step}”`, until: step?.embargoUntil },
    ...shown.map(({ file, embargoUntil }) => ({ what: `the picture “${file}”`, until: embargoUntil })),
    ...campaign.facts.map(({ id, embargoUntil }) => ({
      what: `the fact “${id}”`,
      until: embargoUntil,
      fact: id,
    })),
  ];
  return all.flatMap(({ until, ...one }) => (until === undefined ? [] : [{ ...one, until }]));
};

/** The words of the pictures: alt texts, and what whoever brought a picture said stands in it. */
const imageWordsAt = (campaign: AnyCampaign, place: Standing, content: Content): readonly ImageWords[] => {
  const declared = picturesShown(campaign, place, content);
  return content.media.map(({ file, alt }) => {
    const textInImage = declared.find((one) => one.file === file)?.textInImage;
    return {
      name: file,
      ...(alt !== undefined && { alt }),
      ...(textInImage !== undefined && { textInImage }),
    };
  });
};

/** The subject that the linter judges for a variant. */
export const subjectAt = (
  campaign: AnyCampaign,
  place: Addressed,
  content: Judged,
  { now, slots = [] }: When = {},
): Subject => {
  const channel = channelAt(place.channel, postOf(place, content), place.limits);
  const last = ordered(slots).at(-1);
  const day = last === undefined ? dayOf(campaign, now) : wallOf(last, campaign.zone).slice(0, 10);
  const at = publicAt(campaign, place, slots);
  return {
    parts: content.parts,
    locale: place.locale,
    format: place.format,
    topics: campaign.topics,
    facts: factsAt(campaign, place),
    message: messageTold(campaign, place),
    evidence: campaign.evidence,
    embargoes: embargoesAt(campaign, place, content),
    imageWords: imageWordsAt(campaign, place, content),
    ...(at !== undefined && { at }),
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
  place: Addressed,
  content: Judged,
  when?: When,
): readonly Finding[] => lint(compiled, subjectAt(campaign, place, content, when));
