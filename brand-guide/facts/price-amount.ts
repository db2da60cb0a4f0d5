/** Amounts of money as written: the sign before or behind, ranges, multipliers, "1 million and 200 thousand", cents behind. */
import type { Claims } from './claims.ts';
import {
  candidates,
  HUNDREDTH,
  isAmbiguous,
  isCapitals,
  isIsoCode,
  minorDigits,
  PREFIX,
  SUFFIX,
  TOMAN,
} from './currency.ts';
import type { Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import data from './data/amount-words.json' with { type: 'json' };
import { endingIn, LETTER } from './lexicon.ts';
import { BIG, MULTIPLIER, powerOf } from './multipliers.ts';
import { BETWEEN_AND, NUMBER, numberStyle, readNumber, shift, withPlaces } from './numbers.ts';
import { withCents } from './price-cents.ts';
import { before } from './window.ts';
import type { PriceValue } from './types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const RANGE = `(?: ?[-–—] ?| (?:to|εωσ|ωσ|μεχρι|до|hingga|sampai) | ?[~至到] ?| تا |${BETWEEN_AND})`;
const BEFORE_NUMBER = `(?<!${LETTER}|[\\p{N}#@_/]|\\d[.,:-])`;
const lowest = (at: number): string =>
  `(?:(?<!~)(?<low${at}>${NUMBER})(?<lm${at}>${MULTIPLIER})?${RANGE}(?=\\d))?`;
const AMOUNT = new RegExp(
  [
    `(?:${PREFIX.replace('(?:', '(?<pre>')} {0,2}${lowest(1)}(?<n1>${NUMBER})(?<m1>${MULTIPLIER})?(?<tail> ?(?<post>${SUFFIX})(?! ?\\d))?)`,
    `(?:${BEFORE_NUMBER}${lowest(2)}(?:(?<big>\\d{1,4}) ?(?<bm>${BIG})(?: ?و ?| |(?<=萬)))??(?<n2>${NUMBER})(?<m2>${MULTIPLIER})?(?! {1,2}[$€£¥₽₹]\\d) {0,2}(?<suf>${SUFFIX}))`,
  ].join('|'),
  'gu',
);

/** "Тип 312 – 490 руб.": the name of a thing, and what it costs. */
const NAMES_NUMBER = endingIn(data.numbered, '(?!)');

interface Written {
  readonly number: string;
  /** The power of ten that the multiplier stands for. */
  readonly power: number;
  readonly currencies: readonly string[];
}

/** Rials for toman, euros for cents. */
function inMainUnit(currency: string, decimal: string): readonly [string, string] {
  if (currency === TOMAN) return ['IRR', shift(decimal, 1)];
  return currency.endsWith(HUNDREDTH)
    ? [currency.slice(0, -HUNDREDTH.length), shift(decimal, -2)]
    : [currency, decimal];
}

export const asPrice = (decimal: string, currency: string): PriceValue => {
  const [code, amount] = inMainUnit(currency, decimal);
  return { amount: withPlaces(amount, minorDigits(code)), currency: code };
};

/** A fraction of three digits is no money where the currency is printed whole. */
const readable = (decimal: string, currency: string): boolean =>
  !/\.\d{3}$/.test(decimal) || !['IDR', 'IRR', 'TWD', 'JPY', 'KRW', 'RUB', TOMAN].includes(currency);

/** What a written number of money may be worth, in each currency that it may be of. */
export function pricesOf({ number, power, currencies }: Written, locale: string): PriceValue[] {
  // The last group of a number that something else parts: "45 000".
  if (/^0{2,}$/.test(number)) return [];
  const numbers = readNumber(number, numberStyle(locale));
  // "48 MP" are no 48 million pence: nobody counts cents by the thousand.
  const isCents = (decimal: string): boolean => power === 0 && Number(decimal) < 100;
  return currencies.flatMap((currency) =>
    numbers
      .filter((decimal) => !currency.endsWith(HUNDREDTH) || isCents(decimal))
      .filter((decimal) => power > 0 || numbers.length === 1 || readable(decimal, currency))
      .map((decimal) => asPrice(power === 0 ? decimal : shift(decimal, power), currency)),
  );
}

/** "€5 all": a lower-case word that only looks like an ISO code. */
const isLowerCode = (text: FoldedText, sign: string, start: number): boolean =>
  isIsoCode(sign) && !isCapitals(text.typed(start, start + sign.length));

interface Money {
  readonly start: number;
  readonly end: number;
  readonly currencies: readonly string[];
}

/** "$20 CAD" and "美金50元": the sign that leaves less to guess tells the currency. */
function withPrefix(text: FoldedText, match: RegExpExecArray, locale: string): Money {
  const { pre = '', post = '', tail = '' } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const told = isLowerCode(text, pre, start) ? [] : candidates(pre, locale);
  const isCode = post !== '' && !isLowerCode(text, post, end - post.length);
  const behind = isCode ? candidates(post, locale) : [];
  if (behind.length === 0 || behind.some((currency) => currency.endsWith(HUNDREDTH)))
    return { start, end: end - tail.length, currencies: told };
  return { start, end, currencies: isAmbiguous(pre) && !isAmbiguous(post) ? behind : told };
}

/** "В 5 тг-каналах": where people read, and no tenge. */
const COMPOUND = /^-\p{L}/u;
/** "в 2 р. больше", "3 р. в день": times, not roubles. "Chapter 5 p 12": a page. */
const TIMES =
  /^ ?(?:больше|меньше|быстрее|чаще|выше|ниже|дешевле|лучше|в (?:день|неделю|сутки)|\/[мдс](?!\p{L}))/u;
function isNoMoney(text: string, sign: string, number: string, end: number): boolean {
  if (sign === 'p') return text[end - 2] === ' ';
  if (sign.startsWith('тг')) return COMPOUND.test(text.slice(end, end + 2));
  return /^р\.?$/u.test(sign) && number.length === 1 && TIMES.test(text.slice(end, end + 16));
}

function withSuffix(text: FoldedText, match: RegExpExecArray, locale: string): Money {
  const { suf = '', n2 = '' } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const isNone = isLowerCode(text, suf, end - suf.length) || isNoMoney(text.text, suf, n2, end);
  return { start, end, currencies: isNone ? [] : candidates(suf, locale) };
}

/** "1 million and 200 thousand" as one number. */
function added(groups: Readonly<Record<string, string | undefined>>, locale: string): Written | undefined {
  const { big, bm, n2 = '', m2 } = groups;
  const power = powerOf(bm, locale);
  const part = Number(n2) * 10 ** powerOf(m2, locale);
  const isPart = m2 !== undefined || bm === '萬';
  if (big === undefined || !isPart || !Number.isInteger(part) || part >= 10 ** power) return undefined;
  return { number: String(Number(big) * 10 ** power + part), power: 0, currencies: [] };
}

/** "$20–30" is a range; "Rp750.000 sampai 15 Januari" and "$20 to 30 people" are none. */
function isHigher(text: string, low: Found, high: Found): boolean {
  const [from, to] = [low.readings[0], high.readings[0]];
  const isMore =
    typeof from === 'object' &&
    typeof to === 'object' &&
    'amount' in from &&
    'amount' in to &&
    Number(to.amount) > Number(from.amount);
  const isTight = high.start - low.end === 1;
  return isMore && (isTight || !/^ ?\p{L}/u.test(text.slice(high.end, high.end + 2)));
}

/** "۳ تا ۱۰۰ هزار تومان": three of something for a hundred thousand, where neither "from" nor the size tells a range. */
function isCounted(text: string, { 0: said, index }: RegExpExecArray, low: string, high: string): boolean {
  const isTa = said.startsWith(`${low} تا `) && /^[2-9]$/.test(low) && Number(high) >= Number(low) * 10;
  return isTa && !/(?:از|بین) $/u.test(text.slice(0, index).slice(-8));
}

function amountAt(text: FoldedText, match: RegExpExecArray, locale: string, claims: Claims): Found[] {
  const groups = match.groups ?? {};
  const isAhead = groups['pre'] !== undefined;
  const { start, end, currencies } = isAhead
    ? withPrefix(text, match, locale)
    : withSuffix(text, match, locale);
  const number = groups['n1'] ?? groups['n2'] ?? '';
  const power = powerOf(groups['m1'] ?? groups['m2'], locale);
  const written = { ...(added(groups, locale) ?? { number, power }), currencies };
  if (groups['big'] !== undefined && written.number === number) return [];
  const least = groups['low1'] ?? groups['low2'];
  if (least === undefined)
    return [withCents(text.text, { kind: 'price', start, end, readings: pricesOf(written, locale) })];
  if (isCounted(text.text, match, least, number)) return [];
  const lowPower = powerOf(groups['lm1'] ?? groups['lm2'], locale);
  const lowEnd =
    start + match[0].indexOf(least) + least.length + (groups['lm1'] ?? groups['lm2'] ?? '').length;
  const split = start + match[0].indexOf(number, lowEnd - start);
  const low = {
    kind: 'price',
    start,
    end: lowEnd,
    readings: pricesOf({ ...written, number: least, power: lowPower || power }, locale),
  } as const;
  const high: Found = { kind: 'price', start: split, end, readings: pricesOf(written, locale) };
  const isApart = / /u.test(text.text.slice(lowEnd, split));
  if (!isAhead && isApart && NAMES_NUMBER.test(before(text.text, start))) return [high];
  if (!claims.free(split, end) || (isAhead && !isHigher(text.text, low, high))) return [low];
  return [
    { ...low, qualifier: 'from' },
    { ...high, qualifier: 'up-to' },
  ];
}

/** Amounts with their currencies, in text order; those without readings are no money. */
export const amounts = (text: FoldedText, locale: string, claims: Claims): Found[] =>
  text.hasDigits
    ? matchesOf(text.text, AMOUNT).flatMap((match) => amountAt(text, match, locale, claims))
    : [];
