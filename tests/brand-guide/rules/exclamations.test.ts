import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const names = [{ id: 'yahoo', canonical: 'Yahoo!', forms: { zh: ['雅虎！'] } }];
const setting = (max: number, locale = 'en-US') => ({
  guide: { names, voice: { exclamationMax: max } },
  locale,
});

/** The most, the locale, the text, and each run that is found with what may stand instead. */
describe('finds', () => {
  test.each([
    [0, 'en-US', 'Mint is back!', [[12, 13, '.']]],
    [1, 'en-US', 'Back! Hurry!', [[11, 12, '.']]],
    [1, 'en-US', 'Back!!!', [[4, 7, '!']]],
    [
      2,
      'en-US',
      'A! B! C! D!',
      [
        [7, 8, '.'],
        [10, 11, '.'],
      ],
    ],
    [1, 'en-US', 'Really?! Yes!', [[12, 13, '.']]],
    [0, 'en-US', 'Really?!', [[6, 8, '?']]],
    [0, 'en-US', 'She said “Wow!”', [[13, 14, '.']]],
    [1, 'en-US', 'Now‼', [[3, 4, '!']]],
    [0, 'el-GR', 'Ήρθε η μέντα!', [[12, 13, '.']]],
    [1, 'ru-RU', 'Мята вернулась! Скорее!', [[22, 23, '.']]],
    [0, 'id-ID', 'Mint kembali! 🎉', [[12, 13, '.']]],
    [0, 'zh-TW', '薄荷回來了！！', [[5, 7, '。']]],
    [0, 'zh-TW', '謝謝您!', [[3, 4, '。']]],
    [1, 'zh-TW', '好！快來！', [[4, 5, '。']]],
    [0, 'fa-IR', 'نعنا برگشت!', [[10, 11, '.']]],
    [0, 'en-US', 'Yahoo!! Great', [[6, 7, '.']]],
  ])('more than %i in %s: %s', (max, locale, text, expected) => {
    const found = lintWith('exclamations', setting(max, locale), text);
    expect(found.map(({ start, end, suggestions }) => [start, end, suggestions?.[0]])).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    [1, 'en-US', 'Mint is back!'],
    [0, 'en-US', 'Mint is back.'],
    [0, 'en-US', 'Yahoo! writes about mint.'],
    [0, 'zh-TW', '雅虎！報導'],
    [0, 'en-US', 'See https://northwind.example/!mint and `a!`'],
    [0, 'en-US', 'Hi {{name!}}, x != y'],
    [3, 'en-US', 'One! Two! Three!'],
    [1, 'es-ES', '¡Hola!'],
    [2, 'ru-RU', 'Ура!!'],
    [2, 'fa-IR', 'نعنا! قهوه!'],
    [1, 'el-GR', 'Μέντα!'],
  ])('at most %i in %s: %s', (max, locale, text) => {
    expect(lintWith('exclamations', setting(max, locale), text)).toEqual([]);
  });

  test('any number where the guide sets none', () => {
    expect(lintWith('exclamations', { guide: {} }, 'Wow!!!')).toEqual([]);
  });

  test('a mark that belongs to a name of the campaign', () => {
    const facts: Fact[] = [{ id: 'drink', kind: 'name', value: 'Minty!' }];
    expect(lintWith('exclamations', { ...setting(0), facts }, 'Meet Minty! today')).toEqual([]);
  });
});

test('says how many there are and how many may be', () => {
  const [found] = lintWith('exclamations', setting(1), 'A! B! C!');
  expect(found?.message).toBe(
    '3 exclamation marks in this text, and the guide allows only 1; let the words do it.',
  );
});
