/** A text folded for comparison (case, accents, digits, spaces, invisible marks), with the way back to the text as typed. */
import type { Range } from '../engine/types.ts';

export interface FoldedText {
  readonly source: string;
  readonly text: string;
  /** Whether it has digits at all: most of what is looked for has some. */
  readonly hasDigits: boolean;
  /** Digits or Han numerals. */
  readonly hasNumbers: boolean;
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
const MARK = /^\p{M}$/u;
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
  const fullWidth = code >= 0xff01 && code <= 0xff5e && unit !== '\uFF0C';
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
/** The folds of the units that most texts are made of, by their code: faster asked for than a map. */
const COMMON = 0x2100;
const commonLoose: string[] = [];
const commonStrict: string[] = [];

function cached(character: string, keepAccents: boolean): string {
  const cache = keepAccents ? strict : loose;
  const known = cache.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character, keepAccents);
  if (cache.size < 4096 && character.length <= 4) cache.set(character, folded);
  return folded;
}

function foldUnit(source: string, at: number, keepAccents: boolean): string {
  const code = source.charCodeAt(at);
  if (code >= COMMON) return cached(source.charAt(at), keepAccents);
  const known = keepAccents ? commonStrict : commonLoose;
  return (known[code] ??= foldCharacter(source.charAt(at), keepAccents));
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

/** Whether a UTF-16 unit is a mark on the one before it: asked once for each unit there is. */
const marks = new Int8Array(0x10000);
function isMark(code: number): boolean {
  if (code < 0x300) return false;
  if (marks[code] === 0) marks[code] = MARK.test(String.fromCharCode(code)) ? 1 : -1;
  return marks[code] === 1;
}

const FULL_WIDTH_DIGIT = /^[\uFF10-\uFF19]$/u;
const ANY_DIGIT = '[\\d\u0660-\u0669\u06F0-\u06F9]';
const GROUP_AHEAD = new RegExp(`(?:^|(?!${ANY_DIGIT}).)${ANY_DIGIT}{1,3}$`, 'su');
const GROUP_BEHIND = new RegExp(`^${ANY_DIGIT}{3}(?!${ANY_DIGIT})`, 'u');
/** ۴۵،۰۰۰ as many type it, for want of the sign that groups digits. */
const groupsThousands = (source: string, at: number): boolean =>
  GROUP_BEHIND.test(source.slice(at + 1, at + 5)) && GROUP_AHEAD.test(source.slice(Math.max(0, at - 4), at));

/** １，２９９ and ۱،۲۹۹ are one number; the same commas between other characters part clauses. */
function groupingComma(source: string, at: number): string | undefined {
  const code = source.charCodeAt(at);
  if (code === 0x60c) return groupsThousands(source, at) ? '٬' : undefined;
  if (code !== 0xff0c) return undefined;
  const isInside = FULL_WIDTH_DIGIT.test(source[at - 1] ?? '') && FULL_WIDTH_DIGIT.test(source[at + 1] ?? '');
  return isInside ? ',' : undefined;
}

/** The text that was folded last: a subject's readers and its rules ask for the same one in turn. */
let last: FoldedText | undefined;

/** Folds once; every offset of the result leads back to the source. */
export function foldText(source: string, { keepAccents = false }: FoldOptions = {}): FoldedText {
  if (keepAccents) return foldInto(source, true);
  if (last?.source !== source) last = foldInto(source, false);
  return last;
}

/** Where each unit of the folded text came from: `[starts[i], ends[i])` of the source. */
interface Offsets {
  readonly starts: number[];
  readonly ends: number[];
}

/** The offsets of a text that folds unit by unit, as most do. */
const unitByUnit = (length: number): Offsets => ({
  starts: Array.from({ length }, (_, at) => at),
  ends: Array.from({ length }, (_, at) => at + 1),
});

function comesFrom({ starts, ends }: Offsets, units: number, start: number, end: number): void {
  for (let unit = 0; unit < units; unit += 1) {
    starts.push(start);
    ends.push(end);
  }
}

const ASCII = /^[\n -~]*$/u;

function foldInto(source: string, keepAccents: boolean): FoldedText {
  if (ASCII.test(source)) return makeFolded(source, source.toLowerCase(), undefined);
  let text = '';
  let offsets: Offsets | undefined;
  for (let at = 0; at < source.length;) {
    let next = at + 1;
    while (next < source.length && isMark(source.charCodeAt(next))) next += 1;
    const piece =
      groupingComma(source, at) ??
      (next === at + 1 ? foldUnit(source, at, keepAccents) : cached(source.slice(at, next), keepAccents));
    if (piece.length !== 1 || next !== at + 1) offsets ??= unitByUnit(at);
    if (offsets) comesFrom(offsets, piece.length, at, next);
    text += piece;
    at = next;
  }
  return makeFolded(source, text, offsets);
}

const DIGIT = /\d/u;
const HAN_NUMBER = /[〇零一二兩三四五六七八九十百千萬半]/u;

/** `offsets` are left out where the text folds unit by unit. */
function makeFolded(source: string, text: string, offsets: Offsets | undefined): FoldedText {
  const { length } = source;
  const startOf = (unit: number): number =>
    (offsets ? offsets.starts[unit] : unit < length ? unit : length) ?? length;
  const endOf = (unit: number): number =>
    (offsets ? offsets.ends[unit] : unit < length ? unit + 1 : length) ?? length;
  const unitFrom = (offset: number): number =>
    offsets ? firstFrom(offsets.starts, offset) : Math.min(Math.max(offset, 0), length);
  const range = (start: number, end: number): Range => ({
    start: startOf(start),
    end: end > start ? endOf(end - 1) : startOf(start),
  });
  const folded = (start: number, end: number): Range => ({ start: unitFrom(start), end: unitFrom(end) });
  const typed = (start: number, end: number): string => {
    const typedRange = range(start, end);
    return source.slice(typedRange.start, typedRange.end);
  };
  const hasDigits = DIGIT.test(text);
  return { source, text, hasDigits, hasNumbers: hasDigits || HAN_NUMBER.test(text), range, folded, typed };
}

/** Folds a word of the data as texts are folded. */
export const foldWord = (word: string): string => foldText(word).text;
