/** What the patterns of dates share: the shape of a date found, its edge, the order of its numbers. */
import { isDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { LETTER } from './lexicon.ts';
import { numberStyle, readHan } from './numbers.ts';
import { ordinalDay } from './ordinal-days.ts';

/** A date in the folded text. Several days where the order of numbers is anybody's guess. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly days: readonly Day[];
  readonly style: 'day-month' | 'month-day' | 'numeric' | 'han' | 'jalali';
  /** A day and month of the Jalali calendar, whose `days` are empty where no year is known. */
  readonly jalali?: { readonly year?: number; readonly month: number; readonly day: number };
}

export interface RangedDate extends WrittenDate {
  readonly role?: 'start' | 'end';
}

export const EDGE = `(?<!\\d|\\d[.,:/]|${LETTER}|[_#@])`;

export const numberOf = (text: string | undefined): number =>
  text === undefined
    ? Number.NaN
    : /^\d+$/.test(text)
      ? Number(text)
      : (readHan(text) ?? ordinalDay(text) ?? Number.NaN);

export type Groups = Readonly<Record<string, string | undefined>>;
type Style = WrittenDate['style'];

export function dated(match: RegExpExecArray, style: Style, days: readonly Day[]): WrittenDate[] {
  const valid = days.filter(isDay);
  return valid.length === 0
    ? []
    : [{ start: match.index, end: match.index + match[0].length, days: valid, style }];
}

export function orders(a: number, b: number, locale: string): Pick<Day, 'month' | 'day'>[] {
  const order = numberStyle(locale).date;
  const dayFirst = { month: b, day: a };
  const monthIsFirst = { month: a, day: b };
  if (a > 12 || a === b) return [dayFirst];
  if (b > 12) return [monthIsFirst];
  return order === 'dmy' ? [dayFirst] : order === 'mdy' ? [monthIsFirst] : [dayFirst, monthIsFirst];
}
