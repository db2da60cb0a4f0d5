/** A text folded for comparison (case, accents, digits, spaces, invisible marks), with the way back to the text as typed. */
import type { Range } from '../engine/types.ts';

export interface FoldedText {
  readonly source: string;
  readonly text: string;
  /** The range of the source that the folded range `[start, end)` was made from. */
  readonly range: (start: number, end: number) => Range;
  /** The folded range of a range of the source. */
  readonly folded: (start: number, end: number) => Range;
  /** The source characters behind a folded range. */
  readonly typed: (start: number, end: number) => string;
}

export interface FoldOptions {
  /** Names and legal lines differ by their accents; cue words do not. */
  readonly keepAccents?: boolean;
}

const INVISIBLE = /^[\p{M}\p{Cf}ـ]$/u;
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ς: 'σ',
  ё: 'е',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  '\u2011': '-',
  '\u2212': '-',
  '\uFE63': '-',
  '٪': '%',
  '﹪': '%',
  '￥': '¥',
  '￡': '£',
  '﷼': 'ریال',
  '’': "'",
  '‘': "'",
};
const QUOTES = /[“”„«»"「」『』]/u;

function foldDigit(unit: string): string | undefined {
  const code = unit.charCodeAt(0);
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) return String(code & 0xf);
  const fullWidth = code >= 0xff01 && code <= 0xff5e && unit !== '\uFF0C' && unit !== '\uFF0E';
  return fullWidth ? String.fromCharCode(code - 0xfee0).toLowerCase() : undefined;
}

function foldCharacter(character: string, keepAccents: boolean): string {
  if (character === '\n') return character;
  if (/^\s/u.test(character)) return ' ';
  if (keepAccents && QUOTES.test(character)) return '"';
  const digit = foldDigit(character);
  if (digit !== undefined) return digit;
  const cased = LETTERS[character] ?? character.toUpperCase().toLowerCase();
  const marked = keepAccents ? cased.normalize('NFC') : cased.normalize('NFD');
  let folded = '';
  for (const unit of marked) if (!INVISIBLE.test(unit)) folded += LETTERS[unit] ?? unit;
  return folded;
}

const loose = new Map<string, string>();
const strict = new Map<string, string>();

function cached(character: string, keepAccents: boolean): string {
  const cache = keepAccents ? strict : loose;
  const known = cache.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character, keepAccents);
  if (cache.size < 4096) cache.set(character, folded);
  return folded;
}

/** The first index of sorted offsets whose value is at least `offset`. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Folds once; every offset of the result leads back to the source. */
export function foldText(source: string, { keepAccents = false }: FoldOptions = {}): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of source.matchAll(CHARACTER)) {
    const character = match[0];
    const folded = cached(character, keepAccents);
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + character.length);
    }
  }
  const range = (start: number, end: number): Range => ({
    start: starts[start] ?? source.length,
    end: end > start ? (ends[end - 1] ?? source.length) : (starts[start] ?? source.length),
  });
  const typed = (start: number, end: number): string => {
    const typedRange = range(start, end);
    return source.slice(typedRange.start, typedRange.end);
  };
  const folded = (start: number, end: number): Range => ({
    start: firstFrom(starts, start),
    end: firstFrom(starts, end),
  });
  return { source, text: pieces.join(''), range, folded, typed };
}

/** Folds a word of the data as texts are folded. */
export const foldWord = (word: string): string => foldText(word).text;
