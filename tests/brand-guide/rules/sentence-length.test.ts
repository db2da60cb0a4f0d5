import { describe, expect, test } from 'vitest';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { lintWith } from './lint-with.ts';

const setting = (locale: string) => ({ guide: { readability: { sentenceMaxWords: 5 } }, locale });

describe('finds the whole sentence', () => {
  test.each([
    ['en-US', 'Our mint is back in town.', [[0, 25]]],
    ['en-US', 'Come in. Our mint is back in town! Bye.', [[9, 34]]],
    ['en-US', 'It opens at 5 p.m. on Monday.', [[0, 29]]],
    ['en-US', 'We don’t sell what we’d never drink.', [[0, 36]]],
    ['en-US', 'One two three four five six\n\nSeven.', [[0, 27]]],
    ['el-GR', 'Η μέντα μας είναι πάλι εδώ; Ναι.', [[0, 27]]],
    ['ru-RU', 'Наша мята снова с нами сегодня. Ура.', [[0, 31]]],
    ['id-ID', 'Mint kami sudah kembali lagi hari ini.', [[0, 38]]],
    ['zh-TW', '好。薄荷回來了，又涼又甜。', [[2, 13]]],
    ['fa-IR', 'نعنای ما دوباره برگشته است امروز. بله.', [[0, 33]]],
  ])('%s: %s', (locale, text, ranges) => {
    expect(lintWith('sentence-length', setting(locale), text).map(({ start, end }) => [start, end])).toEqual(
      ranges,
    );
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'Mint is back. Come in today.'],
    ['en-US', 'Ask Dr. Mint at five.'],
    ['en-US', 'See https://northwind.example/mint for more #a #b #c @d @e'],
    ['en-US', 'Hi {{first_name}} {{last_name}}, mint is back.'],
    ['en-US', 'One two three\n\nfour five six'],
    ['el-GR', 'Ήρθε η μέντα; Ναι, ήρθε χθες.'],
    ['ru-RU', 'Мята, т. е. чай, тут.'],
    ['id-ID', 'Mint kembali. Ayo coba sekarang juga.'],
    ['zh-TW', '薄荷回來了。又涼又甜。'],
    ['fa-IR', 'نعنا برگشت. می‌توانید امتحان کنید.'],
    ['en-US', ''],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('sentence-length', setting(locale), text)).toEqual([]);
  });

  test('anything where the guide sets no bound', () => {
    expect(lintWith('sentence-length', { guide: {} }, 'word '.repeat(90))).toEqual([]);
  });
});

test('says how many words there are', () => {
  const [found] = lintWith('sentence-length', setting('en-US'), 'Our mint is back in town.');
  expect(found?.message).toBe('This sentence has 6 words, and the guide allows 5; split it.');
});

test('a text ten times as long takes about ten times as long', GROWTH, () => {
  const prose = 'Our mint is back in town today. Come in.\n\n';
  const run = (size: number) => void lintWith('sentence-length', setting('en-US'), prose.repeat(size));
  expect(slowdown(run, 50)).toBeLessThan(LINEAR);
});
