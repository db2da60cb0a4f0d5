import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { NumberForm } from '../../../brand-guide/schema/style.ts';
import { fixWith, lintWith } from './lint-with.ts';

type Row = readonly [form: NumberForm, locale: string, text: string, ranges: string, fixed: string];

const AHEAD: NumberForm = { currency: { position: 'before', space: false } };
const BEHIND: NumberForm = { currency: { position: 'after', space: true } };
const POINT: NumberForm = { decimal: '.', thousands: ',' };
const COMMA: NumberForm = { decimal: ',', thousands: '.' };
const SPACED: NumberForm = { decimal: ',', thousands: ' ' };

const same = (form: NumberForm, locale: string, text: string): Row => [form, locale, text, '', text];

const AMOUNTS: readonly Row[] = [
  [AHEAD, 'en-IE', 'Only 89.00 €!', '5-12', 'Only €89.00!'],
  [AHEAD, 'en-IE', '€ 89', '0-4', '€89'],
  [BEHIND, 'el-GR', 'Μόνο €89,00', '5-11', 'Μόνο 89,00\u00A0€'],
  [BEHIND, 'el-GR', '89€', '0-3', '89\u00A0€'],
  [POINT, 'en-IE', '1.234,50 € and 4,95 €', '0-10 15-21', '1,234.50 € and 4.95 €'],
  [COMMA, 'id-ID', 'Rp25,000 dan 12.5%', '0-8 13-18', 'Rp25.000 dan 12,5%'],
  [SPACED, 'ru-RU', '1.234.567 ₽ и 12345 ₽', '0-11 14-21', '1\u00A0234\u00A0567 ₽ и 12\u00A0345 ₽'],
  [{ ...AHEAD, ...POINT }, 'zh-TW', '特價 1.234,50 €', '3-13', '特價 €1,234.50'],
  [{ decimal: '.' }, 'fa-IR', '۸۹٫۵ یورو', '0-9', '۸۹.۵ یورو'],
  [{ thousands: 'none' }, 'en-US', '$12,345', '0-7', '$12345'],
  [{ ...AHEAD, currency: { position: 'before', space: true } }, 'id-ID', 'Rp25.000', '0-8', 'Rp\u00A025.000'],
  same(BEHIND, 'el-GR', '89,00 € και 89\u202F€'),
  same(SPACED, 'ru-RU', '1234 ₽, 12\u202F345 ₽'),
  same({ ...AHEAD, ...POINT }, 'en-US', '$4.95, $1,234, 20%, 5 euros, USD 5, free'),
  same({ ...BEHIND, ...COMMA }, 'en-US', '$5k, version 2.0, 1,234 people, $1.2 million'),
  same(BEHIND, 'ru-RU', '5 руб., 89 евро'),
];

const DAYS: readonly Row[] = [
  [{ date: 'd-month-y' }, 'en-US', 'Until May 17, 2027.', '6-18', 'Until 17 May 2027.'],
  [{ date: 'd-month-y' }, 'en-GB', 'Until 17/05/2027', '6-16', 'Until 17 May 2027'],
  [{ date: 'month-d-y' }, 'en-US', 'Until 17 May', '6-12', 'Until May 17'],
  [{ date: 'dd/mm/y' }, 'el-GR', 'Έως 31 Μαρτίου 2027', '4-19', 'Έως 31/03/2027'],
  [{ date: 'd-month-y' }, 'el-GR', 'Έως 31/3/2027', '4-13', 'Έως 31 Μαρτίου 2027'],
  [{ date: 'dd.mm.y' }, 'ru-RU', 'до 31 марта 2027', '3-16', 'до 31.03.2027'],
  [{ date: 'd-month-y' }, 'id-ID', 'hingga 31/03/2027', '7-17', 'hingga 31 Maret 2027'],
  [{ date: 'y年m月d日' }, 'zh-TW', '至2027-03-31止', '1-11', '至2027年3月31日止'],
  [{ date: 'y-mm-dd' }, 'zh-TW', '至2027年3月31日止', '1-11', '至2027-03-31止'],
  [{ date: 'd-month-y' }, 'fa-IR', 'تا ۲۰۲۷/۰۳/۳۱', '', 'تا ۲۰۲۷/۰۳/۳۱'],
  same({ date: 'd-month-y' }, 'en-GB', '17 May, 17th May 2027, 12–15 May'),
  same({ date: 'd-month-y' }, 'en-US', 'May 12–15'),
  same({ date: 'y-mm-dd' }, 'en-US', 'Until May 17'),
  same({ date: 'month-d-y' }, 'ru-RU', 'до 31 марта'),
  same({ date: 'd-month-y' }, 'en', 'On 05/06/2027'),
  same({ date: 'dd/mm/y' }, 'en-GB', 'Tomorrow, Monday, in May'),
];

const TIMES: readonly Row[] = [
  [{ time: '24h' }, 'en-GB', 'At 7 pm or 7:30 p.m. sharp', '3-7 11-20', 'At 19:00 or 19:30 sharp'],
  [{ time: '24h' }, 'en-GB', '12 am, 12:15 PM', '0-5 7-15', '00:00, 12:15'],
  [{ time: '24h' }, 'en-GB', 'Come at 7 p.m. We wait.', '8-13', 'Come at 19:00. We wait.'],
  [{ time: '24h' }, 'en-GB', 'From 7–9 pm', '7-11', 'From 7–9 pm'],
  [{ time: '24h' }, 'el-GR', 'Στις 7:30 μ.μ. εδώ', '5-14', 'Στις 19:30 εδώ'],
  [{ time: '12h' }, 'en-US', 'At 19:30 and 00:15', '3-8 13-18', 'At 7:30 pm and 12:15 am'],
  [{ time: '12h' }, 'en-US', 'At 20:00', '3-8', 'At 8 pm'],
  same({ time: '12h' }, 'en-US', 'At 9:30, 12:00 or 7 pm, 1:23:45, 16:9'),
  same({ time: '24h' }, 'en-GB', '19:30, I am, 5 amps, #7pm'),
  same({ time: '12h' }, 'ru-RU', 'В 19:30'),
];

describe.each([
  ['amounts', AMOUNTS],
  ['dates', DAYS],
  ['times', TIMES],
] as const)('%s', (_, rows) => {
  test.each(rows)('%o in %s: %s', (form, locale, text, ranges, fixed) => {
    const setting = { guide: { numbers: { '*': form } }, locale };
    const found = lintWith('number-format', setting, text);
    expect(found.map(({ start, end }) => `${start}-${end}`).join(' ')).toBe(ranges);
    expect(fixWith('number-format', setting, text)).toBe(fixed);
  });
});

test.each([...AMOUNTS, ...DAYS])('the fix keeps every fact: %o in %s: %s', (form, locale, text) => {
  const findings = lintWith('number-format', { guide: { numbers: { '*': form } }, locale }, text);
  const read = (one: string) => findMentions(one, { locale });
  expect(applyFixes(text, findings, read).left.filter((one) => one.fix)).toEqual([]);
});

test('a locale’s own entry goes before its language’s', () => {
  const numbers = { en: AHEAD, 'en-IE': BEHIND };
  expect(fixWith('number-format', { guide: { numbers }, locale: 'en-IE' }, '€89')).toBe('89\u00A0€');
  expect(lintWith('number-format', { guide: { numbers: { el: BEHIND } }, locale: 'en-US' }, '€89')).toEqual(
    [],
  );
});
