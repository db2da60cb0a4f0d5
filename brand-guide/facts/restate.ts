/** A fact's right value in the text's own format: `5,49 €` becomes `4,95 €`, `۵٫۴۹` keeps its Persian digits. */
import { textOf } from './finder.ts';
import { dayFrom } from './equal-values.ts';
import { candidates, PREFIX, SUFFIX, TOMAN } from './currency.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { NUMBER_WORD } from './number-words.ts';
import { NUMBER, numberStyle, shift, trim } from './numbers.ts';
import { digitsOf, inDigits, marked, printedPlaces } from './print-number.ts';
import { printFact } from './print.ts';
import { restateDate } from './restate-date.ts';
import { restatePhone } from './restate-phone.ts';
import { restateUrl } from './restate-url.ts';
import type { Fact, Mention, PercentageValue, PriceValue } from './types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const WRITTEN = new RegExp(NUMBER, 'u');
const SIGNS = new RegExp(`${PREFIX}|${SUFFIX}`, 'gu');
/** A part of the number is a word: "25 rb", "5 ευρώ και πενήντα λεπτά". */
const SPELLED = new RegExp(
  `\\d ?(?:k|m|bn|rb|ribu|jt|juta|тыс|млн|млрд|萬|千|億|هزار|میلیون|million|thousand|billion)|${NUMBER_WORD}`,
  'u',
);

interface Number {
  readonly folded: FoldedText;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function numberIn(typed: string): Number | undefined {
  const folded = foldText(typed);
  const match = WRITTEN.exec(folded.text);
  if (!match) return undefined;
  const { start, end } = folded.range(match.index, match.index + match[0].length);
  return { folded, start, end, text: typed.slice(start, end) };
}

/** The marks that the written number uses, and the locale's where it shows none. */
function marksOf(written: string, locale: string): { decimal: string; thousands: string; whole: boolean } {
  const style = numberStyle(locale);
  const fraction = /[.,٫](?=\p{Nd}{1,2}$)/u.exec(written)?.[0];
  const thousands = /[.,٬'\s](?=\p{Nd}{3})/u.exec(written)?.[0];
  const isBare = thousands === undefined && /\p{Nd}{4}/u.test(written);
  return {
    decimal: fraction ?? style.decimal,
    thousands: thousands ?? (isBare ? '' : style.thousands),
    whole: fraction === undefined,
  };
}

function inPlace(typed: string, number: Number, decimal: string, locale: string): string {
  const marks = marksOf(number.text, locale);
  const isWhole = marks.whole && /^\d+(?:\.0+)?$/.test(decimal);
  const printed = marked(isWhole ? trim(decimal) : decimal, marks);
  const digits = digitsOf(number.text);
  const right = digits === undefined ? printed : inDigits(printed, digits);
  return typed.slice(0, number.start) + right + typed.slice(number.end);
}

function restatePrice(mention: Mention, value: PriceValue, locale: string): string | undefined {
  const number = numberIn(mention.text);
  const isCompound = number !== undefined && /\p{Nd}/u.test(mention.text.slice(number.end));
  if (value === 'free' || !number || isCompound || SPELLED.test(number.folded.text)) return undefined;
  const signs = matchesOf(number.folded.text, SIGNS).flatMap((match) => candidates(match[0], locale));
  if (signs.includes(TOMAN) && value.currency === 'IRR')
    return inPlace(mention.text, number, trim(shift(value.amount, -1)), locale);
  const sameMoney = signs.includes(value.currency);
  return sameMoney
    ? inPlace(mention.text, number, printedPlaces(value.amount, value.currency), locale)
    : undefined;
}

const HAN = '〇一二三四五六七八九';
const HALF = '對折';

function restateZhe(typed: string, percent: string): string {
  const paid = trim(String(100 - Number(percent)));
  const digits = paid.endsWith('0') ? paid.slice(0, -1) : paid;
  const isHan = !/\p{Nd}/u.test(typed) && /^\d+$/.test(digits) && digits.length < typed.length;
  return `${isHan ? inDigits(digits, HAN) : digits}折`;
}

function restatePercentage(mention: Mention, value: PercentageValue, locale: string): string | undefined {
  if (mention.text.endsWith(HALF))
    return mention.text.slice(0, -HALF.length) + restateZhe(HALF, value.percent);
  if (mention.text.endsWith('折')) return restateZhe(mention.text, value.percent);
  const number = numberIn(mention.text);
  return number && inPlace(mention.text, number, trim(value.percent), locale);
}

const CLOCK = /^(\p{Nd}{1,2})([:.])\p{Nd}{2}$/u;

/** A clock of 24 hours keeps its mark and its digits. */
function restateTime({ text }: Mention, value: string): string | undefined {
  const mark = CLOCK.exec(text)?.[2];
  if (mark === undefined) return undefined;
  const digits = digitsOf(text);
  const right = value.replace(':', mark);
  return digits === undefined ? right : inDigits(right, digits);
}

function restateQuantity({ text }: Mention, value: string, locale: string): string | undefined {
  const number = numberIn(text);
  return number?.text === text.trim() ? inPlace(text, number, value, locale) : undefined;
}

/** "Before 18 May" is how a text says that the 17th is the last day. */
const dayNamed = ({ day }: Mention, value: string): string => (day === undefined ? value : dayFrom(value, 1));

/**
 * The fact's value in the mention's own form; undefined where that form cannot say it, such as a number that is spelled out,
 * an inflected name, or a bare day of a range for another month.
 */
export function restated(mention: Mention, fact: Fact, locale: string): string | undefined {
  switch (fact.kind) {
    case 'price':
      return restatePrice(mention, fact.value, locale);
    case 'percentage':
      return restatePercentage(mention, fact.value, locale);
    case 'date':
      return restateDate(mention, dayNamed(mention, fact.value), locale);
    case 'time':
      return restateTime(mention, fact.value);
    case 'url':
      return restateUrl(mention.text, fact.value);
    case 'phone':
      return restatePhone(mention.text, textOf(mention.readings[0] ?? ''), fact.value);
    case 'quantity':
      return restateQuantity(mention, fact.value, locale);
    case 'code':
    case 'name':
    case 'legal':
      return fact.value;
  }
}

/** The text that should stand in the mention's place: in its own form where that can say it, else in the locale's. */
export const restate = (mention: Mention, fact: Fact, locale: string): string =>
  restated(mention, fact, locale) ??
  printFact(fact.kind === 'date' ? { ...fact, value: dayNamed(mention, fact.value) } : fact, locale);
