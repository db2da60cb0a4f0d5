import dictionary from 'dictionary-en';
import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { dictionaryOf } from '../../../brand-guide/spelling/dictionary.ts';
import { lintWith } from './lint-with.ts';

const guide: Partial<Guide> = {
  names: [{ id: 'n', canonical: 'Northwind', forms: { el: ['Νόρθγουιντ'] } }],
  vocabulary: {
    spelling: { en: 'sample', el: 'sample-el', ru: 'sample-ru', id: 'sample-id', fa: 'sample-fa' },
    accept: ['affogato', 'cold brew'],
    terms: [{ id: 't', term: 'barista', status: 'admitted', inflections: ['baristas'] }],
  },
};
const facts: Fact[] = [
  { id: 'd', kind: 'name', value: 'Javva Mynt' },
  { id: 'c', kind: 'code', value: 'Mintty' },
];
const found = (locale: string, text: string) =>
  lintWith('spelling', { guide, locale, facts }, text).map(({ start, end, suggestions, severity }) => [
    start,
    end,
    suggestions?.[0],
    severity,
  ]);

describe('finds', () => {
  test.each(
    [
      ['en-US', 'Our mitn is here', [[4, 8, 'mint', 'warning']]],
      ['en-US', 'Teh mint', [[0, 3, 'The', 'warning']]],
      [
        'en-US',
        'We drnk and roastt',
        [
          [3, 7, 'drink', 'warning'],
          [12, 18, 'roast', 'warning'],
        ],
      ],
      ['en-US', 'fresh hnad-picked mint', [[6, 17, undefined, 'warning']]],
      ['en-US', 'we dont drink', [[3, 7, "don't", 'warning']]],
      ['en-US', 'the mint at Mitn', [[12, 16, 'Mint', 'suggestion']]],
      ['en-US', 'a “mitn” here', [[3, 7, 'mint', 'warning']]],
      ['en-US', 'the mitn’s', [[4, 10, undefined, 'warning']]],
      ['el-GR', 'Ο καφς μας', [[2, 6, 'καφές', 'warning']]],
      ['ru-RU', 'Наша мята здес', [[10, 14, 'здесь', 'warning']]],
      ['id-ID', 'Kopi kaim ada', [[5, 9, 'kami', 'warning']]],
      ['fa-IR', 'قهه ما اینجاست', [[0, 3, 'قهوه', 'warning']]],
    ].map(([locale, text, expected]) => [locale, text, expected] as const),
  )('%s: %s', (locale, text, expected) => {
    expect(found(String(locale), String(text))).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'Our mint is here. We don’t drink; we roast'],
    ['en-US', 'Northwind’s affogato with cold brew, baristas and the barista'],
    ['en-US', 'Javva Mynt is here with the mint'],
    ['en-US', 'With code Mintty'],
    ['en-US', 'HTML5, MP3, iPhone, McMint, NASA, USPS, x, 4th'],
    ['en-US', 'https://mitn.example #mitn @mitn mitn@mitn.example `mitn` {{mitn}}'],
    ['en-US', 'hand-picked, well‑picked, the mint’s'],
    ['el-GR', 'Ο ΚΑΦΕΣ μας είναι εδώ, Νόρθγουιντ'],
    ['ru-RU', 'Наша мята здесь, кофе'],
    ['id-ID', 'Kopi kami ada di sini, hati-hati'],
    ['fa-IR', 'كتاب‌ها، می‌روم، قـهوه ما اینجاست'],
    ['zh-TW', '我們的薄荷 mitn'],
    ['de-DE', 'Unser Kaffe'],
  ])('%s: %s', (locale, text) => {
    expect(found(locale, text)).toEqual([]);
  });
});

test('says what may be meant', () => {
  expect(lintWith('spelling', { guide }, 'Our mitn')[0]?.message).toBe(
    '“mitn” is in no dictionary of the guide; is “mint” meant?',
  );
});

test('a dictionary that is not loaded is said, and one that is not asked for is not', () => {
  const told = (spelling: Record<string, string>) =>
    compileGuide({ meta: { name: { full: 'T' } }, vocabulary: { spelling } }, { locale: 'en-US' }).notChecked;
  expect(told({ en: 'dictionaries/en' })).toEqual([
    {
      rule: 'spelling',
      message: 'spelling is not checked in en-US: the dictionary “dictionaries/en” is not loaded.',
    },
  ]);
  expect(told({ el: 'el' })).toEqual([]);
});

test('the English dictionary knows English', () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const english = dictionaryOf({ aff: text(dictionary.aff), dic: text(dictionary.dic) });
  const words = ['definately', 'recieve', 'coffee', 'wrold', 'teh', 'roasted', 'xqzvw'];
  expect(words.map((word) => english.correct(word) || english.suggest(word)[0])).toEqual([
    'definitely',
    'receive',
    true,
    'world',
    'the',
    true,
    undefined,
  ]);
});
