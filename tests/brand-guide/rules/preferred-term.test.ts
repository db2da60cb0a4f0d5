import { describe, expect, test } from 'vitest';
import type { Term } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from './lint-with.ts';

const TERMS: readonly Term[] = [
  {
    id: 'guest',
    term: 'guest',
    status: 'preferred',
    insteadOf: ['customer'],
    forms: [{ find: 'customers', use: 'guests' }],
  },
  {
    id: 'latte',
    term: 'oat latte',
    status: 'preferred',
    insteadOf: ['latte'],
    invariant: true,
    locales: ['en'],
  },
  { id: 'email', term: 'email', status: 'preferred', insteadOf: ['e-mail'], invariant: true },
  { id: 'eye', term: 'optic', status: 'deprecated', use: ['eye', 'vision'] },
  {
    id: 'frame-el',
    term: 'σκελετός',
    status: 'preferred',
    insteadOf: ['κορνίζα'],
    forms: [{ find: 'κορνίζες', use: 'σκελετοί' }],
  },
  {
    id: 'frame-ru',
    term: 'оправа',
    status: 'preferred',
    insteadOf: ['рамка'],
    forms: [{ find: 'рамку', use: 'оправу' }],
  },
  {
    id: 'frame-id',
    term: 'bingkai',
    status: 'preferred',
    insteadOf: ['frame'],
    invariant: true,
    locales: ['id'],
  },
  { id: 'frame-zh', term: '鏡框', status: 'preferred', insteadOf: ['鏡架', '眼鏡架'], invariant: true },
  { id: 'frame-fa', term: 'فریم', status: 'preferred', insteadOf: ['قاب عینک'], invariant: true },
];
const setting = (locale: string) => ({ guide: { vocabulary: { terms: TERMS } }, locale });

describe('finds and mends', () => {
  test.each([
    ['en-US', 'Customers first', [[0, 9]], 'Guests first'],
    ['en-US', 'one customer', [[4, 12]], 'one customer'],
    ['en-US', 'a latte', [[2, 7]], 'an oat latte'],
    ['en-US', 'AN E-MAIL', [[3, 9]], 'AN EMAIL'],
    ['en-US', 'our optic range', [[4, 9]], 'our optic range'],
    ['el-GR', 'Νέες κορνίζες', [[5, 13]], 'Νέες σκελετοί'],
    ['el-GR', 'ΚΟΡΝΙΖΕΣ', [[0, 8]], 'ΣΚΕΛΕΤΟΙ'],
    ['ru-RU', 'Выберите рамку', [[9, 14]], 'Выберите оправу'],
    ['ru-RU', 'Новая рамка', [[6, 11]], 'Новая рамка'],
    ['id-ID', 'Pilih framenya', [[6, 11]], 'Pilih bingkainya'],
    [
      'zh-TW',
      '新款眼鏡架與鏡架',
      [
        [2, 5],
        [6, 8],
      ],
      '新款鏡框與鏡框',
    ],
    ['fa-IR', 'قاب‌عینک‌های تازه', [[0, 8]], 'فریم‌های تازه'],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    expect(lintWith('preferred-term', setting(locale), text).map(({ start, end }) => [start, end])).toEqual(
      ranges,
    );
    expect(fixWith('preferred-term', setting(locale), text)).toBe(fixed);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'Our guests love it'],
    ['en-US', 'An oat latte, please'],
    ['en-US', 'Customary and customised'],
    ['en-US', 'Write to customer@northwind.example'],
    ['en-US', 'Email us'],
    ['en-US', 'optical, optics'],
    ['el-GR', 'Διάλεξε σκελετούς'],
    ['ru-RU', 'В рамках акции'],
    ['id-ID', 'Pilih bingkai'],
    ['zh-TW', '挑五副鏡框'],
    ['fa-IR', 'پنج فریم'],
    ['el-GR', 'a frame in a Greek text'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('preferred-term', setting(locale), text)).toEqual([]);
  });
});

test('what cannot be fixed alone is suggested, in the case of what stands there', () => {
  expect(lintWith('preferred-term', setting('en-US'), 'Optic range')[0]).toMatchObject({
    suggestions: ['Eye', 'Vision'],
    message: '“Optic” is not the word that this brand prefers; write “Eye” or “Vision”.',
    severity: 'warning',
    gate: 'acknowledge',
  });
});

test('half of a compound is told, and left for a person to mend', () => {
  const [found] = lintWith('preferred-term', setting('en-US'), 'Our customers-first day');
  expect([found?.evidence, found?.fix, found?.suggestions]).toEqual(['customers', undefined, ['guests']]);
});
