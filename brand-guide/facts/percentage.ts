/** Percentages, and whether they take something off the price: only a sign or a cue makes a reduction. */
import { after, before, sentenceAhead } from './window.ts';
import type { Claims } from './claims.ts';
import { qualifierOf } from './cues.ts';
import { claim } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { multibuys } from './free.ts';
import type { Span } from './free.ts';
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import { NUMBER_WORDS, readWords } from './number-words.ts';
import { BETWEEN_AND, NUMBER, numberStyle, readHan, readNumber, trim } from './numbers.ts';
import { printPercentage } from './print-number.ts';
import type { FactValue, Mention, PercentageValue } from './types.ts';
import { isCued, sellsSecond, unclear } from './reduction-cues.ts';
import type { Surroundings } from './reduction-cues.ts';
import { reductionsInWords } from './zhe.ts';
import { matchesOf } from '../engine/matches-of.ts';

const WORDS = anyOf(fromAll((language) => language.percent));
const SIGN = `(?:[-–](?=[\\d%]))?`;
/** "۲۵٪-": as it is typed where text runs from right to left; elsewhere a hyphen behind parts words. */
const SIGN_BEHIND = '[-–](?= ?(?:[،؛,.!؟)\\n]|$))';
const APART = `(?<!${LETTER}|[\\d.,#@_/])`;
const EDGE = `(?:${APART}|(?<=\\.\\d{2},))`;
const RANGE = `(?: ?[-–—~] ?| to | εωσ | ωσ | μεχρι | до | hingga | sampai | ?[至到] ?| تا |${BETWEEN_AND})`;
const PERCENT = new RegExp(
  [
    `${EDGE}(?:(?<low>${NUMBER})%?${RANGE}(?=\\d))?(?<sign>${SIGN})(?<n1>${NUMBER})(?: ?%(?<sign3>${SIGN_BEHIND})?| ?-?${WORDS}(?!${LETTER}))`,
    `${EDGE}(?<sign2>${SIGN})% ?(?<n2>${NUMBER})(?![\\d:/])(?<sign4>${SIGN_BEHIND})?`,
    `百分之(?<n3>${NUMBER})`,
  ].join('|'),
  'gu',
);
/** "Ten percent", "百分之十五"; every text with one says the word, and few texts do. */
const IN_WORDS = new RegExp(
  `(?<words>${NUMBER_WORDS})[ -]${WORDS}(?!${LETTER})|百分之(?<han>[一二兩三四五六七八九十]{1,3})(?![點百千萬])`,
  'gu',
);
const SAYS_PERCENT = new RegExp(`${WORDS}|百分之`, 'u');
/** "10%, 20% or 30% off": what is said of the last holds for each. */
const LISTED =
  /^(?:[,،] ?(?:(?:and|or|και|ή|и|или|dan|atau|و|یا) )?| ?[/、和或與及] ?| (?:and|or|και|η|и|или|dan|atau|و|یا) )$/u;
const LIST_AHEAD = /(?:\d{1,2} ?%?(?:, | and | or | και | и | или | dan | atau |، | و |、)){1,4}$/u;
const SUM = /^ ?\+ ?(?:extra |another )?\d{1,3}(?: ?%)?/u;

const LIST_REACH = 32;
/** "Prices fall on all tickets this week by 20%" reaches further back than other cues. */
const CUE_REACH = 64;

/** Persian "از" is "from" of a price and "of" of a discount. */
function qualified({ ahead, behind }: Surroundings): Found['qualifier'] {
  const told = qualifierOf(ahead, behind);
  return told === 'from' && /(?:^|\P{L})از ?$/u.test(ahead) ? undefined : told;
}

/** Every value of a number in digits, in words or in Han numerals. */
function numbersOf(written: string, locale: string): string[] {
  if (/\d/u.test(written)) return readNumber(written, numberStyle(locale));
  const value = readHan(written) ?? readWords(written);
  return value === undefined ? [] : [String(value)];
}

function percentAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const groups = match.groups ?? {};
  const start = match.index;
  const isRightToLeft = /^fa\b/i.test(locale);
  const behindSign = groups['sign3'] ?? groups['sign4'] ?? '';
  const end = start + match[0].length - (isRightToLeft ? 0 : behindSign.length);
  const listed = LIST_AHEAD.exec(text.slice(Math.max(0, start - LIST_REACH), start))?.[0] ?? '';
  const around = { ahead: before(text, start - listed.length, CUE_REACH), behind: after(text, end) };
  const isSigned = (groups['sign'] ?? groups['sign2'] ?? '') !== '';
  const isSignedBehind = isRightToLeft && behindSign !== '';
  const reduction = isSigned || isSignedBehind || isCued(around.ahead, around.behind);
  const why = unclear(around, reduction);
  const read = (number: string): PercentageValue[] =>
    why === undefined
      ? numbersOf(number, locale).map((percent) => ({ percent: trim(percent), reduction }))
      : [];
  const high = groups['n1'] ?? groups['n2'] ?? groups['n3'] ?? groups['words'] ?? groups['han'] ?? '';
  const found: Found = {
    kind: 'percentage',
    start,
    end,
    readings: read(high),
    qualifier: qualified(around),
    unresolved: why,
  };
  const { low } = groups;
  if (low === undefined) return [found];
  const split = start + match[0].lastIndexOf(high);
  return [
    { ...found, end: start + low.length, readings: read(low), qualifier: 'from' },
    { ...found, start: split, qualifier: 'up-to' },
  ];
}

/** "50% + 20%" is one offer that nobody can add up for the reader. */
function sums(text: string, matches: readonly RegExpExecArray[]): Found[] {
  return matches.flatMap((match) => {
    const end = match.index + match[0].length;
    const rest = SUM.exec(text.slice(end, end + 24));
    return rest === null ? [] : [unresolved(match.index, end + rest[0].length, 'a sum of reductions')];
  });
}

const unresolved = (start: number, end: number, why: string): Found => ({
  kind: 'percentage',
  start,
  end,
  readings: [],
  unresolved: why,
});

/** 第一件就半價: of what is bought first as well. */
const FIRST_ONE = /(?:第[一1]|首|單|每)[件個杯副雙份張本瓶盒組](?:[就也都即]|就是)?$/u;

function inWords(text: string): Found[] {
  return reductionsInWords(text).map(({ start, end, percent, qualifier: told }) => {
    const around = { ahead: before(text, start), behind: after(text, end) };
    const why =
      unclear(around, true) ??
      (sellsSecond(sentenceAhead(text, start)) && !FIRST_ONE.test(around.ahead)
        ? 'only for a second item'
        : undefined);
    if (why !== undefined) return unresolved(start, end, why);
    const from = qualifierOf(around.ahead, around.behind);
    const qualifier = told ?? (from === 'from' && text.slice(start, end).includes('折') ? 'up-to' : from);
    return { kind: 'percentage', start, end, readings: [{ percent, reduction: true }], qualifier };
  });
}

const isReduction = ({ readings }: Found): boolean =>
  readings.some((value) => typeof value === 'object' && 'reduction' in value && value.reduction);

const reduced = (found: Found): Found => ({
  ...found,
  readings: found.readings.map((value) =>
    typeof value === 'object' && 'reduction' in value ? { ...value, reduction: true } : value,
  ),
});

/** Percentages in text order, each a reduction where the next in its list is one. */
function inLists(text: string, found: readonly Found[]): Found[] {
  const result: Found[] = [];
  for (const one of found.toReversed()) {
    const next = result.at(-1);
    const isListed = next !== undefined && LISTED.test(text.slice(one.end, next.start));
    result.push(isListed && isReduction(next) ? reduced(one) : one);
  }
  return result.toReversed();
}

/** "Buy one, get one at 50% off": what the second costs is part of the offer. */
const PART_OF_OFFER = /^,? ?(?:(?:at|for|with|με|за|со?|dengan|با|享|只要|再) ?)?$/u;
const isOfOffer = (text: string, offers: readonly Span[], { start }: Found): boolean =>
  offers.some(({ end }) => start >= end && start - end <= 8 && PART_OF_OFFER.test(text.slice(end, start)));

function findPercentages(text: FoldedText, locale: string, claims: Claims): Mention[] {
  const matches = [
    ...(text.hasDigits ? matchesOf(text.text, PERCENT) : []),
    ...(SAYS_PERCENT.test(text.text) ? matchesOf(text.text, IN_WORDS) : []),
  ].toSorted((a, b) => a.index - b.index);
  const offers = multibuys(text.text);
  const found = [
    ...offers.map(({ start, end }) => unresolved(start, end, 'a multi-buy offer')),
    ...sums(text.text, matches),
    ...inWords(text.text),
    ...inLists(
      text.text,
      matches.flatMap((match) => percentAt(text.text, match, locale)),
    ),
  ];
  return found.flatMap((one) =>
    claim(
      text,
      claims,
      isOfOffer(text.text, offers, one) ? unresolved(one.start, one.end, 'only for a second item') : one,
    ),
  );
}

function isPercentage(value: FactValue): value is PercentageValue {
  return typeof value === 'object' && 'percent' in value;
}

export const percentage: FactFinder = {
  kind: 'percentage',
  find: (text, { locale }, claims) => findPercentages(text, locale, claims),
  equal: (a, b) =>
    isPercentage(a) && isPercentage(b) && a.reduction === b.reduction && trim(a.percent) === trim(b.percent),
  print: (value, locale) => (isPercentage(value) ? printPercentage(value, locale) : JSON.stringify(value)),
};
