/** Percentages, and whether they take something off the price: only a sign or a cue makes a reduction. */
import { after, before, remembered } from './window.ts';
import type { Claims } from './claims.ts';
import { qualifierOf } from './cues.ts';
import { claim } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { multibuys } from './free.ts';
import { anyOf, endingIn, fromAll, LETTER, startingWith } from './lexicon.ts';
import { BETWEEN_AND, NUMBER, numberStyle, readNumber, trim } from './numbers.ts';
import { printPercentage } from './print-number.ts';
import type { FactValue, Mention, PercentageValue } from './types.ts';
import { reductionsInWords } from './zhe.ts';

const WORDS = anyOf(fromAll((language) => language.percent));
const SIGN = `(?:[-–](?=[\\d%]))?`;
const APART = `(?<!${LETTER}|[\\d.,#@_/])`;
const EDGE = `(?:${APART}|(?<=\\.\\d{2},))`;
const RANGE = `(?: ?[-–—~] ?| to | εωσ | до | hingga | sampai | ?[至到] ?| تا |${BETWEEN_AND})`;
const PERCENT = new RegExp(
  [
    `${EDGE}(?:(?<low>${NUMBER})%?${RANGE}(?=\\d))?(?<sign>${SIGN})(?<n1>${NUMBER})(?: ?%| ?${WORDS}(?!${LETTER}))`,
    `${EDGE}(?<sign2>${SIGN})% ?(?<n2>${NUMBER})(?![\\d:/])`,
    `百分之(?<n3>${NUMBER})`,
  ].join('|'),
  'gu',
);
/** "10%, 20% or 30% off": what is said of the last holds for each. */
const LISTED =
  /^(?:[,،] ?(?:(?:and|or|και|ή|и|или|dan|atau|و|یا) )?| ?[/、和或與及] ?| (?:and|or|και|η|и|или|dan|atau|و|یا) )$/u;
const LIST_AHEAD = /(?:\d{1,2} ?%?(?:, | and | or | και | и | или | dan | atau |، | و |、)){1,4}$/u;
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
const NOUN_AFTER = new RegExp(
  `^ [\\p{L}'-]{1,20} ${anyOf(NOUNS)}(?!${LETTER})(?![ :]{1,2}(?:\\p{L}{1,8} )?\\d)`,
  'u',
);
const UNCLEAR_AFTER = startingWith(fromAll((language) => language.notReduction.after));
const UNCLEAR_BEFORE = endingIn(
  fromAll((language) => [...language.notReduction.before, ...language.multibuy]),
);
const SECOND = new RegExp(
  `(?:(?<!${LETTER})|(?=\\p{Script=Han}))${anyOf(fromAll((language) => language.second))}(?!${LETTER})`,
  'u',
);

const LIST_REACH = 32;

/** "Pay 10% less", "少付10%": less of what is paid, not of what is in it. */
const PAY =
  '(?:pay|pays|πληρων\\p{L}*|πληρωσ\\p{L}*|плати\\p{L}*|оплачива\\p{L}*|bayar|membayar|بپرداز\\p{L}*|پرداخت|بده|بدهید|بدین|کد [a-z0-9]{2,16})';
const LESS = '(?:less|λιγοτερο|λιγοτερα|меньше|lebih sedikit|lebih kecil|کمتر)';
const PAID_LESS = new RegExp(
  `(?:(?<!\\p{L})${PAY}(?: [^\\d|:;.!?]{0,24})? ?\\| ?${LESS}(?!\\p{L})|^[^|]*\\| ?${LESS} (?:${PAY})(?!\\p{L})|(?:少付|少花|少收) ?\\|)`,
  'u',
);

interface Surroundings {
  readonly ahead: string;
  readonly behind: string;
}

const isUnclear = remembered((ahead, behind) => UNCLEAR_AFTER.test(behind) || UNCLEAR_BEFORE.test(ahead));
const isOfSecond = remembered((ahead, behind) => SECOND.test(`${ahead.slice(-24)} | ${behind.slice(0, 36)}`));

/** "۲۰٪ گوشت بیشتر": Persian and Indonesian say what there is more of before they say "more"; more discount is one. */
const MORE_OF = new RegExp(
  `^ ?(?!${anyOf(NOUNS)}(?!${LETTER}))\\p{L}{2,20} (?:بیشتر|lebih banyak)(?!\\p{L})`,
  'u',
);

/** Why the offer cannot be compared; undefined where it can. */
function unclear({ ahead, behind }: Surroundings, isReduction: boolean): string | undefined {
  if (isUnclear(ahead, behind) || MORE_OF.test(behind)) return 'not a plain reduction';
  return isReduction && isOfSecond(ahead, behind) ? 'only for a second item' : undefined;
}

const isCued = remembered(
  (ahead, behind) =>
    CUED_AFTER.test(behind) ||
    CUED_BEFORE.test(ahead) ||
    PAID_LESS.test(`${ahead.slice(-48)}|${behind.slice(0, 36)}`) ||
    NOUN_AFTER.test(behind) ||
    (NOUN_NEAR.test(ahead) && !/^ ?(?:kakao|cocoa|cotton|какао)/u.test(behind)),
);

/** Persian "از" is "from" of a price and "of" of a discount. */
function qualified({ ahead, behind }: Surroundings): Found['qualifier'] {
  const told = qualifierOf(ahead, behind);
  return told === 'from' && /(?:^|\P{L})از ?$/u.test(ahead) ? undefined : told;
}

function percentAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const listed = LIST_AHEAD.exec(text.slice(Math.max(0, start - LIST_REACH), start))?.[0] ?? '';
  const around = { ahead: before(text, start - listed.length), behind: after(text, end) };
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

function inWords(text: string): Found[] {
  return reductionsInWords(text).map(({ start, end, percent, qualifier: told }) => {
    const around = { ahead: before(text, start), behind: after(text, end) };
    const why = unclear(around, true);
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

function findPercentages(text: FoldedText, locale: string, claims: Claims): Mention[] {
  const matches = text.hasDigits ? [...text.text.matchAll(PERCENT)] : [];
  const found = [
    ...multibuys(text.text).map(({ start, end }) => unresolved(start, end, 'a multi-buy offer')),
    ...sums(text.text, matches),
    ...inWords(text.text),
    ...inLists(
      text.text,
      matches.flatMap((match) => percentAt(text.text, match, locale)),
    ),
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
