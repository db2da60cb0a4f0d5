import { expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const required = { required: true } as const;
const eur: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' }, ...required };
const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '25', reduction: true }, ...required };
const ends: Fact = { id: 'ends', kind: 'date', value: '2027-03-31', ...required };
const code: Fact = { id: 'code', kind: 'code', value: 'LUMEN25', ...required };
const url: Fact = { id: 'book', kind: 'url', value: 'https://lumen.example/try', ...required };
const name: Fact = { id: 'name', kind: 'name', value: 'Lumen Home Trial', ...required };
const optional: Fact = { id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' } };

/** Locale, facts, text, and the facts that it misses: each is told where the text ends. */
const ROWS: readonly (readonly [string, readonly Fact[], string, readonly string[]])[] = [
  ['en-GB', [eur], 'Frames from €89.', []],
  ['en-GB', [eur], 'Frames for every face.', ['price']],
  ['en-GB', [optional], 'Frames for every face.', []],
  ['en-GB', [eur, ends], 'Until 31 March.', ['price']],
  ['en-GB', [eur, ends], '', ['price', 'ends']],
  ['el-GR', [eur, code], 'Σκελετοί 89,00 € με LUMEN25', []],
  ['el-GR', [eur, code], 'Σκελετοί 89,00 €', ['code']],
  ['ru-RU', [ends], 'До 31 марта', []],
  ['ru-RU', [ends], 'До конца марта', ['ends']],
  ['id-ID', [off], 'Diskon 25% untuk Anda', []],
  ['id-ID', [off], 'Diskon untuk Anda', ['off']],
  ['zh-TW', [off], '全館75折', []],
  ['zh-TW', [ends], '即日起', ['ends']],
  ['fa-IR', [eur], 'فقط ۸۹٫۰۰ یورو', []],
  ['fa-IR', [eur], 'فقط برای شما 👓', ['price']],
  ['en-GB', [url], 'Book at lumen.example/try today', []],
  ['en-GB', [url], 'Book today', ['book']],
  ['en-GB', [name], 'The Lumen Home Trial is on.', []],
  ['en-GB', [name], 'The trial is on.', ['name']],
];

test.each(ROWS)('%s %j: %s', (locale, facts, text, missing) => {
  const found = lintWith('fact-missing', { guide: {}, locale, facts }, text);
  expect(found.map(({ item }) => item)).toEqual(missing);
  for (const { start, end } of found) expect([start, end]).toEqual([text.length, text.length]);
});

test('a fact that the text contradicts is a conflict and not missing', () => {
  expect(lintWith('fact-missing', { guide: {}, locale: 'en-GB', facts: [eur] }, 'Frames €98.')).toEqual([]);
});

test('a link beside the text carries a link and nothing else', () => {
  const setting = {
    guide: {},
    locale: 'en-GB',
    facts: [url, code],
    subject: { link: 'https://lumen.example/try' },
  };
  expect(lintWith('fact-missing', setting, 'Book today').map(({ item }) => item)).toEqual(['code']);
});
