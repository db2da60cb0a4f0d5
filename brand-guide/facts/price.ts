/** Prices: amount and currency in any of the ways people write them, and "free". */
import { after, before } from './window.ts';
import type { Claims } from './claims.ts';
import { claim } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import { priceRoleOf, qualifierOf } from './cues.ts';
import {
  candidates,
  HUNDREDTH,
  isCapitals,
  isIsoCode,
  minorDigits,
  PREFIX,
  SUFFIX,
  TOMAN,
} from './currency.ts';
import type { FoldedText } from './fold.ts';
import { freeWords } from './free.ts';
import { hanAmounts } from './han-amount.ts';
import { LETTER } from './lexicon.ts';
import { MULTIPLIER, powerOf } from './multipliers.ts';
import { NUMBER, numberStyle, readNumber, shift, trim, withPlaces } from './numbers.ts';
import { withPairs } from './price-pair.ts';
import { rupiahShorthand } from './rupiah-shorthand.ts';
import { printPrice } from './print-number.ts';
import type { FactValue, Mention, PriceValue, ReadingContext } from './types.ts';

const RANGE = '(?: ?[-–—] ?| (?:to|εωσ|до|hingga|sampai) | ?[~至到] ?| تا )';
const BEFORE_NUMBER = `(?<!${LETTER}|[\\p{N}#@_/]|\\d[.,:-])`;
const EITHER = new RegExp(
  [
    `(?:${PREFIX.replace('(?:', '(?<pre>')} {0,2}(?:(?<low1>${NUMBER})${RANGE}(?=\\d))?(?<n1>${NUMBER})(?<m1>${MULTIPLIER})?(?: ?(?<post>${SUFFIX}))?)`,
    `(?:${BEFORE_NUMBER}(?:(?<low2>${NUMBER})${RANGE}(?=\\d))?(?<n2>${NUMBER})(?<m2>${MULTIPLIER})? {0,2}(?<suf>${SUFFIX}))`,
  ].join('|'),
  'gu',
);

interface Written {
  readonly number: string;
  readonly multiplier: string;
  readonly currencies: readonly string[];
}

/** Rials for toman, euros for cents. */
function inMainUnit(currency: string, decimal: string): readonly [string, string] {
  if (currency === TOMAN) return ['IRR', shift(decimal, 1)];
  return currency.endsWith(HUNDREDTH)
    ? [currency.slice(0, -HUNDREDTH.length), shift(decimal, -2)]
    : [currency, decimal];
}

const asPrice = (decimal: string, currency: string): PriceValue => {
  const [code, amount] = inMainUnit(currency, decimal);
  return { amount: withPlaces(amount, minorDigits(code)), currency: code };
};

/** A fraction of three digits is no money where the currency is printed whole. */
const readable = (decimal: string, currency: string): boolean =>
  !/\.\d{3}$/.test(decimal) || !['IDR', 'IRR', 'TWD', 'JPY', 'KRW', 'RUB', TOMAN].includes(currency);

function readings({ number, multiplier, currencies }: Written, locale: string): PriceValue[] {
  const power = powerOf(multiplier);
  const numbers = readNumber(number, numberStyle(locale));
  return currencies.flatMap((currency) =>
    numbers
      .filter((decimal) => !currency.endsWith(HUNDREDTH) || Number(decimal) < 100)
      .filter((decimal) => power > 0 || numbers.length === 1 || readable(decimal, currency))
      .map((decimal) => asPrice(power === 0 ? decimal : shift(decimal, power), currency)),
  );
}

function signOf(text: FoldedText, match: RegExpExecArray): { sign: string; capitals: boolean } {
  const sign = match.groups?.['pre'] ?? match.groups?.['suf'] ?? '';
  const at = match.groups?.['pre'] ? match.index : match.index + match[0].length - sign.length;
  return { sign, capitals: isCapitals(text.typed(at, at + sign.length)) };
}

function priceAt(text: FoldedText, match: RegExpExecArray, locale: string, claims: Claims): Found[] {
  const groups = match.groups ?? {};
  const { sign, capitals } = signOf(text, match);
  if (isIsoCode(sign) && !capitals) return [];
  const isToPost = candidates(groups['post'] ?? '', locale);
  const currencies = isToPost.length > 0 && !isIsoLower(text, match) ? isToPost : candidates(sign, locale);
  const number = groups['n1'] ?? groups['n2'] ?? '';
  const multiplier = groups['m1'] ?? groups['m2'] ?? '';
  const written = { number, multiplier, currencies };
  const end = match.index + match[0].length - (isIsoLower(text, match) ? (groups['post'] ?? '').length : 0);
  const low = groups['low1'] ?? groups['low2'];
  const split =
    low === undefined
      ? match.index
      : match.index + match[0].indexOf(number, match[0].indexOf(low) + low.length);
  const high: Found = { kind: 'price', start: split, end, readings: readings(written, locale) };
  if (low === undefined) return [high];
  const lowEnd = match.index + match[0].indexOf(low) + low.length;
  const lowReadings = readings({ ...written, number: low }, locale);
  const one: Found = { kind: 'price', start: match.index, end: lowEnd, readings: lowReadings };
  // "Rp750.000 sampai 15 Januari" ends at a day, and is no range of prices.
  if (!claims.free(split, end)) return [one];
  return [
    { ...one, qualifier: 'from' },
    { ...high, qualifier: 'up-to' },
  ];
}

/** "€5 all": a lower-case word that only looks like an ISO code. */
function isIsoLower(text: FoldedText, match: RegExpExecArray): boolean {
  const post = match.groups?.['post'];
  if (post === undefined || !isIsoCode(post)) return false;
  const end = match.index + match[0].length;
  return !isCapitals(text.typed(end - post.length, end));
}

/** "2 for $10": the price of several, which is nobody's price of one. */
const OF_SEVERAL = /(?<![\d.,\p{L}_-])(?:\d{1,2}|two|three|four)[ -]?for[ -]?$/u;

function withCues(text: string, found: Found): Found {
  const ahead = before(text, found.start);
  if (OF_SEVERAL.test(ahead)) return { ...found, readings: [], unresolved: 'a price for several' };
  // What is free has no other price beside it: free delivery is as free as a free cup.
  if (found.readings.includes('free')) return found;
  const behind = after(text, found.end);
  const role = priceRoleOf(ahead, behind);
  // "Orders from €50" is a threshold already.
  const qualifier = role === 'threshold' ? undefined : (found.qualifier ?? qualifierOf(ahead, behind));
  return { ...found, role, qualifier };
}

function findPrices(text: FoldedText, { locale }: ReadingContext, claims: Claims): Mention[] {
  const amounts = [...text.text.matchAll(EITHER)].flatMap((match) => priceAt(text, match, locale, claims));
  const frees = freeWords(text.text).map((span): Found => ({ kind: 'price', ...span, readings: ['free'] }));
  const inHan = hanAmounts(text.text).map(({ start, end, amount, sign }): Found => {
    const values = candidates(sign, locale).map((currency) => asPrice(amount, currency));
    return { kind: 'price', start, end, readings: values };
  });
  const inShort = rupiahShorthand(text.text, locale).map(({ start, end, ...amount }): Found => ({
    kind: 'price',
    start,
    end,
    readings: readings({ ...amount, currencies: ['IDR'] }, locale),
  }));
  const prices = [...amounts, ...inHan, ...inShort]
    .filter((found) => found.readings.length > 0)
    .map((found) => withCues(text.text, found));
  return [...withPairs(text.text, prices), ...frees.map((found) => withCues(text.text, found))].flatMap(
    (found) => claim(text, claims, found),
  );
}

function isAmount(value: FactValue): value is Exclude<PriceValue, 'free'> {
  return typeof value === 'object' && 'amount' in value;
}

export const price: FactFinder = {
  kind: 'price',
  find: findPrices,
  equal: (a, b) =>
    isAmount(a) && isAmount(b)
      ? a.currency === b.currency && trim(a.amount) === trim(b.amount)
      : a === 'free' && b === 'free',
  print: (value, locale) =>
    value === 'free' || isAmount(value) ? printPrice(value, locale) : JSON.stringify(value),
};
