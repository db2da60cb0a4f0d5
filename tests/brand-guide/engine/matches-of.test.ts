/** All matches of a pattern are those of `matchAll`, and the pattern is left as it was. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOf } from '../../../brand-guide/engine/matches-of.ts';

const PATTERNS = [/a/gu, /(?<word>\p{L}+) ?/gu, /x*/gu, /x*/g, /(?=b)/gu, /\n|$/gu, /^/gmu];
const texts = fc.array(fc.constantFrom('a', 'b', 'x', ' ', '\n', '😀', 'é')).map((signs) => signs.join(''));

test.each(PATTERNS)('%s matches what matchAll does', (pattern) => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = matchesOf(text, pattern);
      expect(found).toEqual([...text.matchAll(pattern)]);
      expect(pattern.lastIndex).toBe(0);
    }),
  );
});

test('begins at the start, wherever a search before it stopped', () => {
  const pattern = /a/gu;
  pattern.test('aaa');
  expect(matchesOf('aa', pattern).map(({ index }) => index)).toEqual([0, 1]);
});

test('refuses a pattern that is not global, which would never end', () => {
  expect(() => matchesOf('aa', /a/u)).toThrow(TypeError);
});
