/** Rule: a weekday named beside a date is that date's weekday. */
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';
import { readDay, weekday } from '../facts/calendar.ts';
import { textOf } from '../facts/finder.ts';
import { foldText } from '../facts/fold.ts';
import type { FoldedText } from '../facts/fold.ts';
import { printDate } from '../facts/print-date.ts';
import type { Mention } from '../facts/types.ts';
import { mayNameWeekday, weekdayBeside, weekdayLike } from '../facts/weekday-beside.ts';

/** Monday 1 to Sunday 7; undefined where the year is not known. */
function weekdayOf(value: string): number | undefined {
  const day = readDay(value);
  return day?.year === undefined ? undefined : weekday(day.year, day.month, day.day);
}

/** 4 January 2021 was one. */
const MONDAY = 4;
const nameOf = (number: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2021, 0, MONDAY + number - 1)),
  );

function* mismatches(
  part: Part,
  folded: FoldedText,
  dates: readonly Mention[],
  locale: string,
): Iterable<Report> {
  for (const date of dates) {
    const [reading, another] = date.readings;
    if (reading === undefined || another !== undefined) continue;
    const value = textOf(reading);
    const right = weekdayOf(value);
    const said = right === undefined ? undefined : weekdayBeside(folded, date);
    if (right === undefined || said === undefined || said.number === right) continue;
    const { start, end } = said;
    const written = part.text.slice(start, end);
    const better = weekdayLike(written, right);
    const message = `“${written}” is not the day of ${printDate(value, locale)}, which is a ${nameOf(right, locale)}; correct the day or the date.`;
    yield { field: part.field, start, end, message, ...(better !== undefined && { suggestions: [better] }) };
  }
}

function* check({ subject, mentions }: RuleContext): Iterable<Report> {
  for (const part of subject.parts) {
    const folded = foldText(part.text);
    if (!mayNameWeekday(folded)) continue;
    const dates = mentions(part).filter(({ kind }) => kind === 'date');
    yield* mismatches(part, folded, dates, subject.locale);
  }
}

export const weekdayMismatch: Rule = {
  meta: {
    id: 'weekday-mismatch',
    says: 'A weekday beside a date is the day on which that date falls.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the weekday right before or after a date with the calendar, in English, Greek, Russian, Indonesian, Chinese and Persian, Jalali dates too. A date without a year is read in the campaign’s window; where its year stays open, or the weekday ends a span (“Monday to Friday, 12 June”), nothing is said. Either may be wrong, so the right weekday is only suggested.',
    campaign: true,
    options: [],
    examples: [
      {
        guide: {},
        locale: 'en-GB',
        accept: ['Saturday 12 June 2027', 'Friday 12 June', 'Monday to Friday, 12 June 2027'],
        reject: [{ text: 'Friday 12 June 2027', evidence: 'Friday' }],
      },
      {
        guide: {},
        locale: 'fa-IR',
        accept: ['شنبه ۲۲ خرداد ۱۴۰۶'],
        reject: [{ text: 'جمعه ۲۲ خرداد ۱۴۰۶', evidence: 'جمعه' }],
      },
      {
        guide: {},
        locale: 'zh-TW',
        subject: { window: { from: '2027-06-01', to: '2027-06-30' } },
        accept: ['6月12日（週六）', '6月12日(六)'],
        reject: [{ text: '6月12日（週五）', evidence: '週五' }],
      },
    ],
  },
  check,
};
