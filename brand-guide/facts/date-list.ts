/** Lists of days that share a month: "12, 13 and 14 June", 6月12日、13日. */
import { fromJalali } from './calendar.ts';
import type { WrittenDate } from './date-parts.ts';
import data from './data/listed-days.json' with { type: 'json' };
import { WEEKDAY } from './date-words.ts';
import { anyOf, LETTER } from './lexicon.ts';
import { matchesOf } from '../engine/matches-of.ts';

const REACH = 48;

/** The same month and year with another day. */
export function onDay(date: WrittenDate, day: number): Pick<WrittenDate, 'days' | 'jalali'> {
  if (!date.jalali) return { days: date.days.map((last) => ({ ...last, day })) };
  const { year, month } = date.jalali;
  const found = year === undefined ? undefined : fromJalali(year, month, day);
  return { days: found ? [found] : [], jalali: { ...date.jalali, day } };
}

/** "Rooms 7 and 14 June": numbers of something. */
const NUMBERED = new RegExp(`(?<!${LETTER})${anyOf(data.numbered)} $`, 'u');
const WEEK = 7;
/** Days that rise by one each, by weeks, or, where each is an ordinal, in any way. */
const isSeries = (days: readonly number[], isOrdinal: boolean): boolean =>
  days.every((day) => day >= 1 && day <= 31) &&
  days.slice(1).every((day, at) => {
    const step = day - (days[at] ?? day);
    return step > 0 && (isOrdinal || step === 1 || step % WEEK === 0);
  });
const ORDINALS = /^(?:\d{1,2}(?:st|nd|rd|th|-?го|-?е)(?:[,،] |$))+$/u;

const LISTED = new RegExp(
  `(?<![\\d.,:/#_]|\\p{Sc} ?|${LETTER})(?<days>(?:\\d{1,2}(?:st|nd|rd|th|-?го|-?е)?[,،] ){0,3}\\d{1,2}(?:st|nd|rd|th|-?го|-?е)?),? (?:and|&|or|και|η|и|или|dan|atau|و|یا) (?:the )?$`,
  'u',
);
/** "12, 13, 14 June": three at least, without an "and". */
const SPACED = new RegExp(`(?<![\\d.,:/#_]|\\p{Sc} ?|${LETTER}|[,،] )(?<days>(?:\\d{1,2}[,،] ){2,5})$`, 'u');
const NEXT_DAYS = '(?: ?[、和及與] ?\\d{1,2}){1,6} ?[日號号]';
const LISTED_BEHIND = new RegExp(`^ ?[、和及與] ?(?<d>\\d{1,2})(?: ?[日號号]|(?=${NEXT_DAYS}))`, 'u');

/** "Saturday 12 and Sunday 13 June": a day of the week tells that each is a day. */
const ON_WEEKDAY = new RegExp(
  `${WEEKDAY}\\.?,? (?:the )?(?<days>\\d{1,2}(?:st|nd|rd|th|-?го|-?е)?) (?:and|&|or|και|η|и|или|dan|atau|و|یا) (?:the )?(?:в |την |το )?${WEEKDAY}\\.?,? (?:the )?$`,
  'u',
);

/**
 * "12, 13 and 14 June", "7, 14 and 21 June": neighbouring days or the same day of the week, and "3rd and 12th June";
 * for "3 and 12 June" may count three of something.
 */
export function listedBefore(text: string, date: WrittenDate): WrittenDate[] {
  const from = Math.max(0, date.start - REACH);
  const ahead = text.slice(from, date.start);
  const onWeekday = ON_WEEKDAY.exec(ahead);
  const match = onWeekday ?? LISTED.exec(ahead) ?? SPACED.exec(ahead);
  const lastDay = date.jalali?.day ?? date.days[0]?.day;
  if (!match || lastDay === undefined) return [];
  if (NUMBERED.test(ahead.slice(0, match.index))) return [];
  const days = matchesOf(match.groups?.['days'] ?? '', /\d+/gu);
  const at = from + ahead.indexOf(match.groups?.['days'] ?? '', match.index);
  const isOrdinal = onWeekday !== null || ORDINALS.test(match.groups?.['days'] ?? '');
  if (!isSeries([...days.map(([day]) => Number(day)), lastDay], isOrdinal)) return [];
  return days.map((day) => {
    const start = at + day.index;
    return { ...date, start, end: start + day[0].length, ...onDay(date, Number(day[0])) };
  });
}

/** 6月12日、13日 */
export function listedBehind(text: string, date: WrittenDate): WrittenDate[] {
  const match = LISTED_BEHIND.exec(text.slice(date.end, date.end + 32));
  const day = Number(match?.groups?.['d'] ?? Number.NaN);
  if (!match || !(day <= 31)) return [];
  const end = date.end + match[0].length;
  const next: WrittenDate = { ...date, start: date.end + match[0].search(/\d/u), end, ...onDay(date, day) };
  return [next, ...listedBehind(text, next)];
}

const LISTED_AFTER =
  /^(?:, | and | & |, and | or )(?:the )?(?<d>\d{1,2})(?<nth>st|nd|rd|th)?(?!\d|[:.,/-]\d| ?[%€$£]| ?[ap]\.?m| [a-z]+s(?![a-z]))/u;

/** "June 12, 13 and 14", "June 7 and 14", "June 3rd and 12th". */
export function listedAfter(text: string, date: WrittenDate): WrittenDate[] {
  const match = LISTED_AFTER.exec(text.slice(date.end, date.end + 24));
  const [first] = date.days;
  const day = Number(match?.groups?.['d'] ?? Number.NaN);
  const isOrdinal =
    match?.groups?.['nth'] !== undefined && /\d(?:st|nd|rd|th)$/u.test(text.slice(date.end - 3, date.end));
  if (!match || first === undefined || !isSeries([first.day, day], isOrdinal)) return [];
  const end = date.end + match[0].length;
  const next: WrittenDate = { ...date, start: date.end + match[0].search(/\d/u), end, ...onDay(date, day) };
  return [next, ...listedAfter(text, next)];
}
