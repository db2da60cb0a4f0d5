/** A date's right value as the text writes it: its order, marks, digits and calendar. */
import fa from './data/fa.json' with { type: 'json' };
import { readDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { jalaliMonths } from './date-words.ts';
import { textOf } from './finder.ts';
import { foldWord } from './fold.ts';
import { languageOf } from './lexicon.ts';
import { readHan } from './numbers.ts';
import { hasOrdinalDay } from './ordinal-days.ts';
import { printDate } from './print-date.ts';
import { digitsOf, inDigits } from './print-number.ts';
import { toJalali } from './to-jalali.ts';
import type { Mention } from './types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const SPELLED = /\p{L}/u;
const HAN_DATE =
  /^(?:(?<roc>民國 ?)?(?<y>\p{Nd}{2,4}) ?年 ?)?(?<m>\p{Nd}{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?<d>\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})(?= ?[日號号])/u;
const NUMERIC = /^(?<a>\p{Nd}{1,4})(?<s>[/.-])(?<b>\p{Nd}{1,2})\k<s>(?<c>\p{Nd}{1,4})$/u;
const HAN = '〇一二三四五六七八九';
const REPUBLIC = 1911;
const ASCII = '0123456789';

const ascii = (digits: string): number => Number(foldWord(digits));

function han(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones] : ''}`;
}

/** A number in the digits and with the width of another. */
function like(written: string, number: number): string {
  if (readHan(written) !== undefined && !/\p{Nd}/u.test(written)) return han(number);
  const padded =
    /^\p{Nd}{2}$/u.test(written) && ascii(written) < 10 ? String(number).padStart(2, '0') : String(number);
  const digits = digitsOf(written);
  return digits === undefined ? padded : inDigits(padded, digits);
}

/** 民國116年6月12日 and 六月十二日 stay so. */
function restateHan(typed: string, { year, month, day }: Day): string | undefined {
  const match = HAN_DATE.exec(typed);
  const { y, m, d } = match?.groups ?? {};
  if (!match || m === undefined || d === undefined || (y !== undefined && year === undefined))
    return undefined;
  const isRepublic = y !== undefined && ascii(y) < 1000;
  const right = [
    y === undefined ? '' : like(y, (year ?? 0) - (isRepublic ? REPUBLIC : 0)),
    like(m, month),
    like(d, day),
  ];
  const written = [y ?? '', m, d];
  let at = 0;
  let text = typed;
  for (const [index, old] of written.entries()) {
    if (old === '') continue;
    const start = text.indexOf(old, at);
    text = text.slice(0, start) + (right[index] ?? '') + text.slice(start + old.length);
    at = start + (right[index] ?? '').length;
  }
  return text;
}

/** 17/05/2027, 2027-05-17, ۱۴۰۶/۰۳/۱۰: the same order, as the old value shows it. */
function restateNumeric(typed: string, was: Day, right: Day): string | undefined {
  const { a, b, c, s } = NUMERIC.exec(typed)?.groups ?? {};
  if (a === undefined || b === undefined || c === undefined || s === undefined || right.year === undefined)
    return undefined;
  const isJalali = [a, c].some((part) => ascii(part) >= 1300 && ascii(part) < 1500);
  const [old, now] = isJalali ? [toJalali(was), toJalali(right)] : [was, right];
  if (!old || now?.year === undefined) return undefined;
  const yearFirst = [...a].length === 4;
  const [first, last] = yearFirst ? [b, c] : [a, b];
  const isDayFirst = !yearFirst && ascii(first) === old.day && ascii(last) === old.month;
  const fits = isDayFirst || (ascii(first) === old.month && ascii(last) === old.day);
  if (!fits) return undefined;
  // 17/05 is padded; 17/5 is not, nor will 3/6 be.
  const width = [first, last].some((part) => [...part].length === 1) ? '1' : '01';
  const padded = (number: number): string => like(inDigits(width, digitsOf(first) ?? ASCII), number);
  const pair = isDayFirst ? [now.day, now.month] : [now.month, now.day];
  const year = yearFirst ? a : c;
  const years = like(year, [...year].length === 2 ? now.year % 100 : now.year);
  return (yearFirst ? [years, ...pair.map(padded)] : [...pair.map(padded), years]).join(s);
}

const SUFFIX = /^(?:st|nd|rd|th)(?!\p{L})/iu;
const ordinal = (day: number): string =>
  new Map([
    [1, 'st'],
    [2, 'nd'],
    [3, 'rd'],
  ]).get(Math.floor(day / 10) === 1 ? 0 : day % 10) ?? 'th';

/** Only the day is written anew, with its English ending. */
function restateDay(typed: string, day: number): string {
  const at = matchesOf(typed, /\p{Nd}+/gu).find(({ 0: part }) => [...part].length <= 2);
  if (!at) return String(day);
  const rest = typed.slice(at.index + at[0].length);
  const suffix = SUFFIX.exec(rest)?.[0];
  return (
    typed.slice(0, at.index) +
    like(at[0], day) +
    (suffix === undefined ? rest : ordinal(day) + rest.slice(suffix.length))
  );
}

const hasJalaliMonth = (typed: string): boolean =>
  [...jalaliMonths.keys()].some((month) => foldWord(typed).includes(month));

function restateJalali(typed: string, was: Day, right: Day): string | undefined {
  const [old, now] = [toJalali(was), toJalali(right)];
  if (!old || !now) return undefined;
  const hasYear = /\p{Nd}{4}/u.test(typed);
  if (old.month === now.month && (!hasYear || old.year === now.year)) return restateDay(typed, now.day);
  const month = fa.jalaliMonths[now.month - 1]?.[0] ?? '';
  const printed = `${now.day} ${month}${hasYear ? ` ${now.year}` : ''}`;
  const digits = digitsOf(typed);
  return digits === undefined ? printed : inDigits(printed, digits);
}

/** "31 марта 2027 года", "31 марта 2027 г." */
const YEAR_WORD = /(?<=\p{Nd})[ \u00A0](?:года?|г\.?)$/iu;

const BARE = /^\p{Nd}{1,2}$/u;

/** Undefined where the text's own form cannot say it, such as a bare day of a range for another month. */
export function restateDate({ text, readings }: Mention, value: string, locale: string): string | undefined {
  const [was, right] = [readDay(textOf(readings[0] ?? '')), readDay(value)];
  if (!was || !right) return undefined;
  if (hasOrdinalDay(text)) return undefined;
  if (hasJalaliMonth(text)) return restateJalali(text, was, right);
  if (/月/u.test(text)) return restateHan(text, right);
  if (NUMERIC.test(text)) return restateNumeric(text, was, right);
  if (!SPELLED.test(text) && !BARE.test(text)) return undefined;
  const hasYear = /\p{Nd}{4}/u.test(text);
  const sameMonth = was.month === right.month && (!hasYear || was.year === right.year);
  if (sameMonth) return restateDay(text, right.day);
  const sameLanguage = languageOf(locale)
    .months.flat()
    .some((month) => foldWord(text).includes(foldWord(month)));
  if (BARE.test(text) || !sameLanguage) return undefined;
  return printDate(value, locale, hasYear) + (YEAR_WORD.exec(text)?.[0] ?? '');
}
