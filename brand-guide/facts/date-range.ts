/** Ranges between dates: "4–17 May" is two dates that share a month, "28 May – 3 June 2027" two that share a year. */
import type { Day } from './calendar.ts';
import { fromJalali, isDay } from './calendar.ts';
import { listedAfter, listedBefore, listedBehind, onDay } from './date-list.ts';
import { numberOf } from './date-parts.ts';
import type { RangedDate, WrittenDate } from './date-parts.ts';
import { BETWEEN, JOIN, WEEKDAY } from './date-words.ts';
import { LETTER } from './lexicon.ts';
import { ORDINAL_DAY } from './ordinal-days.ts';
import { before } from './window.ts';

const ASIDE = `(?: ?\\( ?(?:${WEEKDAY}|[一二三四五六日]) ?\\))?`;
const BETWEEN_DATES = new RegExp(
  `^${ASIDE},? ?${JOIN} ?(?:the )?(?:(?<!${LETTER})(?:την|τισ|τη) )?(?:${WEEKDAY},? )?$`,
  'u',
);
const DAY_BEFORE = new RegExp(
  `(?<![\\d.,:/#_]|\\p{Sc} ?|${LETTER})(?<d>\\d{1,2}|${ORDINAL_DAY})(?:st|nd|rd|th|ησ|η|-?го|-?е|ام|\\.|日|號)? ?${JOIN} ?(?:the )?(?:(?<!${LETTER})(?:την|τισ|τη) )?(?:${WEEKDAY},? )?$`,
  'u',
);
const DAY_AFTER = new RegExp(
  `^ ?${JOIN} ?(?:the )?(?<d>\\d{1,2})(?<unit>st|nd|rd|th| ?[日號号])?(?!\\d|[:.,/]\\d| ?[%€$£]| :|月| ?[ap]m(?!${LETTER}))(?:,? (?<y>20\\d{2})(?!\\d))?`,
  'u',
);

const withYear = (days: readonly Day[], year: number | undefined): Day[] =>
  days.map((day) => (day.year === undefined ? { ...day, year } : day)).filter(isDay);

function joined(text: string, first: WrittenDate, second: WrittenDate): boolean {
  const match = BETWEEN_DATES.exec(text.slice(first.end, second.start));
  if (!match) return false;
  return match.groups?.['and'] === undefined || BETWEEN.test(before(text, first.start));
}

/** A Jalali day with the year of the other end of its range. */
function inYear(date: WrittenDate, year: number | undefined): WrittenDate {
  if (!date.jalali || date.jalali.year !== undefined || year === undefined) return date;
  const { month, day } = date.jalali;
  const found = fromJalali(year, month, day);
  return found ? { ...date, days: [found], jalali: { year, month, day } } : date;
}

/** The year that one end of a range lends to the other, across New Year where the months say so. */
function lend(first: WrittenDate, second: WrittenDate): [RangedDate, RangedDate] {
  if (first.jalali || second.jalali) {
    const year = second.jalali?.year ?? first.jalali?.year;
    return [
      { ...inYear(first, year), role: 'start' },
      { ...inYear(second, year), role: 'end' },
    ];
  }
  const [a] = first.days;
  const [b] = second.days;
  const isOver = a !== undefined && b !== undefined && a.month > b.month ? 1 : 0;
  const firstYear = a?.year ?? (b?.year === undefined ? undefined : b.year - isOver);
  const secondYear = b?.year ?? (a?.year === undefined ? undefined : a.year + isOver);
  return [
    { ...first, days: withYear(first.days, firstYear), role: 'start' },
    { ...second, days: withYear(second.days, secondYear), role: 'end' },
  ];
}

function dayBefore(text: string, date: WrittenDate): RangedDate[] {
  const from = Math.max(0, date.start - 24);
  const match = DAY_BEFORE.exec(text.slice(from, date.start));
  const day = numberOf(match?.groups?.['d']);
  const lastDay = date.jalali?.day ?? date.days[0]?.day;
  if (!match || lastDay === undefined || !(day >= 1 && day < lastDay)) return [];
  const start = from + match.index;
  if (match.groups?.['and'] !== undefined && !BETWEEN.test(before(text, start))) return [];
  return [
    {
      ...date,
      start,
      end: start + String(match.groups?.['d']).length,
      ...onDay(date, day),
      role: 'start',
    },
  ];
}

function dayAfter(text: string, date: WrittenDate): RangedDate[] {
  const match = DAY_AFTER.exec(text.slice(date.end, date.end + 32));
  const { d, y, and } = match?.groups ?? {};
  const day = Number(d ?? Number.NaN);
  const [first] = date.days;
  const isHan = date.style === 'han';
  const misses = isHan && !/[日號号]/.test(match?.groups?.['unit'] ?? '');
  if (!match || first === undefined || and !== undefined || misses || !(day > first.day && day <= 31))
    return [];
  const year = first.year ?? (y === undefined ? undefined : Number(y));
  const start = date.end + match[0].search(/\d/);
  const [end] = [{ ...first, year, day }].filter(isDay);
  return end ? [{ ...date, start, end: date.end + match[0].length, days: [end], role: 'end' }] : [];
}

/** Pairs what belongs together; the result is in text order. */
export function withRanges(text: string, dates: readonly WrittenDate[]): RangedDate[] {
  const result: RangedDate[] = [];
  for (const date of dates) {
    const last = result.at(-1);
    if (last && last.role === undefined && joined(text, last, date))
      result.splice(-1, 1, ...lend(last, date));
    else result.push(date);
  }
  return result.flatMap((date): RangedDate[] => {
    const leads = date.style === 'month-day' || date.style === 'han';
    if (date.role === 'end' || date.style === 'numeric') return [date];
    const behind = leads ? dayAfter(text, date) : [];
    const [end] = behind;
    if (end) return [{ ...date, days: withYear(date.days, end.days[0]?.year), role: 'start' }, end];
    if (date.style === 'han') return [date, ...listedBehind(text, date)];
    if (leads) return [date, ...listedAfter(text, date)];
    const ahead = dayBefore(text, date);
    if (ahead.length > 0) return [...ahead, { ...date, role: 'end' }];
    return [...listedBefore(text, date), date];
  });
}
