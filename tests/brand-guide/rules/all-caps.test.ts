import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';

const facts: Fact[] = [{ id: 'code', kind: 'code', value: 'MINTY' }];
const setting = (max: number, locale: string) => ({
  guide: {
    voice: { allCapsMax: max },
    names: [{ id: 'ikea', canonical: 'BIG MINT' }],
    vocabulary: {
      accept: ['NWC'],
      terms: [{ id: 'gmo', term: 'RAINFOREST-OK', status: 'admitted' as const }],
    },
    disclosures: [{ id: 'stop', text: { en: ['Reply STOP to end'], el: ['Διακοπή: ΤΕΛΟΣ'] } }],
  },
  locale,
  facts,
});
const found = (max: number, locale: string, text: string) =>
  lintWith('all-caps', setting(max, locale), text)
    .filter((one) => one.rule === 'all-caps')
    .map(({ start, end, suggestions }) => [start, end, suggestions?.[0]]);

/** The most, the locale, the text; each range with its quieter form. */
describe('finds', () => {
  test.each([
    [0, 'zh-TW', '現省 NT$2,501', []],
    [0, 'id-ID', 'Data MDR dan BRB', []],
    [0, 'en-US', 'A mint, HMM', [[8, 11, 'hmm']]],
    [0, 'en-US', 'RT: AMA on MLK Day at 5 PM ET for HK$40', []],
    [0, 'en-US', 'WHO is in?', [[0, 3, 'Who']]],
    [0, 'en-US', 'Mint is BACK.', [[8, 12, 'back']]],
    [
      0,
      'en-US',
      'BUY NOW and SAVE',
      [
        [0, 7, 'Buy now'],
        [12, 16, 'save'],
      ],
    ],
    [
      1,
      'en-US',
      'BUY NOW and SAVE',
      [
        [4, 7, 'now'],
        [12, 16, 'save'],
      ],
    ],
    [0, 'en-US', 'GET A MINT TODAY', [[0, 16, 'Get a mint today']]],
    [
      0,
      'en-US',
      'MIX it. TRY it',
      [
        [0, 3, 'Mix'],
        [8, 11, 'Try'],
      ],
    ],
    [0, 'en-US', 'DON’T MISS', [[0, 10, 'Don’t miss']]],
    [0, 'en-US', 'a “WOW” mint', [[3, 6, 'wow']]],
    [
      2,
      'en-US',
      'ONE and TWO and THREE and FOUR',
      [
        [16, 21, 'three'],
        [26, 30, 'four'],
      ],
    ],
    [0, 'el-GR', 'Τώρα ΔΩΡΕΑΝ ΔΟΚΙΜΗ', [[5, 18, undefined]]],
    [0, 'el-GR', 'Ο ΚΑΦΈΣ', [[2, 7, undefined]]],
    [
      0,
      'ru-RU',
      'Только СЕГОДНЯ: МЯТА',
      [
        [7, 14, 'сегодня'],
        [16, 20, 'мята'],
      ],
    ],
    [0, 'id-ID', 'Mint GRATIS', [[5, 11, 'gratis']]],
    [0, 'zh-TW', '薄荷SALE開始', [[2, 6, 'sale']]],
    [0, 'fa-IR', 'تخفیف SALE ویژه', [[6, 10, 'sale']]],
  ])('more than %i in %s: %s', (max, locale, text, expected) => {
    expect(found(max, locale, text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    [1, 'en-US', 'Mint is BACK.'],
    [0, 'en-US', 'I am a fan. A mint, Plan B, X-ray'],
    [0, 'en-US', 'NWC and NWC’s, BIG MINT, RAINFOREST-OK'],
    [0, 'en-US', 'FAQ for the USA: 5 PM, 20 KG, 4 GB, PDF, U.S.A.'],
    [0, 'en-US', 'Louis XIV, MMXXVII, Part III'],
    [0, 'en-US', '20 AUD, TRY 40, MP3, B2B, 10AM'],
    [0, 'en-US', 'The Fair Growers Group (FGG)'],
    [0, 'en-US', 'With code MINTY. #BIG @BIG https://a.example/BIG `BIG` {{BIG}}'],
    [0, 'en-US', 'Five cups. Reply STOP to end'],
    [0, 'en-US', 'McDonald, iPhone, PhD, YouTube'],
    [0, 'el-GR', 'Με ΦΠΑ. Διακοπή: ΤΕΛΟΣ'],
    [0, 'ru-RU', 'Цена с НДС, ООО «Мята», в США'],
    [0, 'id-ID', 'Sudah termasuk PPN, bayar QRIS'],
    [0, 'zh-TW', '薄荷回來了，LED燈'],
    [0, 'fa-IR', 'نعنا برگشت'],
  ])('at most %i in %s: %s', (max, locale, text) => {
    expect(found(max, locale, text)).toEqual([]);
  });

  test('any number where the guide sets none', () => {
    expect(lintWith('all-caps', { guide: {} }, 'BUY NOW')).toEqual([]);
  });
});

test('says how many there are', () => {
  expect(lintWith('all-caps', setting(1, 'en-US'), 'BUY it NOW')[0]?.message).toBe(
    '2 words in capitals in this text, and the guide allows only 1; write small letters, or add an acronym to the guide’s `vocabulary.accept`.',
  );
});
