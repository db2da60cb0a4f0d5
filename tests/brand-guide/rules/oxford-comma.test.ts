import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { fixWith, lintWith } from './lint-with.ts';

type Row = readonly [text: string, ranges: readonly (readonly [number, number])[], fixed: string];

const same = (text: string): Row => [text, [], text];

const ALWAYS: readonly Row[] = [
  ['We serve coffee, tea and cake.', [[20, 24]], 'We serve coffee, tea, and cake.'],
  ['Coffee, tea, cake or fruit', [[17, 20]], 'Coffee, tea, cake, or fruit'],
  [
    'Red, white and blue. Mint, lime and cocoa.',
    [
      [10, 14],
      [31, 35],
    ],
    'Red, white, and blue. Mint, lime, and cocoa.',
  ],
  ['In May, mint, lime and cocoa return', [[18, 22]], 'In May, mint, lime, and cocoa return'],
  ['Blend, pour and enjoy!', [[11, 15]], 'Blend, pour, and enjoy!'],
  ['Ask Anna, Ben and Eve.', [[13, 17]], 'Ask Anna, Ben and Eve.'],
  ['Two things, mint and cocoa.', [[16, 20]], 'Two things, mint and cocoa.'],
  ['Coffees, teas and cakes', [[13, 17]], 'Coffees, teas, and cakes'],
  ['my sister, a doctor and writer, came', [[19, 23]], 'my sister, a doctor and writer, came'],
  same('Coffee, tea, and cake'),
  same('Coffee and tea'),
  same('In summer, mint and lime shine.'),
  same('Today, Anna and Ben open.'),
  same('If you like tea, milk and sugar are there.'),
  same('Hello, Anna and Ben!'),
  same('We roast, you sip and everyone smiles.'),
  same('It was cold, it was dark and we left.'),
  same('Burgers, mac and cheese, and fries'),
  same('Smith, Jones and Partners'),
  same('On May 4, 2027 and later'),
  same('Finally, salt and pepper'),
  same('Mint, cocoa & salt'),
  same('It takes water, the best beans of the valley and time.'),
  ...[
    'Mint meets our espresso, blended over ice and finished with cream.',
    'New mugs, hand thrown and glazed in Oaxaca.',
    'Sip slowly, savoring mint and cocoa.',
    'Mint is back, cold and creamy.',
    'We are open, rain or shine.',
    'We roast slowly, with care and patience.',
    'It is small, but mighty and cold.',
    'From farm to cup, fairly and slowly.',
    'Happy birthday, Ana and Ben!',
    'Good morning, friends and neighbors!',
  ].map(same),
  ['Smooth, bold and bright', [[12, 16]], 'Smooth, bold, and bright'],
  ['Grab a seat, friends and neighbors', [[20, 24]], 'Grab a seat, friends and neighbors'],
  ['Wake up, coffee and croissants await', [[15, 19]], 'Wake up, coffee and croissants await'],
  ['Roasted by Ana, barista and baker', [[23, 27]], 'Roasted by Ana, barista and baker'],
  same('See `a, b and c` and https://a.example/x,y'),
];

const NEVER: readonly Row[] = [
  ['We serve coffee, tea, and cake.', [[20, 25]], 'We serve coffee, tea and cake.'],
  ['Coffee, tea, cake, or fruit', [[17, 21]], 'Coffee, tea, cake or fruit'],
  ['Anna, our barista, and Ben', [[17, 22]], 'Anna, our barista, and Ben'],
  same('Coffee, tea and cake'),
  same('Salt and pepper, oil, and vinegar'),
  same('It was cold, dark, and we left.'),
  same('Coffee, and cake'),
  same('We are open, and so is the bar.'),
];

describe.each([
  ['always', ALWAYS],
  ['never', NEVER],
] as const)('%s', (oxfordComma, rows) => {
  const setting = { guide: { punctuation: { oxfordComma } } };
  test.each(rows)('%s', (text, ranges, fixed) => {
    expect(lintWith('oxford-comma', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('oxford-comma', setting, text)).toBe(fixed);
  });
});

test('is made for English, and says so elsewhere', () => {
  const guide = { meta: { name: { full: 'Test' } }, punctuation: { oxfordComma: 'always' as const } };
  const compiled = compileGuide(guide, { locale: 'el-GR' });
  expect(compiled.notChecked.map(({ rule }) => rule)).toEqual(['oxford-comma']);
});

test('time grows with the text', GROWTH, () => {
  const setting = { guide: { punctuation: { oxfordComma: 'always' as const } } };
  const run = (size: number) => void lintWith('oxford-comma', setting, 'a, b and c '.repeat(size / 11));
  expect(slowdown(run, 5_000)).toBeLessThan(LINEAR);
});
