/** The Jalali day of a Gregorian one, found by the other way round. */
import { fromJalali } from './calendar.ts';
import type { Day } from './calendar.ts';

const MONTHS = 12;
const DAY = 86_400_000;
const AHEAD = 621;

const stamp = ({ year = 0, month, day }: Day): number => Date.UTC(year, month - 1, day) / DAY;

/** Undefined without a year, and outside the years 1300 to 1500. */
export function toJalali(date: Day): (Day & { readonly year: number }) | undefined {
  if (date.year === undefined) return undefined;
  const at = stamp(date);
  for (const year of [date.year - AHEAD, date.year - AHEAD - 1])
    for (let month = MONTHS; month >= 1; month -= 1) {
      const first = fromJalali(year, month, 1);
      if (first && stamp(first) <= at) return { year, month, day: at - stamp(first) + 1 };
    }
  return undefined;
}
