/** Measures a text in the units that several channels count in. */
import { emojiIn } from '../../brand-guide/engine/emoji.ts';
import { wordsOf } from '../../brand-guide/engine/segments.ts';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** The segmenter is quadratic over long texts on Node 20, so it is given this many units at a time. */
const WINDOW = 2_000;
/**
 * Characters that join no other of these: letters of our scripts, signs and most emoji, each a code point. Marks, joiners,
 * flags, skin tones, conjoining jamo and signs that are put before numbers are not among them (UAX #29).
 */
const ALONE =
  '\\0-\\f\\x0e-\\u02ff\\u0370-\\u0482\\u048a-\\u058f\\u060c\\u061b\\u061f-\\u064a\\u0660-\\u066f\\u0671-\\u06d5\\u06ee-\\u06ff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2190-\\u27bf\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff9d\\u{1f300}-\\u{1f3fa}\\u{1f400}-\\u{1f9ff}';
/** What has to be segmented: the others with the characters beside them, which they may join. */
const JOINED = new RegExp(`[${ALONE}]?[^${ALONE}]+(?:[${ALONE}][^${ALONE}]+)*[${ALONE}]?`, 'gu');
/** Chinese sets no spaces: 1.5 to 2 ideographs are a word, and each ends up as one of `wordsOf`. */
const IDEOGRAPHS = /\p{Script=Han}+/gu;
const HIGH = /[\ud800-\udbff][\udc00-\udfff]/g;

/** The parts of a text that are one character to a person, in order. */
export function* graphemesOf(text: string): Iterable<string> {
  for (let from = 0; from < text.length;) {
    const window = text.slice(from, from + WINDOW);
    const found = Array.from(GRAPHEMES.segment(window), ({ segment }) => segment);
    // The last one of a window may go on in the next.
    const whole = from + WINDOW < text.length && found.length > 1 ? found.slice(0, -1) : found;
    yield* whole;
    from += whole.reduce((sum, one) => sum + one.length, 0);
  }
}

const points = (text: string): number => text.length - (text.match(HIGH)?.length ?? 0);

export function graphemes(text: string): number {
  let count = points(text);
  for (const [stretch] of text.matchAll(JOINED)) {
    count -= points(stretch);
    for (const _ of graphemesOf(stretch)) count++;
  }
  return count;
}

/** In UTF-8; half a surrogate pair is sent as U+FFFD, which takes three as well. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Two ideographs are read as a word. */
function words(text: string): number {
  const halves = (text.match(IDEOGRAPHS) ?? []).map((run) => Math.ceil(points(run) / 2));
  return halves.reduce((sum, half) => sum + half, wordsOf(text.replace(IDEOGRAPHS, ' '), []).length);
}

const utf16 = (text: string): number => text.length;

/** UTF-16 units, save that an emoji counts its UTF-8 bytes. */
export function withEmojiAsBytes(text: string): number {
  return emojiIn(text).reduce(
    (sum, { start, end }) => sum - (end - start) + utf8Bytes(text.slice(start, end)),
    text.length,
  );
}

/**
 * How each unit of a limit is measured. Where a channel says "characters" and no more, UTF-16 units are the strictest
 * reading: neither code points nor graphemes are ever more.
 */
export const UNITS = {
  characters: utf16,
  'UTF-16 units': utf16,
  graphemes,
  bytes: utf8Bytes,
  words,
  'weighted characters': utf16,
  septets: utf16,
} as const satisfies Readonly<Record<string, (text: string) => number>>;

const MEASURES: Readonly<Record<string, (text: string) => number>> = UNITS;

/** In graphemes where the unit is unknown. */
export const measureOf = (unit: string): ((text: string) => number) => MEASURES[unit] ?? graphemes;
