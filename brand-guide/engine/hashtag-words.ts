/** Tells the words of a hashtag apart: only by words that the guide has, or that stand side by side in the text itself. */
import type { Guide } from '../schema/guide.ts';
import { fold, foldText } from './fold.ts';
import { capitalised } from './letter-case.ts';
import { entryFor } from './locale.ts';

/** Known phrases by their folded letters: how each word of one is written. */
export type KnownWords = ReadonlyMap<string, readonly string[]>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A shorter word is too often a piece of another. */
const SHORTEST_UNIT = 3;
const LONGEST_TAG = 60;
/** `NorthwindCoffee2027` → Northwind, Coffee, 2027. */
const PASCAL_WORD = /\p{Lu}+(?!\p{Ll}|\p{M})|\p{Lu}?(?:(?!\p{Lu})[\p{L}\p{M}])+|\p{N}+/gu;

function keyOf(words: readonly string[]): string {
  return words.map((word) => foldText(word)).join('');
}

function* phrasesOf(guide: Guide, locale: string): Iterable<string> {
  const { full, short } = guide.meta.name;
  yield full;
  if (short !== undefined) yield short;
  for (const name of guide.names ?? []) {
    yield name.canonical;
    yield* entryFor(name.forms, locale) ?? [];
  }
  for (const { status, term, use = [] } of guide.vocabulary?.terms ?? []) {
    yield* use;
    if (status === 'preferred' || status === 'admitted') yield term;
  }
}

/** What the guide knows of words in this place: its names, its terms and the tags that it requires. */
export function knownWords(guide: Guide, locale: string): KnownWords {
  const known = new Map<string, readonly string[]>();
  const learn = (words: readonly string[]): void => {
    const key = keyOf(words);
    if (key.length >= SHORTEST_UNIT && !known.has(key)) known.set(key, words);
  };
  for (const tag of guide.hashtags?.required ?? []) learn(tag.match(PASCAL_WORD) ?? []);
  for (const phrase of phrasesOf(guide, locale)) {
    const words = phrase.match(WORD) ?? [];
    learn(words);
    for (const word of words.length > 1 ? words : [])
      if (foldText(word).length > SHORTEST_UNIT) learn([word]);
  }
  return known;
}

/** The fewest known phrases that a folded tag is made of. */
function unitsOf(tag: string, known: KnownWords): readonly string[] | undefined {
  const best: (readonly (readonly string[])[] | undefined)[] = [[]];
  for (let end = 1; end <= tag.length; end++) {
    for (let start = 0; start <= end - SHORTEST_UNIT; start++) {
      const before = best[start];
      const words = before && known.get(tag.slice(start, end));
      if (words && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, words];
    }
  }
  return best[tag.length]?.flat();
}

const TAGGED = /[#＃@]\S+/gu;
const JOINT = /[\s-]+/gu;
/** A longer text may have thousands of tags, each of which the sieve would seek in all of it. */
const SIEVED = 20_000;

/** Shorter tags are hardly two words. */
const SHORTEST_TAG = 4;

function squeeze(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(JOINT, '');
}

/**
 * A sieve for tags that cannot be words of the texts: whether their letters stand there in a row, whatever is between words.
 * It is far cheaper than folding, and most tags end here.
 */
export function lettersIn(texts: readonly string[]): (name: string) => boolean {
  if (texts.reduce((sum, text) => sum + text.length, 0) > SIEVED) return () => true;
  const squeezed = texts.map((text) => squeeze(text.replaceAll(TAGGED, ' \n#')));
  return (name) => squeezed.some((text) => text.includes(squeeze(name)));
}

/** Which folded words stand right behind a folded word of the texts; tags, handles and links are no words. */
export type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

export function neighboursIn(texts: readonly string[]): Neighbours {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    const folded = foldText(text);
    let last: { readonly word: string; readonly end: number } | undefined;
    for (const { 0: word, index } of folded.matchAll(WORD)) {
      const apart = last ? folded.slice(last.end, index) : '';
      if (last && (apart === ' ' || apart === '-')) {
        const behind = found.get(last.word) ?? new Set();
        found.set(last.word, behind.add(word));
      }
      const tagged = index > 0 && '#@＃_./'.includes(folded.charAt(index - 1));
      last = tagged ? undefined : { word, end: index + word.length };
    }
  }
  return found;
}

/** Where the words of a folded tag end, if it is words that stand side by side in the texts. */
function endsOf(tag: string, neighbours: Neighbours): readonly number[] | undefined {
  const failed = new Set<string>();
  const walk = (start: number, end: number): readonly number[] | undefined => {
    if (end === tag.length) return [end];
    const way = `${start} ${end}`;
    if (failed.has(way)) return undefined;
    const behind = neighbours.get(tag.slice(start, end));
    if (!behind) return undefined;
    for (let to = end + 1; to <= tag.length; to++) {
      const rest = behind.has(tag.slice(end, to)) ? walk(end, to) : undefined;
      if (rest) return [end, ...rest];
    }
    failed.add(way);
    return undefined;
  };
  for (let end = 1; end < tag.length; end++) {
    const found = walk(0, end);
    if (found) return found;
  }
  return undefined;
}

/** The tag's name cut where its folded form is. */
function cut(name: string, ends: readonly number[]): string[] {
  const { starts, length } = fold(name);
  let from = 0;
  return ends.map((end) => {
    const to = end >= length ? name.length : (starts[end] ?? name.length);
    const piece = name.slice(from, to);
    from = to;
    return piece;
  });
}

/**
 * A tag's name with each of its words begun by a capital; undefined where it is one word, or its words cannot be told for
 * certain. `neighbours` is asked only where the guide's words do not suffice, and may know better than to read the texts.
 */
export function pascalTag(
  name: string,
  known: KnownWords,
  neighbours: () => Neighbours | undefined,
  locale: string,
): string | undefined {
  const folded = foldText(name);
  if (folded.length < SHORTEST_TAG || folded.length > LONGEST_TAG) return undefined;
  const units = unitsOf(folded, known);
  if (units?.length === 1) return undefined;
  const beside = units ? undefined : neighbours();
  const ends = beside && endsOf(folded, beside);
  const words = units ?? (ends && cut(name, ends));
  return words?.map((word) => capitalised(word, locale)).join('');
}
