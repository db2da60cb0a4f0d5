/** Rewrites a fact's old value in messages and variants, each in its own number format, and lists what it rewrote or could not. */
import { equalValues } from '../../brand-guide/facts/equal-values.ts';
import { restateUrl } from '../../brand-guide/facts/restate-url.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Campaign, Message } from '../core/campaign.ts';
import type { Content } from '../core/variant.ts';
import { applyRewrites, rewritesIn } from './fact-rewrites.ts';
import type { Correction, Rewritten } from './fact-rewrites.ts';
import { factsAt, readingContext, type Standing } from './lint-place.ts';
import { WHY_KEPT } from './why-kept.ts';
import { messageIn, stepOf } from './message-parts.ts';

export type { Rewritten };

/** A text with its edits made. */
type Mend = (field: string, text: string, image?: string) => string;

/** Collects the edits of every text that it mends. */
function mender(correction: Correction): { readonly mend: Mend; readonly rewritten: Rewritten[] } {
  const rewritten: Rewritten[] = [];
  const mend: Mend = (field, text, image) => {
    const edits = rewritesIn(field, text, correction);
    rewritten.push(...edits.map((edit) => (image === undefined ? edit : { ...edit, image })));
    return applyRewrites(text, edits);
  };
  return { mend, rewritten };
}

const correctionAt = (
  before: Campaign,
  after: Campaign,
  id: string,
  place: Pick<Standing, 'step' | 'locale'> & Partial<Standing>,
): Correction | undefined => {
  const [was, is] = [factsAt(before, place), factsAt(after, place)];
  const [old, right] = [was, is].map((facts) => facts.find((fact) => fact.id === id));
  if (!old || !right || equalValues(old.kind, old.value, right.value)) return undefined;
  return { id, before: was, after: is, context: readingContext(before, place.locale) };
};

/** The link that goes to the fact, with its tracking kept. */
const mendLink = (link: string, { id, before, after }: Correction): string => {
  const [was, is] = [before, after].map((facts) => facts.find((fact) => fact.id === id));
  if (was?.kind !== 'url' || is?.kind !== 'url' || !equalValues('url', link, was.value)) return link;
  return restateUrl(link, is.value);
};

/** Words in a picture stay as they are: they are only listed. */
const inPictures = (campaign: Campaign, place: Standing, content: Content, correction: Correction) => {
  const step = stepOf(campaign, place.step);
  const declared = (step && messageIn(step, place.locale)?.media) ?? [];
  return declared
    .filter(({ file }) => content.media.some((one) => one.file === file))
    .flatMap(({ file, textInImage = '' }) =>
      rewritesIn('textInImage', textInImage, correction).map(({ is: _kept, ...one }) => ({
        ...one,
        why: WHY_KEPT.picture,
        image: file,
      })),
    );
};

export interface Corrected {
  readonly content: Content;
  readonly rewritten: readonly Rewritten[];
}

/** The content with the new value, or undefined where it does not state the old one. */
export const correctContent = (
  before: Campaign,
  after: Campaign,
  fact: string,
  place: Standing,
  content: Content,
): Corrected | undefined => {
  const correction = correctionAt(before, after, fact, place);
  if (!correction) return undefined;
  const { mend, rewritten } = mender(correction);
  const parts = content.parts.map((part) => ({ ...part, text: mend(part.field, part.text) }));
  const media = content.media.map((one) =>
    one.alt === undefined ? one : { ...one, alt: mend('alt', one.alt, one.file) },
  );
  const link = content.link === undefined ? undefined : mendLink(content.link, correction);
  if (link !== undefined && content.link !== undefined && link !== content.link)
    rewritten.push({ field: 'link', start: 0, end: content.link.length, was: content.link, is: link });
  const all = [...rewritten, ...inPictures(before, place, content, correction)];
  return all.length === 0
    ? undefined
    : { content: { parts, media, ...(link !== undefined && { link }) }, rewritten: all };
};

const correctMessage = (message: Message, mend: Mend, correction: Correction): Message => {
  const { headline, body, details, cta, lengths, media } = message;
  const url = cta?.url === undefined ? undefined : mendLink(cta.url, correction);
  return {
    ...message,
    ...(headline !== undefined && { headline: mend('headline', headline) }),
    ...(body !== undefined && { body: mend('body', body) }),
    ...(details && {
      details: details.map((detail) => ({
        ...detail,
        text: mend('details', detail.text),
        ...(detail.alt !== undefined && { alt: mend('alt', detail.alt, detail.media) }),
      })),
    }),
    ...(cta && { cta: { ...cta, text: mend('cta', cta.text), ...(url !== undefined && { url }) } }),
    ...(media && {
      media: media.map((one) =>
        one.alt === undefined ? one : { ...one, alt: mend('alt', one.alt, one.file) },
      ),
    }),
    ...(lengths && {
      lengths: Object.fromEntries(
        Object.entries(lengths).map(([name, text]) => [name, mend(`lengths.${name}`, text)]),
      ),
    }),
  };
};

export interface CorrectedMessage {
  readonly step: string;
  readonly locale: string;
  readonly rewritten: readonly Rewritten[];
}

export interface CorrectedCampaign {
  readonly campaign: Campaign;
  readonly messages: readonly CorrectedMessage[];
}

/** The campaign with the fact's new value, in its facts and in its own messages. */
export const correctCampaign = (before: Campaign, fact: Fact): CorrectedCampaign => {
  const after = { ...before, facts: before.facts.map((one) => (one.id === fact.id ? fact : one)) };
  const messages: CorrectedMessage[] = [];
  const mended = (step: string, locale: string, message: Message): Message => {
    const correction = correctionAt(before, after, fact.id, { step, locale });
    if (!correction) return message;
    const { mend, rewritten } = mender(correction);
    const right = correctMessage(message, mend, correction);
    const { cta } = message;
    if (cta?.url !== undefined && right.cta?.url !== undefined && cta.url !== right.cta.url)
      rewritten.push({ field: 'cta.url', start: 0, end: cta.url.length, was: cta.url, is: right.cta.url });
    if (rewritten.length > 0) messages.push({ step, locale, rewritten });
    return right;
  };
  const [first, ...rest] = before.steps.map((step) => ({
    ...step,
    messages: Object.fromEntries(
      Object.entries(step.messages).map(([locale, message]) => [locale, mended(step.id, locale, message)]),
    ),
  }));
  return { campaign: first ? { ...after, steps: [first, ...rest] } : after, messages };
};
