import { describe, expect, test } from 'vitest';
import { mendArticle, takesAn } from '../../../brand-guide/engine/article.ts';
import { caseInPlace, likeCase } from '../../../brand-guide/engine/letter-case.ts';

describe('a replacement takes the case of what it replaces', () => {
  test.each([
    ['guest', 'Customer', 'en', 'Guest'],
    ['guest', 'CUSTOMER', 'en', 'GUEST'],
    ['guest', 'customer', 'en', 'guest'],
    ['iPhone', 'phone', 'en', 'iPhone'],
    ['δωρεάν', 'ΤΖΑΜΠΑ', 'el-GR', 'ΔΩΡΕΑΝ'],
    ['όμορφος', 'Ωραίος', 'el-GR', 'Όμορφος'],
    ['ёлка', 'Ель', 'ru-RU', 'Ёлка'],
    ['您', '你', 'zh-TW', '您'],
    ['izmir', 'Ankara', 'tr', 'İzmir'],
    ['use', 'A', 'en', 'Use'],
    ['good value', 'Low Price', 'en', 'Good Value'],
    ['friend of coffee', 'Coffee Addict', 'en', 'Friend of Coffee'],
    ['ρολόι', 'ΩΡΑ', 'el-GR', 'ΡΟΛΟΪ'],
    ['Ηλεκτρικός', 'ΡΕΥΜΑ', 'el-GR', 'ΗΛΕΚΤΡΙΚΟΣ'],
  ])('%s for %s in %s: %s', (replacement, original, locale, expected) => {
    expect(likeCase(replacement, original, locale)).toBe(expected);
  });
});

test.each([
  ['television', 'TV', 'our TV here', 4, 6, 'television'],
  ['television', 'TV', 'TV here', 0, 2, 'Television'],
  ['television', 'TV', 'Good. TV here', 6, 8, 'Television'],
  ['kamu', 'Anda', 'untuk Anda', 6, 10, 'kamu'],
  ['kamu', 'Anda', 'UNTUK ANDA', 6, 10, 'KAMU'],
])('%s for the word %s as it stands in %s', (replacement, own, text, start, end, expected) => {
  expect(caseInPlace(replacement, own, text, { start, end }, 'en')).toBe(expected);
});

describe('the article follows the sound', () => {
  test.each([
    ['apple', true],
    ['hour', true],
    ['honest word', true],
    ['unit', false],
    ['European', false],
    ['one-off', false],
    ['umbrella', true],
    ['MP3', true],
    ['PDF', false],
    ['8-pack', true],
    ['18th', true],
    ['guest', false],
    ['useful', false],
    ['unimportant', true],
    ['uniform', false],
    ['X-ray', true],
    ['U-turn', false],
    ['FAQ', true],
    ['onerous', true],
    ['heirloom', true],
    ['SMS', true],
    ['VIP', false],
    ['11 cups', true],
    ['110 cups', false],
    ['', false],
  ])('%s', (word, an) => {
    expect(takesAn(word)).toBe(an);
  });

  test.each([
    ['A cheap one', 2, 7, 'affordable', 'An affordable one'],
    ['An awful one', 3, 8, 'bad', 'A bad one'],
    ['Banana cheap', 7, 12, 'affordable', 'Banana affordable'],
    ['a good cheap one', 7, 12, 'affordable', 'a good affordable one'],
  ])('%s', (text, start, end, replacement, expected) => {
    const fix = mendArticle(text, { start, end, text: replacement });
    expect(text.slice(0, fix.start) + fix.text + text.slice(fix.end)).toBe(expected);
  });
});
