import { expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';
import type { Setting } from './lint-with.ts';

type About = NonNullable<Setting['subject']>;

const JUNE = { window: { from: '2027-06-01', to: '2027-06-30' } };
/** Across New Year: 31 December 2027 is a Friday, 1 January 2028 a Saturday. */
const WINTER = { window: { from: '2027-12-15', to: '2028-01-15' } };

/** Locale, text, the weekday that is wrong and the right one in its form; 12 June 2027 is a Saturday. */
const WRONG: [locale: string, text: string, wrong: string, right: string, about?: About][] = [
  ['en-GB', 'Doors open Friday 12 June 2027.', 'Friday', 'Saturday'],
  ['en-US', 'Fri, June 12, 2027', 'Fri', 'Sat'],
  ['en-GB', '☕️ Until Sunday, 12 June', 'Sunday', 'Saturday', JUNE],
  ['en-GB', '12 June 2027 (Sunday)', 'Sunday', 'Saturday'],
  ['en-GB', 'On 12 June 2027, Friday.', 'Friday', 'Saturday'],
  ['en-GB', 'Saturday 31 December', 'Saturday', 'Friday', WINTER],
  ['el-GR', 'Έως την Παρασκευή 12 Ιουνίου 2027', 'Παρασκευή', 'Σάββατο'],
  ['el-GR', 'Κυριακή, 12 Ιουνίου', 'Κυριακή', 'Σάββατο', JUNE],
  ['ru-RU', 'До пятницы 12 июня 2027 года', 'пятницы', 'субботы'],
  ['ru-RU', 'В пятницу, 12 июня', 'пятницу', 'субботу', JUNE],
  ['ru-RU', '12 июня 2027 (воскресенье)', 'воскресенье', 'суббота'],
  ['id-ID', 'Sampai Jumat, 12 Juni 2027', 'Jumat', 'Sabtu'],
  ['id-ID', 'Minggu 12 Juni 2027', 'Minggu', 'Sabtu'],
  ['zh-TW', '2027年6月12日（週五）截止', '週五', '週六'],
  ['zh-TW', '6月12日(日)', '日', '六', JUNE],
  ['zh-TW', '2027年6月12日星期五', '星期五', '星期六'],
  ['fa-IR', 'تا جمعه ۲۲ خرداد ۱۴۰۶', 'جمعه', 'شنبه'],
  ['fa-IR', 'یک‌شنبه ۱۲ ژوئن ۲۰۲۷', 'یک‌شنبه', 'شنبه'],
];
test.each(WRONG)('%s %s', (locale, text, wrong, right, subject = {}) => {
  const found = lintWith('weekday-mismatch', { guide: {}, locale, subject }, text);
  const start = text.lastIndexOf(wrong);
  expect(found.map(({ start: from, end, gate, suggestions }) => [from, end, gate, suggestions])).toEqual([
    [start, start + wrong.length, 'block', [right]],
  ]);
});

/** Right, or too open to tell. */
const SILENT: [locale: string, text: string, about?: About][] = [
  ['en-GB', 'Saturday 12 June 2027'],
  ['en-GB', 'Friday 12 June'],
  ['en-GB', 'Friday 12 June', { window: { from: '2026-01-01', to: '2028-12-31' } }],
  ['en-GB', 'Monday to Friday, 12 June 2027'],
  ['en-GB', 'Saturday and Sunday 12 June 2027 too', JUNE],
  ['en-GB', 'Ends 12 June 2027. Friday is free.'],
  ['en-GB', 'Until 12 June 2027, Monday to Friday'],
  ['en-GB', 'Friday 4 – Sunday 6 June 2027'],
  ['en-GB', 'Friday 11/06 at the latest'],
  ['el-GR', 'Σάββατο 12 Ιουνίου 2027'],
  ['el-GR', 'Δευτέρα έως Παρασκευή 12 Ιουνίου 2027'],
  ['ru-RU', 'в субботу 12 июня 2027 года'],
  ['ru-RU', 'с понедельника по пятницу, 12 июня 2027'],
  ['id-ID', 'Sabtu, 12 Juni 2027'],
  ['zh-TW', '2027年6月12日（六）'],
  ['zh-TW', '週一至週五，6月12日', JUNE],
  ['fa-IR', 'شنبه ۲۲ خرداد ۱۴۰۶'],
  ['fa-IR', 'یک شنبه ۲۳ خرداد ۱۴۰۶'],
  ['fa-IR', 'سه‌شنبه ۲۵ خرداد ۱۴۰۶'],
];
test.each(SILENT)('%s leaves %s alone', (locale, text, subject = {}) => {
  expect(lintWith('weekday-mismatch', { guide: {}, locale, subject }, text)).toEqual([]);
});

test('says what the day is, in words of the locale', () => {
  const [found] = lintWith('weekday-mismatch', { guide: {}, locale: 'el-GR' }, 'Παρασκευή 12 Ιουνίου 2027');
  expect(found?.message).toBe(
    '“Παρασκευή” is not the day of 12 Ιουνίου 2027, which is a Σάββατο; correct the day or the date.',
  );
});
