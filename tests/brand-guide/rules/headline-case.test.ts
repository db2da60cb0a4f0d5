import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Casing } from '../../../brand-guide/schema/style.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

type Row = readonly [casing: Casing, locale: string, text: string, ranges: string, fixed: string];

const AP: Casing = { headline: 'title', style: 'ap' };
const CHICAGO: Casing = { headline: 'title', style: 'chicago' };
const SENTENCE: Casing = { headline: 'sentence' };
const NAMES = [{ id: 'mint', canonical: 'Java Mint Frappé' }];

const same = (casing: Casing, locale: string, text: string): Row => [casing, locale, text, '', text];

const TITLES: readonly Row[] = [
  [AP, 'en-US', 'our coolest frappé yet', '0-22', 'Our Coolest Frappé Yet'],
  [AP, 'en-US', 'A Walk In The Park', '7-13', 'A Walk in the Park'],
  [AP, 'en-US', 'The Cup To live For', '8-15', 'The Cup to Live For'],
  [AP, 'en-US', 'Mint: the Story', '6-9', 'Mint: The Story'],
  [AP, 'en-US', 'What is new?', '5-11', 'What Is New?'],
  [AP, 'en-US', 'Coffee with mint', '7-16', 'Coffee With Mint'],
  [CHICAGO, 'en-US', 'Coffee With mint', '7-16', 'Coffee with Mint'],
  [AP, 'en-US', 'A Well-known cup', '7-16', 'A Well-Known Cup'],
  [AP, 'en-US', 'What we waited for', '5-18', 'What We Waited For'],
  same(AP, 'en-US', 'Sign In to Your Café, Check In at 5pm'),
  same(AP, 'en-US', 'The State-of-the-Art iPhone by NASA'),
  same(AP, 'en-US', 'Pre-order Now'),
  same(AP, 'en-US', 'MINT IS BACK'),
  same(AP, 'en-US', 'Try #javaMint at n.example for @me'),
  same(AP, 'en-US', 'Don’t Stop — It’s Mint'),
  same({ ...AP, exceptions: ['e-mail', 'eBay', 'adidas'] }, 'en-US', 'The adidas Cup'),
  same(AP, 'en-US', 'Open 7 a.m. to 9 pm, With a 12 oz Cup and Rock ’n’ Roll'),
  same(AP, 'el-GR', 'διάλεξε σκελετούς'),
];

const SENTENCES: readonly Row[] = [
  [SENTENCE, 'en-US', 'meet Java Mint', '0-4', 'Meet Java Mint'],
  [SENTENCE, 'en-US', 'Our Best And Most Loved Cup', '4-27', 'Our Best And Most Loved Cup'],
  [SENTENCE, 'en-US', 'Made For You And Me', '5-19', 'Made for you and me'],
  [SENTENCE, 'en-US', 'A cup For everyone', '6-9', 'A cup for everyone'],
  [SENTENCE, 'ru-RU', 'выберите пять Оправ И Скидки', '0-8 14-28', 'Выберите пять Оправ И Скидки'],
  [SENTENCE, 'ru-RU', 'Очки Для всех', '5-8', 'Очки для всех'],
  [SENTENCE, 'el-GR', 'Όλα Για Σας', '4-11', 'Όλα για σας'],
  [SENTENCE, 'id-ID', 'Pilih Yang Baru', '6-15', 'Pilih yang baru'],
  same(SENTENCE, 'en-US', 'Meet Anna at Northwind. New in May'),
  same(SENTENCE, 'en-US', 'I think I know NASA’s iPhone'),
  same(SENTENCE, 'en-US', 'The Java Mint Frappé'),
  same(SENTENCE, 'ru-RU', 'Москва и Петербург: Новые очки'),
  same(SENTENCE, 'id-ID', 'Kopi dari Aceh dan Toraja'),
  same(SENTENCE, 'en-US', '5 frames at home'),
  same(SENTENCE, 'en-US', 'Refills until 10 a.m. at every café'),
  same(SENTENCE, 'en-US', 'It was hot; we had mint'),
  same(SENTENCE, 'en-US', '{{first_name}}, your mint is here'),
  same(SENTENCE, 'en-US', 'Who won? 🎉 @anna_k, write to us'),
  [SENTENCE, 'en-US', 'See n.example. 🎉 Back! our mint', '24-27', 'See n.example. 🎉 Back! Our mint'],
  same(SENTENCE, 'en-US', 'Mint is back 🍓 Save this'),
  same(SENTENCE, 'en-US', 'Mango and mocha\n\nWhich one?'),
  same(SENTENCE, 'id-ID', 'Simpan yang paling Anda suka'),
  same(SENTENCE, 'ru-RU', 'Рады видеть Вас и Ваших близких; ждём'),
  same(SENTENCE, 'ru-RU', 'Объясняет к. м. н. Петров'),
  [SENTENCE, 'id-ID', 'anda suka kopi', '0-4', 'Anda suka kopi'],
  [SENTENCE, 'el-GR', 'Τι λες; έλα', '8-11', 'Τι λες; Έλα'],
];

describe.each([
  ['title case', TITLES],
  ['sentence case', SENTENCES],
] as const)('%s', (_, rows) => {
  test.each(rows)('%o in %s: %s', (casing, locale, text, ranges, fixed) => {
    const setting = { guide: { casing, names: NAMES }, locale, field: 'headline' };
    const found = lintWith('headline-case', setting, text);
    expect(found.map(({ start, end }) => `${start}-${end}`).join(' ')).toBe(ranges);
    expect(fixWith('headline-case', setting, text)).toBe(fixed);
  });
});

describe('of other parts only the first line that stands alone is a headline', () => {
  test.each([
    ['a mint to Love\n\nWe made it.', '0-1'],
    ['A mint we made.\nOn and on', ''],
    ['a mint', ''],
  ])('%s', (text, ranges) => {
    const found = lintWith('headline-case', { guide: { casing: { body: 'sentence' } }, field: 'body' }, text);
    expect(found.map(({ start, end }) => `${start}-${end}`).join(' ')).toBe(ranges);
  });
});

test('a word that the text writes small is no name', () => {
  const guide = { meta: { name: { full: 'Test' } }, casing: SENTENCE };
  const [found] = lint(compileGuide(guide, { locale: 'en-US' }), {
    parts: [
      { field: 'headline', text: 'Garden Mint And Cocoa' },
      { field: 'body', text: 'With garden mint and dark cocoa.' },
    ],
    locale: 'en-US',
  });
  expect(found?.fix?.text).toBe('mint and cocoa');
});

test.each(['subject', 'title', 'heading'])('%s is a headline', (field) => {
  expect(lintWith('headline-case', { guide: { casing: AP }, field }, 'our cup')).toHaveLength(1);
});

test('is not made for scripts without case', () => {
  const guide = { meta: { name: { full: 'Test' } }, casing: SENTENCE };
  expect(compileGuide(guide, { locale: 'zh-TW' }).notChecked.map(({ rule }) => rule)).toEqual([
    'headline-case',
  ]);
});

test('time grows with the text', GROWTH, () => {
  const setting = { guide: { casing: SENTENCE }, field: 'headline' };
  const run = (size: number) => void lintWith('headline-case', setting, 'For You '.repeat(size / 8));
  expect(slowdown(run, 5_000)).toBeLessThan(LINEAR);
});
