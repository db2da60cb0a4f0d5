/** Rewrites every mention of a fact's old value in the text's own number format, and lists what it rewrote. */
import { equalValues } from '../../brand-guide/facts/equal-values.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { restate } from '../../brand-guide/facts/restate.ts';
import type { Fact, Mention, ReadingContext } from '../../brand-guide/facts/types.ts';
import type { Campaign, Message } from '../core/campaign.ts';
import type { Content } from '../core/variant.ts';
import { factsAt, readingContext, type Standing } from './lint-place.ts';

export interface Rewritten {
  readonly field: string;
  /** As the text stood before. */
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly is: string;
}

/** The fact before and after, with the values in force at one place. */
interface Correction {
  readonly was: Fact;
  readonly is: Fact;
  readonly context: ReadingContext;
}

const correctionAt = (
  before: Campaign,
  after: Campaign,
  fact: string,
  place: Standing,
): Correction | undefined => {
  const [was, is] = [before, after].map((one) => factsAt(one, place).find(({ id }) => id === fact));
  if (!was || !is || equalValues(was.kind, was.value, is.value)) return undefined;
  return { was, is, context: readingContext(before, place.locale) };
};

const saysOld = ({ was }: Correction, { kind, readings }: Mention): boolean =>
  kind === was.kind && readings.some((reading) => equalValues(kind, reading, was.value));

const rewrites = (field: string, text: string, correction: Correction): readonly Rewritten[] =>
  findMentions(text, correction.context)
    .filter((mention) => saysOld(correction, mention))
    .map((mention) => ({
      field,
      start: mention.start,
      end: mention.end,
      was: mention.text,
      is: restate(mention, correction.is, correction.context.locale),
    }));

/** From the end, so that earlier ranges stay true. */
const apply = (text: string, edits: readonly Rewritten[]): string =>
  edits.reduceRight((now, { start, end, is }) => now.slice(0, start) + is + now.slice(end), text);

/** The content with the new value, or undefined where it does not state the old one. */
export const correctContent = (
  before: Campaign,
  after: Campaign,
  fact: string,
  place: Standing,
  content: Content,
): { readonly content: Content; readonly rewritten: readonly Rewritten[] } | undefined => {
  const correction = correctionAt(before, after, fact, place);
  if (!correction) return undefined;
  const edits = content.parts.map((part) => rewrites(part.field, part.text, correction));
  if (edits.every((one) => one.length === 0)) return undefined;
  const parts = content.parts.map((part, index) => ({ ...part, text: apply(part.text, edits[index] ?? []) }));
  return {
    content: { parts, media: content.media, ...(content.link !== undefined && { link: content.link }) },
    rewritten: edits.flat(),
  };
};

const correctMessage = (message: Message, mend: (text: string) => string): Message => {
  const { headline, body, details, cta, lengths } = message;
  return {
    ...message,
    ...(headline !== undefined && { headline: mend(headline) }),
    ...(body !== undefined && { body: mend(body) }),
    ...(details && { details: details.map((detail) => ({ ...detail, text: mend(detail.text) })) }),
    ...(cta && {
      cta: { ...cta, text: mend(cta.text), ...(cta.url !== undefined && { url: mend(cta.url) }) },
    }),
    ...(lengths && {
      lengths: Object.fromEntries(Object.entries(lengths).map(([name, text]) => [name, mend(text)])),
    }),
  };
};

/** The campaign with the fact's new value, in its facts and in its own messages. */
export const correctCampaign = (before: Campaign, fact: Fact): Campaign => {
  const after = { ...before, facts: before.facts.map((one) => (one.id === fact.id ? fact : one)) };
  const mended = (step: string, locale: string, message: Message): Message => {
    const was = before.facts.find(({ id }) => id === fact.id);
    if (!was) return message;
    const correction = { was, is: fact, context: readingContext(before, locale) };
    return correctMessage(message, (text) => apply(text, rewrites(step, text, correction)));
  };
  const steps = before.steps.map((step) => ({
    ...step,
    messages: Object.fromEntries(
      Object.entries(step.messages).map(([locale, message]) => [locale, mended(step.id, locale, message)]),
    ),
  }));
  const [first = before.steps[0], ...rest] = steps;
  return { ...after, steps: [first, ...rest] };
};
