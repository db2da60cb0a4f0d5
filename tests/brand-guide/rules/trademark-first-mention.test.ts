import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Name } from '../../../brand-guide/schema/wording.ts';
import { fixWith, lintWith } from './lint-with.ts';

const names: readonly Name[] = [
  { id: 'frappe', canonical: 'Frappé', trademark: '™' },
  { id: 'java', canonical: 'Java Mint Frappé', trademark: '®' },
  {
    id: 'lumen',
    canonical: 'Lumen',
    caseSensitive: false,
    trademark: '®',
    forms: { ru: ['Люмен'], zh: ['流明'], fa: ['لومن'], el: ['Λούμεν'] },
  },
  { id: 'plain', canonical: 'Northwind' },
];
const RULE = 'trademark-first-mention';
const setting = (locale: string) => ({ guide: { names }, locale });

describe('finds and mends', () => {
  test.each([
    ['en-US', 'Our Frappé is back', [[4, 10]], 'Our Frappé™ is back'],
    ['en-US', 'A Frappé, a Frappé', [[2, 8]], 'A Frappé™, a Frappé'],
    ['en-US', 'Frappé™ and Frappé™', [[12, 19]], 'Frappé™ and Frappé'],
    [
      'en-US',
      'Frappé and Frappé™',
      [
        [0, 6],
        [11, 18],
      ],
      'Frappé™ and Frappé',
    ],
    ['en-US', 'the Frappé’s foam', [[4, 10]], 'the Frappé™’s foam'],
    [
      'en-US',
      'Frappé® and Frappé(tm)',
      [
        [0, 7],
        [12, 22],
      ],
      'Frappé™ and Frappé',
    ],
    ['en-US', 'Frappé ™ here', [[0, 8]], 'Frappé™ here'],
    ['en-US', 'Frappe\u0301 here', [[0, 7]], 'Frappe\u0301™ here'],
    [
      'en-US',
      'Java Mint Frappé and Frappé',
      [
        [0, 16],
        [21, 27],
      ],
      'Java Mint Frappé® and Frappé™',
    ],
    ['el-GR', 'Η Λούμεν εδώ', [[2, 8]], 'Η Λούμεν® εδώ'],
    ['ru-RU', 'Салон Люмен', [[6, 11]], 'Салон Люмен®'],
    ['zh-TW', '到流明試戴', [[1, 3]], '到流明®試戴'],
    ['fa-IR', 'عینک لومن‌ها', [[5, 9]], 'عینک لومن®‌ها'],
    ['id-ID', 'Kacamata Lumenmu', [[9, 14]], 'Kacamata Lumen®mu'],
  ])('%s: %s', (locale, text, ranges, fixed) => {
    expect(lintWith(RULE, setting(locale), text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith(RULE, setting(locale), text)).toBe(fixed);
  });
});

describe('leaves alone', () => {
  test.each([
    ['en-US', 'Our Frappé™ is back. A Frappé for you.'],
    ['en-US', 'Frappé™’s foam, a Frappé’s foam'],
    ['en-US', 'A Java Mint Frappé®'],
    ['en-US', 'See https://frappé.example/Frappé, @Frappé, #Frappé, `Frappé`'],
    ['en-US', 'A lamp of 800 lumen'],
    ['en-US', 'Frappés, Frappélike'],
    ['en-US', 'Northwind'],
    ['el-GR', 'Η Λούμεν® και η Λούμεν'],
    ['ru-RU', 'Люмен® и Люмен'],
    ['zh-TW', '流明®鏡框與流明'],
    ['fa-IR', 'لومن® و لومن'],
  ])('%s: %s', (locale, text) => {
    expect(lintWith(RULE, setting(locale), text)).toEqual([]);
  });
});

test('the first mention is the first of all parts', () => {
  const compiled = compileGuide({ meta: { name: { full: 'T' } }, names }, { locale: 'en-US' });
  const parts = [
    { field: 'headline', text: 'Frappé™ is back' },
    { field: 'body', text: 'Your Frappé waits' },
  ];
  expect(lint(compiled, { parts, locale: 'en-US' }).filter((one) => one.rule === RULE)).toEqual([]);
});

test('inside quotation marks the sign is only suggested, and a second sign is a suggestion', () => {
  const [quoted] = lintWith(RULE, setting('en-US'), 'She said “a Frappé please”');
  expect(quoted).toMatchObject({ suggestions: ['Frappé™'], severity: 'warning' });
  expect(quoted).not.toHaveProperty('fix');
  expect(lintWith(RULE, setting('en-US'), 'Frappé™ Frappé™')[0]?.severity).toBe('suggestion');
});
