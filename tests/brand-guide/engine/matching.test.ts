/** The page's sentences on matching terms, one table each. */
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../brand-guide/engine/fold.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Term } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from '../rules/lint-with.ts';

const banned = (term: string, more: Partial<Term> = {}): Term => ({
  id: 't',
  term,
  status: 'banned',
  ...more,
});
const guideOf = (term: Term): Partial<Guide> => ({ vocabulary: { terms: [term] } });
const found = (term: Term, locale: string, text: string) =>
  lintWith('banned-term', { guide: guideOf(term), locale }, text).map((one) => [one.start, one.end]);

describe('compares NFC with full case folding', () => {
  test.each([
    [
      'οδός',
      'el-GR',
      'Οδός, ΟΔΟΣ, οδόσ',
      [
        [0, 4],
        [6, 10],
        [12, 16],
      ],
    ],
    [
      'ёж',
      'ru-RU',
      'Еж и ЁЖ',
      [
        [0, 2],
        [5, 7],
      ],
    ],
    ['й', 'ru-RU', 'и\u0306 и', [[0, 2]]],
    [
      'کیک',
      'fa-IR',
      'كيك و کیک',
      [
        [0, 3],
        [6, 9],
      ],
    ],
    ['قهوه', 'fa-IR', 'قـهـوه', [[0, 6]]],
    [
      'پیش فروش',
      'fa-IR',
      'پیش‌فروش، پیشفروش، پیش فروش',
      [
        [0, 8],
        [10, 17],
        [19, 27],
      ],
    ],
    ['fluss', 'de-DE', 'Fluß', [[0, 4]]],
    ['office', 'en-US', 'oﬃce', [[0, 4]]],
    ['café', 'en-US', 'CAFE\u0301', [[0, 5]]],
    ["don't miss", 'en-US', 'Don’t\u00A0miss', [[0, 10]]],
  ] as const)('%s in %s: %s', (term, locale, text, ranges) => {
    expect(found(banned(term), locale, text)).toEqual(ranges);
  });
});

describe('ignores Greek accents in words wholly in capitals only', () => {
  test.each([
    ['δωρεάν', 'ΔΩΡΕΑΝ', true],
    ['δωρεάν', 'ΔΩΡΕΆΝ', true],
    ['δωρεάν', 'Δωρεαν', false],
    ['ΔΩΡΕΑΝ', 'δωρεάν', true],
    ['νόμος', 'νομός', false],
    ['νόμος', 'ΝΟΜΟΣ', true],
    ['νόμος', 'Νομός', false],
    ['ρολόι', 'ΡΟΛΟΪ', true],
    ['ρολόι', 'ρολοϊ', false],
    ['προϊόν', 'ΠΡΟΙΟΝ', true],
    ['ή', 'Η', false],
  ])('%s and %s: %s', (term, text, same) => {
    expect(found(banned(term), 'el-GR', text).length > 0).toBe(same);
  });

  test('the dialytika tells small words apart', () => {
    expect(foldText('παϊδάκια')).not.toBe(foldText('παιδάκια'));
  });
});

describe('knows the closed suffixes of a language', () => {
  test.each([
    ['bingkai', 'id-ID', 'bingkainya bingkaiku bingkaimu bingkailah bingkaikah bingkaipun', 6],
    ['bingkai', 'id-ID', 'bingkaian bingkaikan membingkai', 0],
    ['masa', 'id-ID', 'masalah', 0],
    ['عینک', 'fa-IR', 'عینک‌ها عینکهای عینک هایی', 3],
    ['عینک', 'fa-IR', 'عینکم عینکی عینکت', 0],
    ['mint', 'en-US', 'mint’s mints minty', 1],
    ['оправа', 'ru-RU', 'оправы оправу', 0],
  ] as const)('%s in %s: %s', (term, locale, text, count) => {
    expect(found(banned(term), locale, text)).toHaveLength(count);
  });
});

describe('reads Han as substrings, the longest first', () => {
  const terms = [banned('鏡'), { ...banned('眼鏡'), id: 'u' }, { ...banned('眼鏡行'), id: 'v' }];
  test.each([
    ['這眼鏡行', [[1, 4]]],
    [
      '眼鏡與鏡',
      [
        [0, 2],
        [3, 4],
      ],
    ],
    ['新眼 鏡', [[3, 4]]],
  ])('%s', (text, ranges) => {
    const hits = lintWith('banned-term', { guide: { vocabulary: { terms } }, locale: 'zh-TW' }, text);
    expect(hits.map((one) => [one.start, one.end])).toEqual(ranges);
  });
});

describe('keeps grammar when it mends', () => {
  test.each([
    ['an invariant term', { use: ['stunning'], invariant: true }, 'A nice cup', 'A stunning cup'],
    [
      'a paired form',
      { use: ['kind'], forms: [{ find: 'nicer', use: 'kinder' }] },
      'a nicer, nice cup',
      'a kinder, nice cup',
    ],
    ['a listed inflection', { use: ['kind'], inflections: ['nicest'] }, 'the nicest', 'the nicest'],
    [
      'another article',
      { use: ['elegant'], invariant: true },
      'A nice, a NICE and\na nice',
      'An elegant, an ELEGANT and\nan elegant',
    ],
    ['a quotation', { use: ['kind'], invariant: true }, 'He said “nice”', 'He said “nice”'],
    [
      'a hashtag, a link, code',
      { use: ['kind'], invariant: true },
      '#nice nice.example `nice`',
      '#nice nice.example `nice`',
    ],
  ] as const)('%s', (_, more, text, fixed) => {
    expect(fixWith('banned-term', { guide: guideOf(banned('nice', more)) }, text)).toBe(fixed);
  });
});

describe('leaves what must be worded so', () => {
  const vocabulary = { terms: [banned('cheap', { use: ['affordable'], invariant: true })] };
  const facts: Fact[] = [
    { id: 'code', kind: 'code', value: 'CHEAP' },
    { id: 'drink', kind: 'name', value: 'Cheap Thrill' },
  ];
  test.each([
    ['a code', {}, 'Use code CHEAP today'],
    ['a name of the campaign', {}, 'Try the Cheap Thrill'],
    [
      'a required line',
      { disclosures: [{ id: 'd', text: { en: ['Not for cheap talk.'] } }] },
      'Mint. Not for cheap talk.',
    ],
    [
      'a name, whose own rule is off',
      {
        names: [{ id: 'n', canonical: 'Cheap Monday' }],
        gates: { rules: { 'canonical-name': { off: true } } },
      },
      'Cheap Monday',
    ],
  ])('%s', (_, more, text) => {
    expect(lintWith('banned-term', { guide: { vocabulary, ...more }, facts }, text)).toEqual([]);
  });
});
