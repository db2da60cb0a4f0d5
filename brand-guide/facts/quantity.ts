/** Quantities: numbers in digits and words that count one of the nouns which the reader knows as labels. */
import { rememberedFor } from '../engine/remembered.ts';
import type { Claims } from './claims.ts';
import { countingWords } from './counting-words.ts';
import { qualifierOf } from './cues.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import { foldText, foldWord } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { readHanAmount } from './han-amount.ts';
import { labelNoun } from './label-noun.ts';
import type { LabelNoun } from './label-noun.ts';
import { anyOf, LETTER } from './lexicon.ts';
import { MULTIPLIER, powerOf } from './multipliers.ts';
import { NUMBER_WORDS, readWords } from './number-words.ts';
import { NUMBER, numberStyle, readNumber, shift, trim } from './numbers.ts';
import { localDigits, marked } from './print-number.ts';
import type { Mention, ReadingContext } from './types.ts';
import { after, before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const REACH = 72;
const DIGITS = `(?<!${LETTER}|[\\p{N}#@_/]|\\d[.,:/]|\\p{Sc} ?)(?<digits>${NUMBER})(?![\\p{N}/:%]|[.,-]\\d)(?<m>${MULTIPLIER})?`;
const HAN = '(?<![第一二兩三四五六七八九十百千萬\\d.])(?<han>[一二兩三四五六七八九十百千萬零]{1,8})';
/** A number that may count something, over folded text. */
export const COUNT = new RegExp(`${DIGITS}|(?<words>${NUMBER_WORDS})|${HAN}`, 'gu');
const JOIN = '(?: ?[-–—~] ?| (?:to|or|εωσ|με|η|до|или|sampai|hingga|atau|تا|یا) | ?[至到~] ?)';
const LOW = new RegExp(
  `(?:(?<!${LETTER}|[\\p{N}#@_/]|\\d[.,:/-]|\\p{Sc} ?)(?<digits>\\d{1,6})|(?<words>${NUMBER_WORDS})|${HAN})${JOIN}$`,
  'u',
);
/** "1 in 3", "9 out of 10": a share, and no count. */
const SHARE = /\d+ ?(?:in|out of|of|στουσ|στα|στισ|из|dari|از هر|از) $/u;

type Groups = Readonly<Record<string, string | undefined>>;

function valuesOf({ digits, words, han, m }: Groups, locale: string): string[] {
  if (digits !== undefined)
    return readNumber(digits, numberStyle(locale)).map((read) => trim(shift(read, powerOf(m, locale))));
  const value = words === undefined ? readHanAmount(han ?? '') : readWords(words);
  return value === undefined ? [] : [String(value)];
}

/** Every number of a text that may count something, whatever it counts. */
export const numbersIn = (source: string, locale: string): string[] =>
  matchesOf(foldText(source).text, COUNT).flatMap(({ groups = {} }) => valuesOf(groups, locale));

interface Labels {
  readonly all: readonly LabelNoun[];
  /** Any of the nouns, wherever it stands. */
  readonly any: RegExp;
  /** The noun that a number counts, right behind it. */
  readonly behind: RegExp;
  /** The noun before a number: "frames: 5". */
  readonly ahead: RegExp;
}

const compiled = rememberedFor<Labels>();

function labelsIn(locale: string, labels: readonly string[]): Labels {
  return compiled(labels, locale, () => patternsOf(locale, labels));
}

function patternsOf(locale: string, labels: readonly string[]): Labels {
  const { gap, behind } = countingWords(locale);
  const all = labels.map(labelNoun);
  const nouns = anyOf(all.flatMap(({ label, counted }) => [label, counted]));
  return {
    all,
    any: new RegExp(nouns, 'u'),
    behind: new RegExp(`^${gap}(?<label>${nouns})(?!${LETTER})`, 'u'),
    ahead: new RegExp(`(?<!${LETTER})(?<label>${nouns})${behind}$`, 'u'),
  };
}

/** The label of the noun phrase that the number stands in, as the facts write it. */
function labelAt(text: string, start: number, end: number, { locale, labels = [] }: ReadingContext) {
  const patterns = labelsIn(locale, labels);
  const ahead = text.slice(Math.max(0, start - REACH), start);
  const found = patterns.behind.exec(text.slice(end, end + REACH)) ?? patterns.ahead.exec(ahead);
  const word = found?.groups?.['label'];
  // 2027 is a year or a season before it is a number of things.
  if (
    word === undefined ||
    /^20[2-9]\d$/.test(text.slice(start, end)) ||
    SHARE.test(ahead) ||
    countingWords(locale).notAhead.test(ahead)
  )
    return undefined;
  const isNear = ({ rest }: LabelNoun): boolean =>
    rest !== undefined && rest.test(`${before(text, start)} ${after(text, end)}`);
  const noun =
    patterns.all.find((one) => sameLabel(one.counted, word) && isNear(one)) ??
    patterns.all.find(({ label }) => sameLabel(label, word));
  return noun?.label;
}

const sameLabel = (label: string, word: string): boolean =>
  foldWord(label).replaceAll(' ', '') === word.replaceAll(' ', '');

const isBelow = ([low]: readonly string[], [high]: readonly string[]): boolean =>
  low !== undefined && Number(low) < Number(high);

function countAt(text: string, match: RegExpExecArray, context: ReadingContext): Found[] {
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  const label = labelAt(text, start, end, context);
  const readings = label === undefined ? [] : valuesOf(match.groups ?? {}, context.locale);
  if (readings.length === 0) return [];
  const high: Found = { kind: 'quantity', start, end, readings, label };
  const low = LOW.exec(text.slice(Math.max(0, start - 32), start));
  const lowReadings = low ? valuesOf(low.groups ?? {}, context.locale) : [];
  if (!low || !isBelow(lowReadings, readings)) {
    if (/[\d\p{L}]-$/u.test(text.slice(Math.max(0, start - 2), start))) return [];
    return [{ ...high, qualifier: qualifierOf(before(text, start), after(text, end)) }];
  }
  const from = Math.max(0, start - 32) + low.index;
  const written = low.groups?.['digits'] ?? low.groups?.['words'] ?? low.groups?.['han'] ?? '';
  return [
    { ...high, start: from, end: from + written.length, readings: lowReadings, qualifier: 'from' },
    { ...high, qualifier: 'up-to' },
  ];
}

function findQuantities(text: FoldedText, context: ReadingContext, claims: Claims): Mention[] {
  const { labels = [], locale } = context;
  if (labels.length === 0 || !labelsIn(locale, labels).any.test(text.text)) return [];
  const found = matchesOf(text.text, COUNT).flatMap((match) => countAt(text.text, match, context));
  return found.flatMap((one) => claim(text, claims, one));
}

export const quantity: FactFinder = {
  kind: 'quantity',
  find: findQuantities,
  equal: (a, b) => trim(textOf(a)) === trim(textOf(b)),
  print: (value, locale) => localDigits(marked(trim(textOf(value)), numberStyle(locale)), locale),
};
