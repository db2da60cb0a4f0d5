import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';
import { messageTold } from './message-told.ts';

const ends = (value: string) => ({ id: 'ends', kind: 'date', role: 'end', value }) as const;
const starts: Fact = { id: 'starts', kind: 'date', role: 'start', value: '2027-05-04' };
const WINDOW = { from: '2027-05-04', to: '2027-05-31' };

/** Locale, facts, the day, the text, and what is found. */
const ROWS: readonly (readonly [string, readonly Fact[], string, string, readonly string[]])[] = [
  ['en-GB', [ends('2027-05-17')], '2027-05-16', 'Until 17 May', []],
  ['en-GB', [ends('2027-05-17')], '2027-05-17', 'Until 17 May', []],
  ['en-GB', [ends('2027-05-17')], '2027-05-18', 'Until 17 May', ['17 May']],
  ['en-GB', [ends('2027-05-17')], '2027-05-18', '20% off', ['']],
  ['en-GB', [ends('2027-05-17'), { ...ends('2027-05-20'), id: 'b' }], '2027-05-18', '20% off', ['']],
  ['en-GB', [starts], '2027-05-18', 'From 4 May', []],
  ['en-GB', [starts], '2027-06-01', 'From 4 May', ['']],
  ['en-GB', [], '2027-05-31', '20% off', []],
  ['en-GB', [ends('--05-17')], '2027-05-18', 'Until 17 May', []],
  ['el-GR', [ends('2027-05-17')], '2027-05-18', 'Έως 17 Μαΐου', ['17 Μαΐου']],
  ['ru-RU', [ends('2027-05-17')], '2027-05-18', 'До 17 мая', ['17 мая']],
  ['id-ID', [ends('2027-05-17')], '2027-05-18', 'Hingga 17 Mei', ['17 Mei']],
  ['zh-TW', [ends('2027-05-17')], '2027-05-18', '至5月17日止', ['5月17日']],
  ['fa-IR', [ends('2027-05-31')], '2027-06-01', 'تا ۱۰ خرداد ۱۴۰۶', ['۱۰ خرداد ۱۴۰۶']],
];
test.each(ROWS)('%s %j on %s: %s', (locale, facts, day, text, expected) => {
  const setting = { guide: {}, locale, channel: 'x', facts, subject: { day, window: WINDOW } };
  const found = lintWith('offer-expired', setting, text);
  expect(found.map(({ evidence, gate, waivable }) => [evidence, gate, waivable])).toEqual(
    expected.map((evidence) => [evidence, 'block', false]),
  );
});

test('a date that only the message makes an end ends the offer', () => {
  const { role: _none, ...open } = ends('2027-05-17');
  const message = messageTold('en-GB', { body: '20% off until 17 May.' });
  const setting = { guide: {}, locale: 'en-GB', channel: 'x', facts: [open] };
  const on = (day: string, told = message) =>
    lintWith('offer-expired', { ...setting, subject: { day, message: told } }, 'Hello').length;
  expect([on('2027-05-17'), on('2027-05-18')]).toEqual([0, 1]);
  expect(on('2027-05-18', messageTold('en-GB', { body: 'On 17 May.' }))).toBe(0);
});
