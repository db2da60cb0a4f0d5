import { describe, expect, test } from 'vitest';
import { drawnOut, emojiWalls, fillerLines, padding } from '../../../brand-guide/engine/floods.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

const tags = (count: number, between = ' ') =>
  Array.from({ length: count }, (_, at) => `#Tag${at}`).join(between);

describe('what floods a text is found, and mended where nothing is lost', () => {
  test.each([
    ['en-US', 'Mint\n.\n.\n.\nSoon', [[5, 10]], 'Mint\n\nSoon'],
    ['en-US', 'Mint\n\n.\n\n.\n\nSoon', [[6, 10]], 'Mint\n\nSoon'],
    ['en-US', 'Mint\r\n•\r\n•\r\nSoon', [[6, 10]], 'Mint\n\nSoon'],
    ['en-US', '.\n.\nMint', [[0, 3]], 'Mint'],
    ['en-US', 'Mint\n·\n', [[5, 6]], 'Mint'],
    ['en-US', 'Mint\n\u2800\u2800\n\u2800\nSoon', [[5, 9]], 'Mint\n\nSoon'],
    ['en-US', 'Mint\n\u3164\nSoon', [[5, 6]], 'Mint\n\nSoon'],
    ['en-US', 'Mint\u200B\u200B\u200B is', [[4, 7]], 'Mint is'],
    ['en-US', 'Mint\u2800\u2800\u2800is', [[4, 7]], 'Mint is'],
    ['en-US', 'Mint \u2800 \u2800 is', [[5, 8]], 'Mint  is'],
    ['en-US', 'So 🎉🎉🎉🎉🎉🎉', [[3, 15]], 'So 🎉🎉🎉🎉🎉🎉'],
    ['en-US', '🌿 ☕️ 🥛 🧊 🌿 ☕️ new', [[0, 17]], '🌿 ☕️ 🥛 🧊 🌿 ☕️ new'],
    ['en-US', 'Sooooo', [[1, 6]], 'Sooooo'],
    ['en-US', 'YESSSS', [[2, 6]], 'YESSSS'],
    ['en-US', 'OoOoOOOO', [[0, 8]], 'OoOoOOOO'],
    ['el-GR', 'Ναιιιιι', [[2, 7]], 'Ναιιιιι'],
    [
      'ru-RU',
      'Урааааа\n.\n.\nСкидки',
      [
        [2, 7],
        [8, 11],
      ],
      'Урааааа\n\nСкидки',
    ],
    ['id-ID', 'Asyikkkk', [[4, 8]], 'Asyikkkk'],
    ['zh-TW', '新品\n。\n。\n到店', [[3, 6]], '新品\n\n到店'],
    ['fa-IR', 'سلاااام', [[2, 6]], 'سلاااام'],
    ['en-US', `Hi ${tags(11)}`, [[3, 69]], `Hi ${tags(11)}`],
    ['en-US', `Hi\n${tags(4, '\n')}`, [[3, 26]], `Hi\n${tags(4, '\n')}`],
  ])('%s: %j', (locale, text, ranges, fixed) => {
    const setting = { guide: {}, locale };
    expect(lintWith('caption-flood', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('caption-flood', setting, text)).toBe(fixed);
  });
});

describe('what is ordinary is left alone', () => {
  test.each([
    ['en-US', 'Mint.\n\n\nSoon…'],
    ['en-US', 'Wait... and see'],
    ['en-US', 'Aaa, hmm, brrr, zzz, www.northwind.com'],
    ['en-US', 'https://a.example/aaaaaa and #Sooooo and @hmmmmm'],
    ['en-US', '10000000 reasons'],
    ['en-US', `Mint ${tags(10)}`],
    ['en-US', `Mint\n${tags(3, '\n')}`],
    ['en-US', '🎉🎉🎉🎉🎉'],
    ['en-US', '👩‍👩‍👧‍👦'],
    ['en-US', '\uFEFFMint'],
    ['el-GR', 'Νέα γυαλιά.\n\nΤώρα.'],
    ['ru-RU', 'длинношеее'],
    ['zh-TW', '哈哈哈哈哈哈\n試戴'],
    ['ja-JP', 'ああああああ'],
    ['th-TH', 'ก\u200Bข'],
    ['fa-IR', 'می‌خواهم ســـــلام'],
  ])('%s: %j', (locale, text) => {
    expect(lintWith('caption-flood', { guide: {}, locale }, text)).toEqual([]);
  });

  test('a name may be spelt as its owner spells it', () => {
    const guide = { names: [{ id: 'zoom', canonical: 'Zoooom' }] };
    expect(lintWith('caption-flood', { guide }, 'With Zoooom.')).toEqual([]);
    expect(lintWith('caption-flood', { guide }, 'With Zooooom.')).toHaveLength(1);
  });
});

test('says how much of it there is', () => {
  const messages = ['A\n.\nB', 'A\n.\n.\nB', '🎉🎉🎉🎉🎉🎉🎉', 'Nooooo'].map(
    (text) => lintWith('caption-flood', { guide: {} }, text)[0]?.message,
  );
  expect(messages).toEqual([
    'A screen reader stops at a line that only makes room; leave an empty line.',
    'A screen reader stops at 2 lines that only make room; leave an empty line.',
    'A screen reader says all 7 emoji of this row; keep one or two.',
    'A letter 5 times in a row cannot be read out; write the word as it is.',
  ]);
});

test.each(['.', '.\n', '. ', '\u2800', '\u2800 ', '\u200B', 'a', 'aaab', '🎉', '🎉 ', ' \n'])(
  'stays linear over runs of %j',
  GROWTH,
  (piece) => {
    const read = (text: string) => [fillerLines(text), padding(text), emojiWalls(text), drawnOut(text)];
    expect(slowdown((size) => read(piece.repeat(size)), 2000)).toBeLessThan(LINEAR);
  },
);
