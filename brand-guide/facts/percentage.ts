/** Percentages, and whether they take something off the price: only a sign or a cue makes a reduction. */
import { after, before, remembered } from './window.ts';
import type { Claims } from './claims.ts';
import { qualifierOf } from './cues.ts';
import { claim } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { multibuys } from './free.ts';
import { anyOf, endingIn, fromAll, LETTER, startingWith } from './lexicon.ts';
import { NUMBER, numberStyle, readNumber, trim } from './numbers.ts';
import { printPercentage } from './print-number.ts';
import type { FactValue, Mention, PercentageValue } from './types.ts';
import { reductionsInWords } from './zhe.ts';

const WORDS = anyOf(fromAll((language) => language.percent));
const SIGN = `(?:[-–](?=[\\d%]))?`;
const APART = `(?<!${LETTER}|[\\d.,#@_/])`;
const EDGE = `(?:${APART}|(?<=\\.\\d{2},))`;
const RANGE = '(?: ?[-–—~] ?| to | εωσ | до | hingga | sampai | ?[至到] ?| تا )';
const PERCENT = new RegExp(
  [
    `${EDGE}(?:(?<low>${NUMBER})%?${RANGE}(?=\\d))?(?<sign>${SIGN})(?<n1>${NUMBER})(?: ?%| ?${WORDS}(?!${LETTER}))`,
    `${EDGE}(?<sign2>${SIGN})% ?(?<n2>${NUMBER})(?![\\d:/])`,
    `百分之(?<n3>${NUMBER})`,
  ].join('|'),
  'gu',
);
const SUM = /^ ?\+ ?(?:extra |another )?\d{1,3}(?: ?%)?/u;

const NOUNS = fromAll((language) => language.reduction.nouns);
const VERBS = fromAll((language) => language.reduction.verbs);
const OFF = fromAll((language) => language.reduction.after);
const CUED_BEFORE = endingIn([...NOUNS, ...VERBS]);
const NOUN_NEAR = new RegExp(
  `(?<!${LETTER})${anyOf(NOUNS)}(?!${LETTER})(?:[ :=“"«(]+[\\p{L}\\p{M}'-]{1,24}){0,3}[ :=(*_–-]*$`,
  'u',
);
const CUED_AFTER = startingWith(OFF);
const NOUN_AFTER = new RegExp(`^ [\\p{L}'-]{1,20} ${anyOf(NOUNS)}(?!${LETTER})`, 'u');
const UNCLEAR_AFTER = startingWith(fromAll((language) => language.notReduction.after));
const UNCLEAR_BEFORE = endingIn(
  fromAll((language) => [...language.notReduction.before, ...language.multibuy]),
);
const SECOND = new RegExp(`(?<!${LETTER})${anyOf(fromAll((language) => language.second))}(?!${LETTER})`, 'u');

interface Surroundings {
  readonly ahead: string;
  readonly behind: string;
}

const isUnclear = remembered((ahead, behind) => UNCLEAR_AFTER.test(behind) || UNCLEAR_BEFORE.test(ahead));
const isOfSecond = remembered((ahead, behind) => SECOND.test(`${ahead.slice(-24)} | ${behind.slice(0, 36)}`));

/** Why the offer cannot be compared; undefined where it can. */
function unclear({ ahead, behind }: Surroundings, isReduction: boolean): string | undefined {
  if (isUnclear(ahead, behind)) return 'not a plain reduction';
  return isReduction && isOfSecond(ahead, behind) ? 'only for a second item' : undefined;
}

const isCued = remembered(
  (ahead, behind) =>
    CUED_AFTER.test(behind) ||
    CUED_BEFORE.test(ahead) ||
    NOUN_AFTER.test(behind) ||
    (NOUN_NEAR.test(ahead) && !/^ ?(?:kakao|cocoa|cotton|какао)/u.test(behind)),
);

function percentAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const around = { ahead: before(text, start), behind: after(text, end) };
  const reduction = (groups['sign'] ?? groups['sign2'] ?? '') !== '' || isCued(around.ahead, around.behind);
  const why = unclear(around, reduction);
  const read = (number: string): PercentageValue[] =>
    why === undefined
      ? readNumber(number, numberStyle(locale)).map((percent) => ({ percent: trim(percent), reduction }))
      : [];
  const high = groups['n1'] ?? groups['n2'] ?? groups['n3'] ?? '';
  const found: Found = {
    kind: 'percentage',
    start,
    end,
    readings: read(high),
    qualifier: qualifierOf(around.ahead, around.behind),
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

function inWords(text: string): Found[] {
  return reductionsInWords(text).map(({ start, end, percent }) => {
    const around = { ahead: before(text, start), behind: after(text, end) };
    const why = unclear(around, true);
    if (why !== undefined) return unresolved(start, end, why);
    const from = qualifierOf(around.ahead, around.behind);
    const qualifier = from === 'from' && text.slice(start, end).includes('折') ? 'up-to' : from;
    return { kind: 'percentage', start, end, readings: [{ percent, reduction: true }], qualifier };
  });
}

function findPercentages(text: FoldedText, locale: string, claims: Claims): Mention[] {
  const matches = [...text.text.matchAll(PERCENT)];
  const found = [
    ...multibuys(text.text).map(({ start, end }) => unresolved(start, end, 'a multi-buy offer')),
    ...sums(text.text, matches),
    ...inWords(text.text),
    ...matches.flatMap((match) => percentAt(text.text, match, locale)),
  ];
  return found.flatMap((one) => claim(text, claims, one));
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
