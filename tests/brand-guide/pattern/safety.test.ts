/** Patterns known to hang engines that backtrack: each runs in time that grows as the text does, or is refused. */
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../brand-guide/pattern/compile.ts';
import { patternSet } from '../../../brand-guide/pattern/pattern-set.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import { compiled, found } from './find.ts';

/** pattern, how a text that hurts begins, what is repeated in it, how it ends */
const evil: readonly (readonly [string, string, string, string])[] = [
  ['(a+)+$', '', 'a', '!'],
  ['(a*)*$', '', 'a', '!'],
  ['([a-zA-Z]+)*$', '', 'a', '!'],
  ['(a|aa)+$', '', 'a', '!'],
  ['(a|a?)+$', '', 'a', '!'],
  ['(.*a){12}$', '', 'a', '!'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', '', 'a', '!'],
  ['(x+x+)+y', '', 'x', '!'],
  ['(?:x+)+y', '', 'x', '!'],
  ['\\s+x', '', ' ', '!'],
  ['\\s+$', '', ' ', '!'],
  ['^\\s+|\\s+$', 'a', ' ', 'b'],
  ['a.*b', '', 'a', ''],
  ['a.*b.*c', '', 'ab', ''],
  ['a.*b|a', '', 'a', ''],
  ['.*,.*,.*x', '', ',', ''],
  ['\\d+\\d+\\d+x', '', '1', ''],
  ['\\w+ed\\b', '', 'e', ''],
  ['\\b[^\\s-]+ly-\\w+\\b', '', 'a.', ''],
  ['(?:[^,]+,){1,}\\s\\w+\\s(?:and|or)', '', 'a,', ''],
  ['\\(.+\\)', '', '(', ''],
  ['"[^"]+"[.,?]', '', '"', ''],
  ['<!--.*?-->', '', '<!--', ''],
  ['([\\w.]+)+@example', '', 'a', '!'],
  ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$', '', 'a', '!'],
  ['(([a-z0-9]+)\\.)+com', '', 'a.', ''],
  ['(https?://)?([\\da-z.-]+)\\.([a-z.]{2,6})([/\\w .-]*)*/?$', '', 'a', '!'],
  ['((\\d+)[ -]?)+x', '', '1', ''],
  ['(?<=a+)b', '', 'a', ''],
  ['(?<!:[^ ]+?):\\s[A-Z]', '', ':a', ''],
  ['a(?=.*z)', '', 'a', ''],
  ['(?:a(?!.*z))+b', '', 'a', ''],
  ['(?i)(straße|strasse)+s+$', '', 'strasse', '!'],
  ['[^c]*c', '', 'a', ''],
  ['(?:\\p{L}+\\s?)+[.!?]{3}', '', 'я', ''],
  ['(а+)+б', '', 'а', ''],
];

const textOf = (before: string, repeated: string, after: string, size: number): string =>
  before + repeated.repeat(size / repeated.length) + after;

const searchAll = (source: string, text: string): void => {
  for (const match of compiled(source).matches(text)) expect(match.end).toBeGreaterThanOrEqual(match.start);
};

describe('a pattern that could hang', () => {
  it.each(evil)('%s takes time that grows as the text does', GROWTH, (source, before, repeated, after) => {
    expect(slowdown((size) => searchAll(source, textOf(before, repeated, after, size)), 2000)).toBeLessThan(
      LINEAR,
    );
  });

  it('finds the same as backtracking does, where that is quick enough to ask', () => {
    for (const [source, before, repeated, after] of evil) {
      const text = textOf(before, repeated, after, 12);
      expect(found(source, text), source).toEqual(
        Array.from(text.matchAll(new RegExp(source.replace('(?i)', ''), 'gu')), ([all]) => all),
      );
    }
  });
});

/** Needs an engine that backtracks, and could make it hang. */
const refused = [
  '(?:(?:a?){20}){20}b',
  '(a+)\\1+$',
  '(?>a+|b)+c\\b(a)\\1',
  '(\\w+) \\1',
  '(.+)\\1',
  '(?:(a+)+b)\\1',
];

describe('a pattern that no engine can be trusted with', () => {
  it.each(refused)('%s is refused', (source) => {
    expect(compilePattern(source)).toMatchObject({ ok: false, message: expect.stringContaining('too long') });
  });

  it('finds nothing in a set, which tells of it', () => {
    const set = patternSet([
      { key: 'bad', source: '(.+)\\1' },
      { key: 'good', source: 'a' },
    ]);
    expect([...set.faults.keys()]).toEqual(['bad']);
    expect([...set.scan('aa').keys()]).toEqual(['good']);
  });
});

/** A reference needs backtracking, and these are proven to do little of it. */
it.each([
  ['\\b(\\w+)\\s+\\1\\b', 'the the cat', ['the the']],
  ['(?i)\\b(\\w+)\\s+\\1\\b', 'The the cat', ['The the']],
  ['([\'"])[a-z]\\1', `'a' "b' "c"`, ["'a'", '"c"']],
] as const)('%s runs natively', (source, text, expected) => {
  expect(found(source, text)).toEqual(expected);
});
