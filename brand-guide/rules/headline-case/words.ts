/** A headline as words, and which of them keep the case that they have. */
import { foldText } from '../../engine/fold.ts';
import { languageOf } from '../../engine/locale.ts';
import type { Guide } from '../../schema/guide.ts';
import type { Range } from '../../engine/types.ts';

export interface Word extends Range {
  readonly text: string;
  /** First of a sentence; behind a colon, a dash or an opening quotation mark; or where either case may be meant. */
  readonly opens: 'line' | 'clause' | 'either' | undefined;
  readonly isLast: boolean;
}

export interface Change extends Range {
  readonly text: string;
  /** False where the word may be a name. */
  readonly isSafe: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.][\p{L}\p{N}\p{M}]+)*/gu;
const ENDS_CLAUSE = /[:—–|/]|\s-\s|[“"«„(]/u;
/** An abbreviation's full stop, a new line, an emoji, a bullet. */
const MAY_END = /[.!?;…。！？\n\r•·+=→]|\p{Extended_Pictographic}/u;

function opensAt(between: string, isFirst: boolean): Word['opens'] {
  if (isFirst) return 'line';
  if (MAY_END.test(between)) return 'either';
  return ENDS_CLAUSE.test(between) ? 'clause' : undefined;
}

/** Words of `text` from `start`, without those that stand in `closed`; `sentences` are in order. */
export function wordsIn(
  text: string,
  start: number,
  closed: readonly Range[],
  sentences: readonly Range[],
): Word[] {
  const words: Word[] = [];
  let reached = 0;
  let next = 0;
  let sentence = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const from = start + index;
    const end = from + word.length;
    while ((closed[next]?.end ?? Infinity) <= from) next++;
    const between = text.slice(reached, index);
    reached = index + word.length;
    if ((closed[next]?.start ?? Infinity) < end) continue;
    const before = sentence;
    while ((sentences[sentence]?.start ?? Infinity) <= from) sentence++;
    const isFirst = words.length === 0 || sentence > before;
    const isLed = isFirst && (closed[next - 1]?.start ?? -1) >= (sentences[sentence - 1]?.start ?? start);
    const opens = isLed ? 'either' : opensAt(between, isFirst);
    words.push({ start: from, end, text: word, opens, isLast: false });
  }
  const last = words.at(-1);
  const isLast = last && !closed.some((one) => one.start >= last.end && one.end <= start + text.length);
  if (last && isLast) words[words.length - 1] = { ...last, isLast: true };
  return words;
}

export const isUpper = (character: string): boolean =>
  character !== character.toLowerCase() && character === character.toUpperCase();

const CASED = /\p{Lu}|\p{Ll}|\p{Lt}/u;

/** NASA, iPhone, 4K, a.m. and what has no case. */
export function hasOwnCase(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  if (!CASED.test(word) || /[\p{N}.]/u.test(word)) return true;
  return letters.slice(1).some(isUpper);
}

/** One letter cannot be told from an initial, and "I" is always one. */
export const isInitial = (word: string): boolean =>
  word.replace(/['’].*$/u, '').length === 1 && isUpper(word.charAt(0));

export function raised(word: string, locale: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const upper = languageOf(locale) === 'el' ? first.toUpperCase() : first.toLocaleUpperCase(locale);
  return upper + word.slice(first.length);
}

export function lowered(word: string, locale: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toLocaleLowerCase(locale) + word.slice(first.length);
}

/** Every word of a name, a term or an exception that is not all in lower case, by its folded form. */
export function namedWords(guide: Guide): ReadonlySet<string> {
  const texts = [
    ...(guide.names ?? []).flatMap(({ canonical, forms }) => [
      canonical,
      ...Object.values(forms ?? {}).flat(),
    ]),
    ...(guide.vocabulary?.terms ?? []).map(({ term }) => term),
    ...(guide.vocabulary?.accept ?? []),
    ...(guide.casing?.exceptions ?? []),
    guide.meta.name.full,
    guide.meta.name.short ?? '',
  ];
  const words = texts.flatMap((text) => text.match(WORD) ?? []);
  return new Set(words.filter((word) => /\p{Lu}/u.test(word)).map((word) => foldText(word)));
}

/** How each exception is written, by its folded form. */
export function exceptionsOf(guide: Guide): ReadonlyMap<string, string> {
  return new Map((guide.casing?.exceptions ?? []).map((one) => [foldText(one), one]));
}
