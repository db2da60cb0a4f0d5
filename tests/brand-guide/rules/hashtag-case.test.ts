import { describe, expect, test } from 'vitest';
import { neighboursIn, pascalTag } from '../../../brand-guide/engine/hashtag-words.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

const guide = {
  names: [
    { id: 'mint', canonical: 'Java Mint' },
    { id: 'frappe', canonical: 'Frappé' },
    { id: 'lumen', canonical: 'LUMEN', forms: { el: ['Λούμεν'] } },
  ],
  vocabulary: {
    terms: [
      { id: 'drink', term: 'iced drink', status: 'preferred' as const },
      { id: 'cheap', term: 'cheap deal', status: 'banned' as const, use: ['good value'] },
    ],
  },
  hashtags: { required: ['NorthwindCoffee', 'Πρωινός_Καφές'] },
};

describe('words that are known for certain begin with a capital', () => {
  test.each([
    ['en-US', '#javamint', [[0, 9]], '#JavaMint'],
    ['en-US', '#Javamint', [[0, 9]], '#JavaMint'],
    ['en-US', 'New #javamintfrappé!', [[4, 19]], 'New #JavaMintFrappé!'],
    [
      'en-US',
      '#northwindcoffee #iceddrink',
      [
        [0, 16],
        [17, 27],
      ],
      '#NorthwindCoffee #IcedDrink',
    ],
    ['en-US', '#goodvalue', [[0, 10]], '#GoodValue'],
    ['en-US', '#lumenfrappé', [[0, 12]], '#LUMENFrappé'],
    ['en-US', 'Summer sale now. #summersale', [[17, 28]], 'Summer sale now. #SummerSale'],
    ['en-US', 'Sugar-free mint #sugarfreemint', [[16, 30]], 'Sugar-free mint #SugarFreeMint'],
    ['en-US', '#test #summersale in our summer sale', [[6, 17]], '#test #SummerSale in our summer sale'],
    ['el-GR', 'Νέα γυαλιά #νέαγυαλιά', [[11, 21]], 'Νέα γυαλιά #ΝέαΓυαλιά'],
    ['el-GR', 'Η άλλη όψη #άλληόψη', [[11, 19]], 'Η άλλη όψη #ΆλληΌψη'],
    [
      'ru-RU',
      'Весенняя распродажа: #весенняяраспродажа',
      [[21, 40]],
      'Весенняя распродажа: #ВесенняяРаспродажа',
    ],
    ['id-ID', 'Diskon besar! #diskonbesar', [[14, 26]], 'Diskon besar! #DiskonBesar'],
    ['tr-TR', 'ilk indirim #ilkindirim', [[12, 23]], 'ilk indirim #İlkİndirim'],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    const setting = { guide, locale };
    expect(lintWith('hashtag-case', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('hashtag-case', setting, text)).toBe(fixed);
  });
});

describe('what is one word, or cannot be told, is left alone', () => {
  test.each([
    ['en-US', '#mint #frappé #lumen'],
    ['en-US', '#JavaMint #JAVAMINT #java_mint'],
    ['en-US', '#weekend #together #someone'],
    ['en-US', 'We get her to come. #together'],
    ['en-US', 'some, one #someone'],
    ['en-US', 'some\n\none #someone'],
    ['en-US', '#some one #someone'],
    ['en-US', '#cheapdeal'],
    ['en-US', '#javamint2x'],
    ['zh-TW', '線上 試戴 #線上試戴'],
    ['fa-IR', 'عینک نو #عینکنو'],
    ['en-US', 'https://a.example/#javamint'],
    ['en-US', '`#javamint`'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('hashtag-case', { guide, locale }, text)).toEqual([]);
  });

  test.each([
    ['lower', '#javamint'],
    ['pascal', '#northwindcoffee'],
  ] as const)('the policy of %s sees to %s', (letters, text) => {
    const other = { ...guide, hashtags: { ...guide.hashtags, case: letters } };
    expect(lintWith('hashtag-case', { guide: other }, text)).toEqual([]);
  });
});

describe('a tag that almost fits in many ways is given up soon', () => {
  const as = Array.from({ length: 12 }, (_, at) => 'a'.repeat(at + 1));
  const text = as.flatMap((one) => as.map((other) => `${one} ${other}.`)).join('\n');
  test.each([`${'a'.repeat(59)}c`, `${'a'.repeat(500)}c`])('%s', (tag) => {
    expect(pascalTag(tag, new Map(), () => neighboursIn([text]), 'en')).toBeUndefined();
  });

  test('and grows with the text alone', GROWTH, () => {
    const spelt = (size: number) =>
      pascalTag('aaaaaac', new Map(), () => neighboursIn([`${'a aa '.repeat(size)}b`]), 'en');
    expect(slowdown(spelt, 2000)).toBeLessThan(LINEAR);
  });
});
