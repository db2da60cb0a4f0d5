/** A date in the asked form, its day and its digits kept. */
import { readDay } from '../../facts/calendar.ts';
import type { Day } from '../../facts/calendar.ts';
import { languageOf } from '../../facts/lexicon.ts';
import { digitsOf, inDigits } from '../../facts/print-number.ts';
import type { Mention } from '../../facts/types.ts';
import type { NumberForm } from '../../schema/style.ts';

type Form = NonNullable<NumberForm['date']>;

const pad = (number: number): string => String(number).padStart(2, '0');

/** The form in which a date is written; undefined for what no guide asks for, such as a bare day or the Jalali calendar. */
function formOf(text: string, { month, day }: Day): Form | undefined {
  if (/月/u.test(text)) return 'y年m月d日';
  if (/\p{L}{3}/u.test(text)) {
    if (/^\p{Nd}/u.test(text)) return 'd-month-y';
    return /^\p{L}/u.test(text) ? 'month-d-y' : undefined;
  }
  const [first = '', second = '', third = ''] = text.match(/\p{Nd}+/gu) ?? [];
  if (second === '') return undefined;
  if (first.length === 4) return text.includes('-') ? 'y-mm-dd' : undefined;
  if (text.includes('.')) return third === '' ? undefined : 'dd.mm.y';
  if (!text.includes('/')) return undefined;
  // One figure tells the order unless day and month are the same.
  return numberOf(first) === day && numberOf(second) === month ? 'dd/mm/y' : 'mm/dd/y';
}

const ZEROS: readonly number[] = [0x30, 0x660, 0x6f0, 0xff10];

function numberOf(digits: string): number {
  return Array.from(digits).reduce((sum, one) => {
    const point = one.codePointAt(0) ?? 0;
    return sum * 10 + point - (ZEROS.find((zero) => point >= zero && point < zero + 10) ?? point);
  }, 0);
}

function joined(parts: readonly (string | undefined)[], mark: string): string {
  return parts.filter((part) => part !== undefined).join(mark);
}

/** Undefined where the form cannot say it: a day without its year, a month's name first in another language than English. */
function print(
  { month, day }: Day,
  year: string | undefined,
  asked: Form,
  locale: string,
): string | undefined {
  const { print: words, language } = languageOf(locale);
  const name = words.months[month - 1] ?? '';
  switch (asked) {
    case 'd-month-y':
      return language === 'zh' ? undefined : joined([String(day), name, year], ' ');
    case 'month-d-y':
      return language === 'en' ? joined([`${name} ${day}`, year], ', ') : undefined;
    case 'dd/mm/y':
      return joined([pad(day), pad(month), year], '/');
    case 'mm/dd/y':
      return joined([pad(month), pad(day), year], '/');
    case 'dd.mm.y':
      return joined([pad(day), pad(month), year], '.');
    case 'y-mm-dd':
      return year === undefined ? undefined : joined([year, pad(month), pad(day)], '-');
    case 'y年m月d日':
      return `${year === undefined ? '' : `${year}年`}${month}月${day}日`;
  }
}

/** The year as far as the text shows it; null where it shows another one, as other calendars do. */
function yearShown(text: string, year: number | undefined): string | undefined | null {
  const runs = text.match(/\p{Nd}+/gu) ?? [];
  const long = runs.find((run) => run.length === 4);
  if (long !== undefined) return numberOf(long) === year ? String(year) : null;
  const short = runs.length === 3 ? runs[2] : undefined;
  if (short === undefined || year === undefined) return undefined;
  return numberOf(short) === year % 100 ? String(year) : null;
}

/** What to write, or undefined where it is right or cannot be told. */
export function dayIn(
  { text, readings, unresolved }: Mention,
  asked: Form,
  locale: string,
): string | undefined {
  const [only] = readings;
  const day =
    readings.length === 1 && typeof only === 'string' && unresolved === undefined ? readDay(only) : undefined;
  const form = day && formOf(text, day);
  if (!day || form === undefined || form === asked) return undefined;
  const year = yearShown(text, day.year);
  if (year === null) return undefined;
  const right = print(day, year, asked, locale);
  const script = digitsOf(text);
  return right === undefined || script === undefined ? right : inDigits(right, script);
}
