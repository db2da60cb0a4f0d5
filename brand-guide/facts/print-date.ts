/** Dates in a locale's own words. */
import { readDay } from './calendar.ts';
import { languageOf } from './lexicon.ts';
import { numberStyle } from './numbers.ts';
import { localDigits } from './print-number.ts';

/** `17 May 2027`, `May 17`, `5月17日`, `۱۷ مه`; the year is left out where the value has none or `withYear` is false. */
export function printDate(value: string, locale: string, withYear = true): string {
  const read = readDay(value);
  if (read === undefined) return value;
  const { print, language } = languageOf(locale);
  const month = print.months[read.month - 1] ?? '';
  const year = withYear && read.year !== undefined ? String(read.year) : undefined;
  if (language === 'en' && numberStyle(locale).date === 'mdy')
    return `${month} ${read.day}${year === undefined ? '' : `, ${year}`}`;
  const pattern = year === undefined ? print.date : print.dateYear;
  const printed = pattern
    .replace('{d}', String(read.day))
    .replace('{month}', month)
    .replace('{y}', year ?? '');
  return localDigits(printed, locale);
}
