/** The comparison for a subject of the linter: the same one that its rules report on. */
import type { ChannelId } from '../engine/channel.ts';
import type { ImageWords, Part, Subject } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import { compareFacts } from './compare.ts';
import type { Carrier, Comparison, FactComparison, ReadPart } from './comparison.ts';
import { findMentions } from './find.ts';
import { readingContextOf } from './reading-context.ts';
import type { Mention } from './types.ts';

type Read = (text: string) => readonly Mention[];

/** What a picture says; its alt text states nothing. Findings on it stand in the main part. */
function imageParts(field: string, { name, alt, textInImage }: ImageWords, read: Read): ReadPart[] {
  const part = (text: string | undefined, aside: boolean): ReadPart[] =>
    text ? [{ field, text, mentions: read(text), image: name, aside }] : [];
  return [...part(textInImage, false), ...part(alt, true)];
}

/** A sign has no links to tap: its link is printed as a code. */
const PRINTED: readonly ChannelId[] = ['in-store-sign'];

function carrierOf({ channel }: Subject): Carrier['by'] {
  if (channel && PRINTED.includes(channel.spec.id)) return 'QR code';
  return channel?.spec.links.place === 'none' ? 'link in bio' : 'link field';
}

function carriersOf(subject: Subject): readonly Carrier[] {
  const { link, carriers = [] } = subject;
  const by = carrierOf(subject);
  return link === undefined ? carriers : [{ by, url: link }, ...carriers];
}

/** Mentions and facts of the subject; the guide gives its own facts and names, `read` reads the words of pictures. */
export function compareTexts(
  subject: Subject,
  mentions: (part: Part) => readonly Mention[],
  read: Read,
  { facts: standing = [], names = [], links }: Pick<Guide, 'facts' | 'names' | 'links'> = {},
): Comparison {
  const { parts, locale, facts = [], message, isMessage, window, notFacts } = subject;
  const [main] = parts;
  const images = main
    ? (subject.imageWords ?? subject.images ?? []).flatMap((image) => imageParts(main.field, image, read))
    : [];
  return compareFacts({
    facts,
    parts: [...parts.map((part) => ({ ...part, mentions: mentions(part) })), ...images],
    locale,
    standing,
    names,
    shorteners: links?.shorteners ?? [],
    carriers: carriersOf(subject),
    ...(message && { message: message.parts }),
    ...(isMessage && { isMessage }),
    ...(window && { window }),
    ...(notFacts && { notFacts }),
  });
}

/** How each fact in force fares in the subject's texts. */
export function compareSubject(subject: Subject): readonly FactComparison[] {
  const context = readingContextOf({ ...subject, facts: subject.facts ?? [] });
  const read: Read = (text) => findMentions(text, context);
  return compareTexts(subject, (part) => read(part.text), read).facts;
}
