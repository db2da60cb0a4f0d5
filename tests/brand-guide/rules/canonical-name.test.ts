import { describe, expect, test } from 'vitest';
import type { Name } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from './lint-with.ts';

const NAMES: readonly Name[] = [
  { id: 'northwind', canonical: 'Northwind', never: ['North Wind', 'Nothwind'] },
  { id: 'frappe', canonical: 'Frappé', never: ['Frappe'] },
  { id: 'java-mint', canonical: 'Java Mint Frappé' },
  {
    id: 'lumen',
    canonical: 'Lumen',
    caseSensitive: false,
    forms: { el: ['Λούμεν'], ru: ['Люмен'], fa: ['لومن'] },
    never: ['Λιούμεν', '流明眼鏡'],
  },
  { id: 'iphone', canonical: 'iPhone', never: ['IPhone'] },
];
const setting = (locale: string) => ({ guide: { names: NAMES }, locale });

describe('finds and mends', () => {
  test.each([
    ['en-US', 'At northwind now', [[3, 12]], 'At Northwind now'],
    ['en-US', 'NORTH WIND’S best', [[0, 10]], 'Northwind’S best'],
    ['en-US', 'North\nWind', [[0, 10]], 'Northwind'],
    [
      'en-US',
      'a frappe and a FRAPPÉ',
      [
        [2, 8],
        [15, 21],
      ],
      'a Frappé and a Frappé',
    ],
    ['en-US', 'java mint frappé', [[0, 16]], 'Java Mint Frappé'],
    [
      'en-US',
      'an Iphone, an IPhone',
      [
        [3, 9],
        [14, 20],
      ],
      'an iPhone, an iPhone',
    ],
    ['en-US', 'Nothwind’s', [[0, 8]], 'Northwind’s'],
    ['el-GR', 'Η Λιούμεν', [[2, 9]], 'Η Lumen'],
    ['el-GR', 'ΛΙΟΥΜΕΝ', [[0, 7]], 'Lumen'],
    ['ru-RU', 'кофе от northwind', [[8, 17]], 'кофе от Northwind'],
    [
      'zh-TW',
      '到流明眼鏡試戴northwind',
      [
        [1, 5],
        [7, 16],
      ],
      '到Lumen試戴Northwind',
    ],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    expect(lintWith('canonical-name', setting(locale), text).map(({ start, end }) => [start, end])).toEqual(
      ranges,
    );
    expect(fixWith('canonical-name', setting(locale), text)).toBe(fixed);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'Northwind’s Java Mint Frappé'],
    ['en-US', 'Java\u00A0Mint Frappe\u0301'],
    ['en-US', '@northwind #northwind northwind.example hi@northwind.example'],
    ['en-US', 'https://northwind.example/north wind'.replace(' ', '-')],
    ['en-US', '800 lumen, Lumen, LUMEN'],
    ['en-US', 'northwinds, frappes'],
    ['en-US', 'an iPhone'],
    ['el-GR', 'Η Λούμεν'],
    ['ru-RU', 'Салон Люмен'],
    ['fa-IR', 'عینک لومن'],
    ['zh-TW', '到Lumen試戴'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith('canonical-name', setting(locale), text)).toEqual([]);
  });
});

test('inside quotation marks the right form is only suggested', () => {
  const [finding] = lintWith('canonical-name', setting('en-US'), 'A guest said: “the frappe was great”.');
  expect(finding).toMatchObject({ evidence: 'frappe', suggestions: ['Frappé'] });
  expect(finding).not.toHaveProperty('fix');
});

describe('a name that takes no possessive', () => {
  const owned = (canonical: string, text: string, locale = 'en-US') =>
    lintWith(
      'canonical-name',
      { guide: { names: [{ id: 'n', canonical, possessive: false }] }, locale },
      text,
    ).map(({ start, end, suggestions }) => [start, end, suggestions]);

  test.each([
    ['Lumen', 'Lumen’s frames', [[0, 7, ['Lumen']]]],
    [
      'Lumen',
      "LUMEN'S and Lumen's",
      [
        [0, 5, undefined],
        [12, 19, ['Lumen']],
      ],
    ],
    ['Lumen', 'the Lumen™’s frames', [[4, 12, ['Lumen']]]],
    ['Beans', 'at Beans’ door', [[3, 9, ['Beans']]]],
    ['Lumen', 'Lumen frames, ‘Lumen’, ‘the Lumen’', []],
    ['Beans', 'He said ‘Beans’ and left', []],
    ['Lumen', 'Lumen’stown', []],
  ])('%s in %s', (canonical, text, expected) => {
    expect(owned(canonical, text)).toEqual(expected);
  });

  test('in other languages an apostrophe is none', () => {
    expect(owned('Lumen', 'Lumen’s', 'el-GR')).toEqual([]);
  });
});
