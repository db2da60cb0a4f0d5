/** Dates: by locale, script and calendar, with the roles start and end; relative ones stay unresolved. */
import { fromJalali, readDay, written } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Claims } from './claims.ts';
import { writtenDates } from './date-patterns.ts';
import { isEvent, isTimed } from './date-event.ts';
import { withRanges } from './date-range.ts';
import type { RangedDate } from './date-parts.ts';
import { behindDay, deadlineDay, isCountedFrom, isNotBefore } from './deadline.ts';
import { dateCues, relative, WEEKDAY } from './date-words.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { printDate } from './print-date.ts';
import type { DATE_ROLES, FactValue, Mention, ReadingContext } from './types.ts';
import { after, before, remembered } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

type JalaliDay = NonNullable<RangedDate['jalali']>;
type DateRole = (typeof DATE_ROLES)[number];
type Window = ReadingContext['window'];

/** The one year in which the day falls in the window; undefined where there is none or more than one. */
function yearInWindow(day: Day, window: Window): number | undefined {
  const [from, to] = [readDay(window?.from.slice(0, 10) ?? ''), readDay(window?.to.slice(0, 10) ?? '')];
  if (from?.year === undefined || to?.year === undefined || window === undefined) return undefined;
  const years: number[] = [];
  for (let year = from.year; year <= to.year && years.length < 2; year += 1) {
    const value = written({ ...day, year });
    if (value >= window.from.slice(0, 10) && value <= window.to.slice(0, 10)) years.push(year);
  }
  return years.length === 1 ? years[0] : undefined;
}

function jalaliInWindow({ month, day }: JalaliDay, window: Window): Day[] {
  const from = Number(window?.from.slice(0, 4) ?? Number.NaN) - 622;
  const found = [from, from + 1, from + 2]
    .flatMap((year) => fromJalali(year, month, day) ?? [])
    .filter(
      (one) => window && written(one) >= window.from.slice(0, 10) && written(one) <= window.to.slice(0, 10),
    );
  return found.length === 1 ? found : [];
}

function resolve(date: RangedDate, window: Window): string[] {
  const isYearless = date.jalali !== undefined && date.jalali.year === undefined;
  const days = isYearless && date.jalali ? jalaliInWindow(date.jalali, window) : date.days;
  return days.map((day) => written({ ...day, year: day.year ?? yearInWindow(day, window) }));
}

/** "Until 23:59 on 31 May", "by 5 pm on 4 June": the hour stands between the cue and its day. */
const HOUR_BEFORE = /\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?,? (?:on |στισ |pada )?$/u;
const WEEKDAY_BEFORE = new RegExp(`\\(?${WEEKDAY}\\)?,? ?(?:the |στισ )?$`, 'u');

const roleOf = remembered((ahead, behind) => {
  if (isNotBefore(ahead)) return 'start';
  if (dateCues.end.before.test(ahead) || dateCues.end.after.test(behind)) return 'end';
  return dateCues.start.before.test(ahead) || dateCues.start.after.test(behind) ? 'start' : undefined;
});

interface Told {
  readonly role?: DateRole | undefined;
  readonly day?: Mention['day'];
}

function toldAt(text: string, { start, end }: RangedDate): Told {
  const weekday = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const at = start - (weekday?.[0].length ?? 0);
  const hour = HOUR_BEFORE.exec(text.slice(Math.max(0, at - 16), at));
  const isHour = hour !== null && /[:.apm]/u.test(hour[0]);
  const ahead = before(text, isHour ? at - hour[0].length : at);
  const rest = after(text, end);
  if (isCountedFrom(ahead)) return {};
  const role = roleOf(ahead, behindDay(rest));
  const isWhole = !isHour && !isTimed(text.slice(end, end + 32));
  const day = isWhole ? deadlineDay(ahead, rest) : undefined;
  if (day !== undefined) return { role: 'end', day };
  if (role !== undefined) return { role };
  return isEvent(text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32))
    ? { role: 'event' }
    : {};
}

function findDates(text: FoldedText, { locale, window }: ReadingContext, claims: Claims): Mention[] {
  const dates = withRanges(text.text, writtenDates(text, locale)).map((date): Found => {
    const readings = resolve(date, window);
    const why = readings.length === 0 ? 'a day of the Jalali calendar without its year' : undefined;
    const { start, end } = date;
    return {
      kind: 'date',
      start,
      end,
      readings,
      ...(date.role ? { role: date.role } : toldAt(text.text, date)),
      unresolved: why,
    };
  });
  const relatives = matchesOf(text.text, relative).map((match): Found => ({
    kind: 'date',
    start: match.index,
    end: match.index + match[0].length,
    readings: [],
    unresolved: 'a date that depends on when it is read',
  }));
  return [...dates, ...relatives].flatMap((found) => claim(text, claims, found));
}

/** Equal days; by month and day where one of them has no year. */
function sameDay(a: FactValue, b: FactValue): boolean {
  const [one, other] = [readDay(textOf(a)), readDay(textOf(b))];
  if (one === undefined || other === undefined) return false;
  const sameYear = one.year === undefined || other.year === undefined || one.year === other.year;
  return sameYear && one.month === other.month && one.day === other.day;
}

export const date: FactFinder = {
  kind: 'date',
  find: findDates,
  equal: sameDay,
  print: (value, locale) => printDate(textOf(value), locale),
};
