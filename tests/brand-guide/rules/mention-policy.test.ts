import { describe, expect, test } from 'vitest';
import type { MentionPolicy } from '../../../brand-guide/schema/social.ts';
import { lintWith } from './lint-with.ts';

const ALLOW: MentionPolicy = { allow: ['@lumen', 'north.wind', 'fair@social.example', '@Καφές'] };

const ROWS: readonly (readonly [MentionPolicy, string, readonly (readonly [number, number])[]])[] = [
  [ALLOW, '@lumen and @LUMEN', []],
  [ALLOW, '＠lumen', []],
  [ALLOW, '@north.wind.', []],
  [ALLOW, '@northwind', [[0, 10]]],
  [ALLOW, '@fair@social.example, thanks', []],
  [ALLOW, '@fair@other.example', [[0, 19]]],
  [ALLOW, 'Στον @καφές!', []],
  [ALLOW, 'с @кафе', [[2, 7]]],
  [ALLOW, '追蹤@lumen試戴', []],
  [ALLOW, '追蹤@lumens試戴', [[2, 9]]],
  [ALLOW, 'با @lumen، و @other', [[13, 19]]],
  [ALLOW, 'me@mail.example, https://a.example/@x, `@y`', []],
  [
    { allow: [] },
    '@a @b',
    [
      [0, 2],
      [3, 5],
    ],
  ],
  [{ max: 1 }, '@a @b @c', [[3, 5]]],
  [{ max: 2 }, '@a @b', []],
  [{ max: 0 }, 'a @ b', []],
];

describe('holds mentions to', () => {
  test.each(ROWS)('%o: %s', (mentions, text, ranges) => {
    const found = lintWith('mention-policy', { guide: { mentions } }, text);
    expect(found.map(({ start, end }) => [start, end])).toEqual(ranges);
  });
});

test('a near miss is suggested', () => {
  const [found] = lintWith('mention-policy', { guide: { mentions: ALLOW } }, 'By @lumem');
  expect(found?.suggestions).toEqual(['@lumen']);
  expect(found?.message).toBe('@lumem is no handle that the guide allows; did you mean @lumen?');
});
