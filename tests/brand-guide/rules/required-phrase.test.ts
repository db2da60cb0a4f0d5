import { describe, expect, test } from 'vitest';
import type { RequiredPhrase } from '../../../brand-guide/schema/wording.ts';
import { lintWith } from './lint-with.ts';

const FAIR: RequiredPhrase = { id: 'fair', text: { en: ['fair price'] } };
const HOME: RequiredPhrase = {
  id: 'home',
  text: {
    en: ['at home'],
    el: ['στο σπίτι'],
    ru: ['дома'],
    id: ['di rumah'],
    'zh-TW': ['在家'],
    fa: ['در خانه'],
  },
};
const AD: RequiredPhrase = { id: 'ad', text: { '*': ['#ad'] } };
const SHOT: RequiredPhrase = { id: 'shot', when: { anyTerm: ['triple shot'] }, text: { en: ['caffeine'] } };
const PRICED: RequiredPhrase = { id: 'tax', when: { factKinds: ['price'] }, text: { en: ['incl. VAT'] } };
const SMS: RequiredPhrase = { id: 'sms', when: { channels: ['sms'] }, text: { en: ['Northwind'] } };

const ROWS: readonly (readonly [RequiredPhrase, string, string, readonly (readonly [number, number])[]])[] = [
  [FAIR, 'en-US', 'A FAIR  price for all', []],
  [FAIR, 'en-US', 'A fair deal', [[11, 11]]],
  [FAIR, 'en-US', 'unfair price', [[12, 12]]],
  [FAIR, 'el-GR', 'Χωρίς κείμενο', []],
  [HOME, 'el-GR', 'ΣΤΟ ΣΠΙΤΙ ΣΑΣ', []],
  [HOME, 'el-GR', 'Σε εσάς  ', [[7, 7]]],
  [HOME, 'ru-RU', 'Дома удобно', []],
  [HOME, 'ru-RU', 'домашний', [[8, 8]]],
  [HOME, 'id-ID', 'Coba di rumahmu', []],
  [HOME, 'zh-TW', '請在家試戴', []],
  [HOME, 'zh-TW', '請試戴', [[3, 3]]],
  [HOME, 'fa-IR', 'درخانه امتحان کنید', []],
  [AD, 'en-US', 'Mint #Ad', []],
  [AD, 'en-US', 'Mint #adventure', [[15, 15]]],
  [SHOT, 'en-US', 'A triple shot', [[13, 13]]],
  [SHOT, 'en-US', 'A double shot', []],
  [PRICED, 'en-US', 'Now $4.95', [[9, 9]]],
  [PRICED, 'en-US', 'Now $4.95 incl. VAT', []],
  [SMS, 'en-US', 'Hello', []],
  [FAIR, 'en-US', '', [[0, 0]]],
];

describe('asks for', () => {
  test.each(ROWS)('%o in %s: %s', (phrase, locale, text, ranges) => {
    const found = lintWith('required-phrase', { guide: { requiredPhrases: [phrase] }, locale }, text);
    expect(found.map(({ start, end }) => [start, end])).toEqual(ranges);
  });
});

test('suggests each wording where the text ends, and says why', () => {
  const phrase = { id: 'a', text: { en: ['one', 'two'] }, note: 'The board asks for it.' };
  const [found] = lintWith('required-phrase', { guide: { requiredPhrases: [phrase] } }, 'Hi.');
  expect(found?.suggestions).toEqual([' one', ' two']);
  expect(found?.message).toBe('This text must say “one” or “two”. The board asks for it.');
});

test('holds at a channel alone where it is for one', () => {
  const guide = { requiredPhrases: [SMS] };
  expect(lintWith('required-phrase', { guide, channel: 'sms' }, 'Hello')).toHaveLength(1);
});
