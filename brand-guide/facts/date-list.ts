/** Lists of days that share a month: "12, 13 and 14 June", 6月12日、13日. */
import { fromJalali } from './calendar.ts';
import type { WrittenDate } from './date-parts.ts';
import { LETTER } from './lexicon.ts';

/** The same month and year with another day. */
export function onDay(date: WrittenDate, day: number): Pick<WrittenDate, 'days' | 'jalali'> {
  if (!date.jalali) return { days: date.days.map((last) => ({ ...last, day })) };
  const { year, month } = date.jalali;
  const found = year === undefined ? undefined : fromJalali(year, month, day);
  return { days: found ? [found] : [], jalali: { ...date.jalali, day } };
}

const LISTED = new RegExp(
  `(?<![\\d.,:/#_]|\\p{Sc} ?|${LETTER})(?<days>(?:\\d{1,2}(?:st|nd|rd|th|-?го|-?е)?[,،] ){0,3}\\d{1,2}(?:st|nd|rd|th|-?го|-?е)?) (?:and|&|και|и|dan|و) (?:the )?$`,
  'u',
);
const LISTED_BEHIND = /^ ?[、和及與] ?(?<d>\d{1,2})[日號号]/u;

/** "12, 13 and 14 June": neighbouring days alone, for "3 and 12 June" may count three of something. */
export function listedBefore(text: string, date: WrittenDate): WrittenDate[] {
  const from = Math.max(0, date.start - 32);
  const match = LISTED.exec(text.slice(from, date.start));
  const lastDay = date.jalali?.day ?? date.days[0]?.day;
  if (!match || lastDay === undefined) return [];
  const days = [...(match.groups?.['days'] ?? '').matchAll(/\d+/gu)];
  if (!days.every(([day], at) => Number(day) === lastDay - days.length + at)) return [];
  return days.map((day) => {
    const start = from + match.index + day.index;
    return { ...date, start, end: start + day[0].length, ...onDay(date, Number(day[0])) };
  });
}

/** 6月12日、13日 */
export function listedBehind(text: string, date: WrittenDate): WrittenDate[] {
  const match = LISTED_BEHIND.exec(text.slice(date.end, date.end + 12));
  const day = Number(match?.groups?.['d'] ?? Number.NaN);
  if (!match || !(day <= 31)) return [];
  const end = date.end + match[0].length;
  const next: WrittenDate = { ...date, start: date.end + match[0].search(/\d/u), end, ...onDay(date, day) };
  return [next, ...listedBehind(text, next)];
}

const LISTED_AFTER =
  /^(?:, | and | & |, and )(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.,/-]\d| ?[%€$£]| ?[ap]\.?m| [a-z]+s(?![a-z]))/u;

/** "June 12, 13 and 14": neighbouring days alone. */
export function listedAfter(text: string, date: WrittenDate): WrittenDate[] {
  const match = LISTED_AFTER.exec(text.slice(date.end, date.end + 24));
  const [first] = date.days;
  const day = Number(match?.groups?.['d'] ?? Number.NaN);
  if (!match || first === undefined || day !== first.day + 1) return [];
  const end = date.end + match[0].length;
  const next: WrittenDate = { ...date, start: date.end + match[0].search(/\d/u), end, ...onDay(date, day) };
  return [next, ...listedAfter(text, next)];
}
