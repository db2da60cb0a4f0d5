/** A fact's right value in the text's own format: `5,49 €` becomes `4,95 €`, `۵٫۴۹` keeps its Persian digits. */
import { textOf } from './finder.ts';
import { readDay } from './calendar.ts';
import { candidates, PREFIX, SUFFIX, TOMAN } from './currency.ts';
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import { NUMBER, numberStyle, shift, trim } from './numbers.ts';
import { printDate } from './print-date.ts';
import { digitsOf, inDigits, marked, printedPlaces } from './print-number.ts';
import { printFact } from './print.ts';
import type { Fact, Mention, PercentageValue, PriceValue } from './types.ts';

const WRITTEN = new RegExp(NUMBER, 'u');
const SIGNS = new RegExp(`${PREFIX}|${SUFFIX}`, 'gu');
const MULTIPLIED =
  /\d ?(?:k|m|bn|rb|ribu|jt|juta|тыс|млн|млрд|萬|千|億|هزار|میلیون|million|thousand|billion)/u;

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
  if (value === 'free' || !number || isCompound || MULTIPLIED.test(number.folded.text)) return undefined;
  const signs = [...number.folded.text.matchAll(SIGNS)].flatMap((match) => candidates(match[0], locale));
  if (signs.includes(TOMAN) && value.currency === 'IRR')
    return inPlace(mention.text, number, trim(shift(value.amount, -1)), locale);
  const sameMoney = signs.includes(value.currency);
  return sameMoney
    ? inPlace(mention.text, number, printedPlaces(value.amount, value.currency), locale)
    : undefined;
}

function restateZhe(percent: string): string {
  const paid = trim(String(100 - Number(percent)));
  return `${paid.endsWith('0') ? paid.slice(0, -1) : paid}折`;
}

function restatePercentage(mention: Mention, value: PercentageValue, locale: string): string | undefined {
  if (mention.text.endsWith('折')) return restateZhe(value.percent);
  const number = numberIn(mention.text);
  return number && inPlace(mention.text, number, trim(value.percent), locale);
}

/** Only the day differs: only the day is written anew. */
function restateDay(mention: Mention, day: number): string {
  const digits = digitsOf(mention.text);
  const right = digits === undefined ? String(day) : inDigits(String(day), digits);
  const parts = [...mention.text.matchAll(/\p{Nd}+/gu)].filter(({ 0: part }) => part.length <= 2);
  const at = /月/u.test(mention.text) ? parts.at(-1) : parts[0];
  return at ? mention.text.slice(0, at.index) + right + mention.text.slice(at.index + at[0].length) : right;
}

const SPELLED = /\p{L}/u;

const pad = (number: number): string => String(number).padStart(2, '0');

function restateNumeric(typed: string, value: string): string {
  const day = readDay(value);
  const mark = /[/.-]/.exec(typed)?.[0] ?? '/';
  return day ? `${day.year ?? ''}${mark}${pad(day.month)}${mark}${pad(day.day)}` : value;
}

function restateDate(mention: Mention, value: string, locale: string): string | undefined {
  const [said] = mention.readings;
  const [was, right] = [readDay(textOf(said ?? '')), readDay(value)];
  if (!was || !right) return undefined;
  const hasYear = /\p{Nd}{4}/u.test(mention.text);
  const sameYear = !hasYear || was.year === right.year;
  const isWordy = SPELLED.test(mention.text) || /^\p{Nd}{1,2}$/u.test(mention.text);
  if (was.month === right.month && sameYear && isWordy) return restateDay(mention, right.day);
  if (isWordy) return /^\p{Nd}{1,2}$/u.test(mention.text) ? undefined : printDate(value, locale, hasYear);
  return /^\p{Nd}{4}/u.test(mention.text)
    ? restateNumeric(mention.text, value)
    : printDate(value, locale, hasYear);
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

/** The text that should stand in the mention's place. */
export function restate(mention: Mention, fact: Fact, locale: string): string {
  switch (fact.kind) {
    case 'price':
      return restatePrice(mention, fact.value, locale) ?? printFact(fact, locale);
    case 'percentage':
      return restatePercentage(mention, fact.value, locale) ?? printFact(fact, locale);
    case 'date':
      return restateDate(mention, fact.value, locale) ?? printFact(fact, locale);
    case 'time':
      return restateTime(mention, fact.value) ?? printFact(fact, locale);
    default:
      return printFact(fact, locale);
  }
}
