import { describe, expect, test } from 'vitest';
import type { Term } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from './lint-with.ts';

const banned = (term: string, more: Partial<Term> = {}): Term => ({
  id: 't',
  term,
  status: 'banned',
  ...more,
});

/** What is banned, where, in which text, and the ranges found. */
const REJECTED: readonly (readonly [Term, string, string, readonly (readonly [number, number, string])[]])[] =
  [
    [
      banned('cheap'),
      'en-US',
      'Cheap, cheap and CHEAP.',
      [
        [0, 5, 'Cheap'],
        [7, 12, 'cheap'],
        [17, 22, 'CHEAP'],
      ],
    ],
    [banned('café'), 'en-US', 'un cafe\u0301 noir', [[3, 8, 'cafe\u0301']]],
    [banned('café'), 'en-US', 'the café’s door', [[4, 8, 'café']]],
    [banned('strasse'), 'de-DE', 'Die Straße dort', [[4, 10, 'Straße']]],
    [banned('limited time'), 'en-US', 'a limited\n time offer', [[2, 15, 'limited\n time']]],
    [
      banned('crypto', { match: 'prefix' }),
      'en-US',
      'Cryptocurrency and crypto',
      [
        [0, 14, 'Cryptocurrency'],
        [19, 25, 'crypto'],
      ],
    ],
    [
      banned('δωρεάν'),
      'el-GR',
      'ΔΩΡΕΑΝ και δωρεάν',
      [
        [0, 6, 'ΔΩΡΕΑΝ'],
        [11, 17, 'δωρεάν'],
      ],
    ],
    [banned('λόγος'), 'el-GR', 'Ο ΛΟΓΟΣ του', [[2, 7, 'ΛΟΓΟΣ']]],
    [
      banned('дешёвый'),
      'ru-RU',
      'Дешевый и дешёвый',
      [
        [0, 7, 'Дешевый'],
        [10, 17, 'дешёвый'],
      ],
    ],
    [
      banned('kamu'),
      'id-ID',
      'Kamulah dan kamu',
      [
        [0, 4, 'Kamu'],
        [12, 16, 'kamu'],
      ],
    ],
    [banned('便宜'), 'zh-TW', '又好又便宜的鏡框', [[3, 5, '便宜']]],
    [banned('App'), 'zh-TW', '請下載App享優惠', [[3, 6, 'App']]],
    [
      banned('می‌باشد'),
      'fa-IR',
      'سبک می باشد، می‌باشد و ميباشد',
      [
        [4, 11, 'می باشد'],
        [13, 20, 'می‌باشد'],
        [23, 29, 'ميباشد'],
      ],
    ],
    [
      banned('کتاب'),
      'fa-IR',
      'کتاب‌ها و كتاب‌هایی',
      [
        [0, 4, 'کتاب'],
        [10, 14, 'كتاب'],
      ],
    ],
    [banned('عالی'), 'fa-IR', 'خیلی عـــالی است', [[5, 12, 'عـــالی']]],
    [
      banned('Μάιος'),
      'el-GR',
      'ΜΑΪΟΣ και ΜΑΙΟΣ',
      [
        [0, 5, 'ΜΑΪΟΣ'],
        [10, 15, 'ΜΑΙΟΣ'],
      ],
    ],
    [banned('προϊόν'), 'el-GR', 'Το ΠΡΟΪΟΝ', [[3, 9, 'ΠΡΟΪΟΝ']]],
    [
      banned('masa'),
      'id-ID',
      'Masanya, masaku',
      [
        [0, 4, 'Masa'],
        [9, 13, 'masa'],
      ],
    ],
    [banned('便宜', { except: ['佔便宜'] }), 'zh-TW', '便宜又佔便宜', [[0, 2, '便宜']]],
    [
      banned('free', { except: ['free range', 'sugar free'] }),
      'en-US',
      'free range, sugar-free, sugar free, free',
      [
        [18, 22, 'free'],
        [36, 40, 'free'],
      ],
    ],
    [banned('rumah', { inflections: ['perumahan'] }), 'id-ID', 'rumahnya', [[0, 5, 'rumah']]],
    [banned('cheap', { channels: ['x'] }), 'en-US', 'cheap', []],
    [banned('cheap', { locales: ['el'] }), 'en-US', 'cheap', []],
    [banned('IT', { caseSensitive: true }), 'en-US', 'IT and it', [[0, 2, 'IT']]],
    [
      banned('run', { inflections: ['ran', 'running'] }),
      'en-US',
      'ran, running, runner, run',
      [
        [0, 3, 'ran'],
        [5, 12, 'running'],
        [22, 25, 'run'],
      ],
    ],
  ];

describe('finds', () => {
  test.each(REJECTED)('%o in %s: %s', (term, locale, text, expected) => {
    const findings = lintWith('banned-term', { guide: { vocabulary: { terms: [term] } }, locale }, text);
    expect(findings.map(({ start, end, evidence }) => [start, end, evidence])).toEqual(expected);
  });
});

const ACCEPTED: readonly (readonly [Term, string, string])[] = [
  [banned('cheap'), 'en-US', 'A cheapskate, uncheap'],
  [
    banned('cheap'),
    'en-US',
    'https://cheap.example/cheap, me@cheap.example, @cheap, #cheap, `cheap`, {{cheap}}',
  ],
  [banned('cheap'), 'en-US', 'See cheap.example/now'],
  [banned('can'), 'en-US', "We can't and can’t"],
  [banned('caf'), 'en-US', 'un café'],
  [banned('νόμος'), 'el-GR', 'Ο νομός Αττικής'],
  [banned('δωρεάν'), 'el-GR', 'μια δωρεαν'],
  [banned('masa'), 'id-ID', 'Tidak ada masalah'],
  [banned('mau', { except: ['maulah'] }), 'id-ID', 'maulah, maupun'],
  [banned('کتاب'), 'fa-IR', 'کتابخانه و کتابی'],
  [banned('café'), 'en-US', 'cafe'],
  [banned('дом'), 'ru-RU', 'дома и домик'],
  [banned('眼鏡', { except: [] }), 'zh-TW', '鏡框'],
  [banned('προϊόν'), 'el-GR', 'προιόν'],
  [banned('ken'), 'id-ID', 'Kopi dari Kenya'],
  [banned('bang'), 'id-ID', 'Duduk di bangku'],
  [banned('rumah', { inflections: [] }), 'id-ID', 'rumahnya'],
  [banned('run', { match: 'prefix', except: ['runner up'] }), 'en-US', 'the runner up'],
];

describe('leaves alone', () => {
  test.each(ACCEPTED)('%o in %s: %s', (term, locale, text) => {
    expect(lintWith('banned-term', { guide: { vocabulary: { terms: [term] } }, locale }, text)).toEqual([]);
  });

  test('what stands inside a longer word that is right, or inside a name', () => {
    const guide = {
      vocabulary: {
        terms: [banned('眼鏡'), { id: 'contact', term: '隱形眼鏡', status: 'admitted' as const }],
      },
      names: [{ id: 'monday', canonical: 'Cheap Monday' }],
    };
    expect(
      lintWith('banned-term', { guide, locale: 'zh-TW' }, '隱形眼鏡與眼鏡').map((one) => one.start),
    ).toEqual([5]);
    const named = { vocabulary: { terms: [banned('cheap')] }, names: guide.names };
    expect(
      lintWith('banned-term', { guide: named }, 'Cheap Monday is not cheap').map((one) => one.start),
    ).toEqual([20]);
  });
});

describe('fixes', () => {
  const value: Partial<Term> = { use: ['affordable'], invariant: true };
  test.each([
    [
      banned('cheap', value),
      'en-US',
      'A cheap frame and a Cheap one',
      'An affordable frame and an Affordable one',
    ],
    [banned('awful', { use: ['bad'], invariant: true }), 'en-US', 'An awful hour', 'A bad hour'],
    [banned('cheap', { use: ['affordable'] }), 'en-US', 'A cheap frame', 'A cheap frame'],
    [banned('cheap', value), 'en-US', 'They call it “cheap”.', 'They call it “cheap”.'],
    [
      banned('τζάμπα', { use: ['δωρεάν'], invariant: true }),
      'el-GR',
      'ΤΖΑΜΠΑ, Τζάμπα, τζάμπα',
      'ΔΩΡΕΑΝ, Δωρεάν, δωρεάν',
    ],
    [banned('kamu', { use: ['Anda'], invariant: true }), 'id-ID', 'Kamulah, kamu', 'Andalah, Anda'],
    [
      banned('你', {
        forms: [
          { find: '你們', use: '各位' },
          { find: '你', use: '您' },
        ],
      }),
      'zh-TW',
      '你們與你',
      '各位與您',
    ],
    [
      banned('crypto', { use: ['digital coin'], invariant: true, match: 'prefix' }),
      'en-US',
      'cryptocurrency',
      'cryptocurrency',
    ],
    [
      banned('TV', { use: ['television'], invariant: true }),
      'en-US',
      'TV, our TV',
      'Television, our television',
    ],
    [
      banned('coffee addict', { use: ['friend of coffee'], invariant: true }),
      'en-US',
      'For Every Coffee Addict',
      'For Every Friend of Coffee',
    ],
    [
      banned('cheap', { use: ['unimpressive'], invariant: true }),
      'en-US',
      'A cheap cup',
      'An unimpressive cup',
    ],
    [banned('ارزان', { use: ['مناسب'], invariant: true }), 'fa-IR', 'ارزان‌ها', 'مناسب‌ها'],
  ])('%o in %s: %s → %s', (term, locale, text, fixed) => {
    expect(fixWith('banned-term', { guide: { vocabulary: { terms: [term] } }, locale }, text)).toBe(fixed);
  });
});
