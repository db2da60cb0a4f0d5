import { describe, expect, test } from 'vitest';
import { fixWith, lintWith } from './lint-with.ts';

type Policy = 'avoid' | 'prefer' | 'free';
const setting = (contractions: Policy, locale = 'en-US') => ({ guide: { voice: { contractions } }, locale });
const found = (policy: Policy, text: string) =>
  lintWith('contractions', setting(policy), text).map(({ start, end, fix, suggestions }) => [
    start,
    end,
    fix?.text ?? suggestions,
  ]);

/** A text stands for a fix, a list for what is suggested. */
describe('finds', () => {
  test.each([
    ['avoid', 'We don’t rush.', [[3, 8, 'do not']]],
    [
      'avoid',
      "We can't and WON'T",
      [
        [3, 8, 'cannot'],
        [13, 18, 'WILL NOT'],
      ],
    ],
    [
      'avoid',
      'I’m glad you’re here',
      [
        [0, 3, 'I am'],
        [9, 15, 'you are'],
      ],
    ],
    ['avoid', 'It’s a mint', [[0, 4, 'It is']]],
    ['avoid', 'It’s always been so', [[0, 4, 'It has']]],
    ['avoid', 'it’s finished', [[0, 4, ['it is', 'it has']]]],
    ['avoid', 'That’s why', [[0, 6, 'That is']]],
    ['avoid', 'We’d love to', [[0, 4, 'We would']]],
    ['avoid', 'You’d better', [[0, 5, 'You had']]],
    ['avoid', 'we’d put it', [[0, 4, ['we would', 'we had']]]],
    ['avoid', 'Don’t you love it?', [[0, 9, ['Do you not']]]],
    ['avoid', 'Good, isn’t it?', [[6, 14, ['is it not']]]],
    ['avoid', 'Isn’t mint great?', [[0, 5, undefined]]],
    ['avoid', 'Don’t wait', [[0, 5, 'Do not']]],
    ['prefer', 'We do not rush.', [[3, 9, 'don’t']]],
    ['prefer', "We do not rush, it's slow", [[3, 9, "don't"]]],
    [
      'prefer',
      'You cannot miss it. It is not far',
      [
        [4, 10, 'can’t'],
        [20, 25, 'It’s'],
      ],
    ],
    ['prefer', 'DO NOT WAIT', [[0, 6, 'DON’T']]],
    [
      'prefer',
      'I am here and we will wait',
      [
        [0, 4, 'I’m'],
        [14, 21, 'we’ll'],
      ],
    ],
    ['prefer', 'We have been busy', [[0, 7, 'We’ve']]],
  ] as const)('%s: %s', (policy, text, expected) => {
    expect(found(policy, text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    ['avoid', 'Let’s visit Ben’s café; the cup lost its lid, our guests’ too.'],
    ['avoid', 'She said “I don’t mind”.'],
    ['avoid', 'O’clock, ma’am, rock ’n’ roll, ’90s'],
    ['avoid', 'We do not rush; it is slow.'],
    ['avoid', 'Its own foam, it’s own foam'],
    ['prefer', 'That’s what it is. Bigger than it is now.'],
    ['prefer', 'We have mint and we have limited seats.'],
    ['prefer', 'You can not only drink it; you may not.'],
    ['prefer', 'That is, we will, if we will.'],
    ['prefer', 'Please do NOT shake.'],
    ['prefer', 'Guests stay, and we are too. So it is, indeed.'],
    ['prefer', 'Let us know who you are and where we are going.'],
    ['prefer', 'We don’t rush; it’s slow.'],
    ['free', 'We don’t and we do not.'],
  ] as const)('%s: %s', (policy, text) => {
    expect(found(policy, text)).toEqual([]);
  });

  test('a name, and another language', () => {
    const guide = {
      voice: { contractions: 'avoid' as const },
      names: [{ id: 'd', canonical: 'Don’t Panic' }],
    };
    expect(lintWith('contractions', { guide }, 'At Don’t Panic')).toEqual([]);
    expect(lintWith('contractions', { guide, locale: 'el-GR' }, 'We don’t')).toEqual([]);
  });
});

test.each([
  ['avoid', 'It’s mint, we’re here and they’ll stay.', 'It is mint, we are here and they will stay.'],
  ['prefer', 'It is not cold. They are not here.', 'It’s not cold. They’re not here.'],
] as const)('%s mends %s', (policy, text, fixed) => {
  expect(fixWith('contractions', setting(policy), text)).toBe(fixed);
});
