import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { fixWith, lintWith } from './lint-with.ts';

const eur = (amount: string): Fact => ({ id: 'price', kind: 'price', value: { amount, currency: 'EUR' } });
const usd: Fact = { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } };
const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '25', reduction: true } };
const ends: Fact = { id: 'ends', kind: 'date', role: 'end', value: '2027-05-17' };
const opens: Fact = { id: 'opens', kind: 'time', value: '19:30' };
const code: Fact = { id: 'code', kind: 'code', value: 'MINT20' };

/** Locale, facts, text, the ranges that contradict, and the text with every fix. */
const ROWS: readonly (readonly [
  string,
  readonly Fact[],
  string,
  readonly (readonly [number, number])[],
  string,
])[] = [
  ['en-US', [usd], 'A grande is $4.95.', [], 'A grande is $4.95.'],
  ['en-US', [usd], 'A grande is $5.49.', [[12, 17]], 'A grande is $4.95.'],
  ['en-US', [usd], '☕️ A grande is $5.49.', [[15, 20]], '☕️ A grande is $4.95.'],
  ['en-US', [usd], 'Route 66, 5 stars, 24/7.', [], 'Route 66, 5 stars, 24/7.'],
  ['el-GR', [eur('89.00')], 'Σκελετοί μόνο 98,00 €', [[14, 21]], 'Σκελετοί μόνο 89,00 €'],
  ['el-GR', [eur('89.00')], 'Σκελετοί μόνο 89 €', [], 'Σκελετοί μόνο 89 €'],
  ['ru-RU', [eur('89.00')], 'Оправы за 98,00 €', [[10, 17]], 'Оправы за 89,00 €'],
  ['fa-IR', [eur('89.00')], 'فقط ۹۸٫۰۰ یورو', [[4, 14]], 'فقط ۸۹٫۰۰ یورو'],
  ['zh-TW', [off], '全館八折', [[2, 4]], '全館75折'],
  ['zh-TW', [off], '全館75折', [], '全館75折'],
  ['id-ID', [off], 'Diskon 30% hari ini', [[7, 10]], 'Diskon 25% hari ini'],
  ['en-US', [ends], 'Until May 18.', [[6, 12]], 'Until May 17.'],
  ['en-GB', [ends], 'Until 17 May 2027.', [], 'Until 17 May 2027.'],
  ['en-US', [opens], 'Doors at 8 pm.', [[9, 13]], 'Doors at 7:30 pm.'],
  ['en-US', [opens], 'Doors at 7:30.', [], 'Doors at 7:30.'],
  ['ru-RU', [opens], 'Начало в 20:30', [[9, 14]], 'Начало в 19:30'],
  ['fa-IR', [opens], 'ساعت ۲۰:۳۰', [[5, 10]], 'ساعت ۱۹:۳۰'],
  ['id-ID', [opens], 'Buka pukul 09.00–21.00', [], 'Buka pukul 09.00–21.00'],
  ['en-US', [code], 'Use the code MINT2O.', [[13, 19]], 'Use the code MINT20.'],
  ['ru-RU', [code], 'Промокод МINТ20', [[9, 15]], 'Промокод MINT20'],
  ['en-US', [code], 'No code needed.', [], 'No code needed.'],
];

test.each(ROWS)('%s %j: %s', (locale, facts, text, ranges, fixed) => {
  const found = lintWith('fact-conflict', { guide: {}, locale, facts }, text);
  expect(found.map(({ start, end }) => [start, end])).toEqual(ranges);
  expect(fixWith('fact-conflict', { guide: {}, locale, facts }, text)).toBe(fixed);
});

test('a conflict blocks, names the fact and says what it is', () => {
  const [found] = lintWith('fact-conflict', { guide: {}, facts: [usd] }, 'A grande is $5.49.');
  expect(found).toMatchObject({
    gate: 'block',
    item: 'price',
    message: '"$5.49" contradicts "price", which is $4.95.',
  });
});
