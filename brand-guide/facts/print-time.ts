/** Times of day in a locale's own form. */
import { languageOf } from './lexicon.ts';
import { localDigits } from './print-number.ts';

const NOON = 12;

/** `19:30` as `7:30 pm` in English, `19.30` in Indonesian, `۱۹:۳۰` in Persian. */
export function printTime(value: string, locale: string): string {
  const [hour = '', minute = ''] = value.split(':');
  const { language } = languageOf(locale);
  if (language === 'id') return `${hour}.${minute}`;
  if (language !== 'en') return localDigits(value, locale);
  const inHalf = Number(hour) % NOON === 0 ? NOON : Number(hour) % NOON;
  const minutes = minute === '00' ? '' : `:${minute}`;
  return `${inHalf}${minutes} ${Number(hour) < NOON ? 'am' : 'pm'}`;
}
