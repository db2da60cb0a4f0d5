import { describe, expect, test } from 'vitest';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

const guide = {
  names: [{ id: 'mint', canonical: 'Mint mint' }],
  vocabulary: { terms: [{ id: 'shave', term: 'ice ice', status: 'admitted' as const }] },
};

describe('finds and mends', () => {
  test.each([
    ['en-US', 'In the the morning', [[3, 10]], 'In the morning'],
    ['en-US', 'The the mint', [[0, 7]], 'The mint'],
    ['en-US', 'The The Mint', [[0, 7]], 'The Mint'],
    ['en-US', 'in the\nthe morning', [[3, 10]], 'in the\nmorning'],
    ['en-US', 'over tea\ntea.', [[5, 12]], 'over tea.'],
    ['en-US', 'the the the cup', [[0, 11]], 'the cup'],
    [
      'en-US',
      'for for you you',
      [
        [0, 7],
        [8, 15],
      ],
      'for you',
    ],
    ['en-US', 'OUR OUR MINT', [[0, 7]], 'OUR MINT'],
    ['en-US', "we don’t don't mind", [[3, 14]], 'we don’t mind'],
    ['en-US', 'cafe\u0301 café here', [[0, 10]], 'cafe\u0301 here'],
    ['el-GR', 'Καφές και και νερό', [[6, 13]], 'Καφές και νερό'],
    ['el-GR', 'Το το πρωί', [[0, 5]], 'Το πρωί'],
    ['ru-RU', 'Кофе на на вынос', [[5, 10]], 'Кофе на вынос'],
    ['ru-RU', 'Ёлка елка', [[0, 9]], 'Ёлка'],
    ['id-ID', 'Kopi yang yang segar', [[5, 14]], 'Kopi yang segar'],
    ['zh-TW', '請下載app app享優惠', [[3, 10]], '請下載app享優惠'],
    ['fa-IR', 'عینک را را ببین', [[5, 10]], 'عینک را ببین'],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    const found = lintWith('repeated-word', { guide, locale }, text);
    expect(found.map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('repeated-word', { guide, locale }, text)).toBe(fixed);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'All that she had had was that that cup had a very very good foam.'],
    ['en-US', 'Duran Duran, Bora Bora'],
    ['en-US', 'Mint, mint. Mint! mint'],
    ['en-US', 'First the cup\n\ncup of mint'],
    ['en-US', '10 10 and #mint #mint, @a @a'],
    ['en-US', 'A Mint mint and an ice ice'],
    ['en-US', 'so-so, well-well, mint–mint'],
    ['en-US', 'is isle, the them'],
    ['el-GR', 'Σιγά σιγά, λίγο λίγο, πόρτα πόρτα'],
    ['el-GR', 'Ο φίλος του του έδωσε'],
    ['ru-RU', 'Да да, очень очень, чуть чуть'],
    ['id-ID', 'Hati-hati, pelan pelan, anak anak, kupu-kupu'],
    ['zh-TW', '看看、常常、謝謝，慢慢來'],
    ['zh-TW', '好 好 看'],
    ['fa-IR', 'کم کم، یواش یواش، به به، دسته دسته'],
    ['de-DE', 'dass die die Tasse'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('repeated-word', { guide, locale }, text)).toEqual([]);
  });
});

test('in a quotation the single word is only suggested', () => {
  const [found] = lintWith('repeated-word', { guide }, 'He said “the the mint”');
  expect(found).toMatchObject({ evidence: 'the the', suggestions: ['the'] });
  expect(found).not.toHaveProperty('fix');
});

test('a text ten times as long takes about ten times as long', GROWTH, () => {
  expect(
    slowdown((size) => void lintWith('repeated-word', { guide }, 'the '.repeat(size)), 2_000),
  ).toBeLessThan(LINEAR);
});
