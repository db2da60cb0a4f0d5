import { describe, expect, test } from 'vitest';
import type { Person } from '../../../brand-guide/schema/style.ts';
import { lintWith } from './lint-with.ts';

const setting = (person: readonly Person[], locale: string) => ({ guide: { voice: { person } }, locale });
const ranges = (person: readonly Person[], locale: string, text: string) =>
  lintWith('person', setting(person, locale), text).map(({ start, end, evidence }) => [start, end, evidence]);

/** The persons that are written, the locale, the text, the ranges found. */
describe('finds', () => {
  test.each([
    [['second'], 'en-US', 'Today I roast', [[6, 7, 'I']]],
    [
      ['first-plural'],
      'en-US',
      'I love my mint.',
      [
        [0, 1, 'I'],
        [7, 9, 'my'],
      ],
    ],
    [
      ['first-plural'],
      'en-US',
      "I’m here and I'll stay",
      [
        [0, 3, 'I’m'],
        [13, 17, "I'll"],
      ],
    ],
    [
      ['second'],
      'en-US',
      'Our mint, made by us: we care',
      [
        [0, 3, 'Our'],
        [18, 20, 'us'],
        [22, 24, 'we'],
      ],
    ],
    [['second'], 'en-US', 'JOIN US NOW', [[5, 7, 'US']]],
    [
      ['first-plural'],
      'en-US',
      'You and your friends',
      [
        [0, 3, 'You'],
        [8, 12, 'your'],
      ],
    ],
    [['second'], 'en-US', 'He told them', [[0, 2, 'He']]],
    [
      ['second'],
      'el-GR',
      'Ο καφές μας και ΕΜΕΙΣ',
      [
        [8, 11, 'μας'],
        [16, 21, 'ΕΜΕΙΣ'],
      ],
    ],
    [['first-plural'], 'el-GR', 'Η δική σου μέντα', [[2, 10, 'δική σου']]],
    [
      ['second'],
      'ru-RU',
      'Мы варим наш кофе',
      [
        [0, 2, 'Мы'],
        [9, 12, 'наш'],
      ],
    ],
    [
      ['first-plural'],
      'ru-RU',
      'Я пью твоё какао',
      [
        [0, 1, 'Я'],
        [6, 10, 'твоё'],
      ],
    ],
    [
      ['second'],
      'id-ID',
      'Kami dan saya',
      [
        [0, 4, 'Kami'],
        [9, 13, 'saya'],
      ],
    ],
    [['second'], 'ru-RU', 'Он варит кофе.', [[0, 2, 'Он']]],
    [['second'], 'id-ID', 'Mereka menyeduh.', [[0, 6, 'Mereka']]],
    [['second'], 'zh-TW', '他喝', [[0, 1, '他']]],
    [['first-plural'], 'id-ID', 'Untuk Anda, dari dia', [[6, 10, 'Anda']]],
    [['second'], 'zh-TW', '我們為您沖咖啡', [[0, 2, '我們']]],
    [
      ['first-plural'],
      'zh-TW',
      '我為你們沖，他喝',
      [
        [0, 1, '我'],
        [2, 4, '你們'],
      ],
    ],
    [['second'], 'fa-IR', 'قهوه ما برای شما', [[5, 7, 'ما']]],
    [['first-plural'], 'fa-IR', 'من و آن ها', [[0, 2, 'من']]],
  ] as const)('unless %j in %s: %s', (person, locale, text, expected) => {
    expect(ranges(person, locale, text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    [['first-plural', 'second'], 'en-US', 'We made it for you. Thank you!'],
    [['first-plural'], 'en-US', 'A guest says: “I love my mint, thank you.”'],
    [['second'], 'en-US', 'Show them to your people, and send back theirs'],
    [['second'], 'ru-RU', 'Кофе готов, и он ваш'],
    [['second'], 'en-US', 'Ships to the US only. Let’s go.'],
    [['second'], 'en-US', 'World War I, Part I, I. Terms, @me #my me@my.example'],
    [['second'], 'en-US', 'Mystery, member, hero, usher, house'],
    [['second'], 'en-US', 'It is hot: drink it slowly.'],
    [['second'], 'el-GR', 'Με τον καφέ σου, δική σου'],
    [['first-plural'], 'el-GR', 'Αυτός ο καφές του καταστήματος'],
    [['second'], 'ru-RU', 'Яблоко для вас, намёк, нашёл онлайн'],
    [['second'], 'id-ID', 'Kamis ini untuk Anda, diam, media'],
    [['first-plural'], 'zh-TW', '我們的迷你杯與其他口味、吉他、維他命'],
    [['second'], 'zh-TW', '找回自我，給您'],
    [['second'], 'fa-IR', 'تماس با شما، منطقه، مادر'],
  ] as const)('%j in %s: %s', (person, locale, text) => {
    expect(ranges(person, locale, text)).toEqual([]);
  });

  test('pronouns in names of the guide', () => {
    const guide = {
      voice: { person: ['second'] as const },
      names: [{ id: 'my', canonical: 'My Northwind' }],
    };
    expect(lintWith('person', { guide }, 'Your My Northwind card')).toEqual([]);
  });

  test('everything where the guide names no person', () => {
    expect(lintWith('person', { guide: {} }, 'I, we, you, they')).toEqual([]);
  });
});

test('says which person it is, and which is wanted; the third is only suggested', () => {
  const [first] = lintWith('person', setting(['first-plural', 'second'], 'en-US'), 'I roast.');
  expect(first?.message).toBe(
    '“I” is the first person singular (I); this brand writes in the first person plural (we) or the second person (you).',
  );
  expect(lintWith('person', setting(['second'], 'en-US'), 'They roast.')[0]?.severity).toBe('suggestion');
});
