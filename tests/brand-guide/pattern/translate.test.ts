/** What the syntax of Vale's rules means, and what is told of patterns that are badly written. */
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../brand-guide/pattern/compile.ts';
import { found, matchesOf } from './find.ts';

const VALE = { dialect: 'vale' } as const;

/** pattern, text, what Vale's own engine finds (regexp2 as Vale 3.21.0 sets it up). */
const asVale: readonly (readonly [string, string, readonly string[]])[] = [
  ['(?i)k', 'kK\u212a', ['k', 'K', '\u212a']],
  ['(?i)s', 'sS\u017f', ['s', 'S', '\u017f']],
  ['(?i)ς', 'ςσΣ', ['ς', 'σ', 'Σ']],
  ['(?i)ß', 'ßẞ ss', ['ß', 'ẞ']],
  ['(?i)i', 'iIıİ', ['i', 'I']],
  ['(?i)µ', 'µμΜ', ['µ', 'μ', 'Μ']],
  ['(?i)ϐ', 'βϐΒ', ['β', 'ϐ', 'Β']],
  ['(?i)ǆ', 'ǅǄǆ', ['ǅ', 'Ǆ', 'ǆ']],
  ['(?i)ж', 'жЖ', ['ж', 'Ж']],
  ['(?i)ά', 'άΆα', ['ά', 'Ά']],
  ['(?i)\u{10400}', '\u{10428}\u{10400}', ['\u{10428}', '\u{10400}']],
  ['(?i)[a-z]', '\u212a\u017fıİéÉ', ['\u212a', '\u017f']],
  ['(?i)[^k]', 'kK\u212ax', ['x']],
  ['(?i)\\p{Lu}', 'aAéÉ', ['a', 'A', 'é', 'É']],
  ['(?i)\\x{212A}', 'kK', ['k', 'K']],
  ['(?i:a)b', 'Ab AB', ['Ab']],
  ['a(?i)b|c', 'aB C', ['aB', 'C']],
  ['(?-i)a', 'aA', ['a']],
  ['(?i)(a)\\1', 'aA Aa', ['aA', 'Aa']],
  ['\\w+', 'café_1', ['caf', '_1']],
  ['\\W', 'aé', ['é']],
  ['\\d+', '12٣', ['12']],
  ['\\s', '\u00a0\u000b\f \u2003', ['\f', ' ']],
  ['\\h', 'h \t', ['h']],
  ['\\Qa.b\\E', 'a.b Qa.bE', ['Qa.bE']],
  ['[[:alpha:]]+', 'aé1', ['a']],
  ['[[:^alpha:]]', '1a', ['1']],
  ['[[:word:]]+', 'aé1_', ['a', '1_']],
  ['\\p{Greek}\\pL', 'Ωa', ['Ωa']],
  ['\\p{Letter}', 'a1', ['a']],
  ['\\p{Cyrillic}+', 'Жук bug', ['Жук']],
  ['\\P{L}', 'a-', ['-']],
  ['[\\p{L}\\d]+', '1a-', ['1a']],
  ['[a-z-[aeiou]]+', 'abcde', ['bcd']],
  ['[]a]', ']a', [']', 'a']],
  ['[^]a]', ']ab', ['b']],
  ['[\\w-z]', '-z', ['-', 'z']],
  ['[a\\-z]', '-b', ['-']],
  ['[\\b]', '\b', ['\b']],
  [']}', ']}', [']}']],
  ['{', '{', ['{']],
  ['a{,3}', 'aaa a{,3}', ['a{,3}']],
  ['a{2', 'aa a{2', ['a{2']],
  ['a{2}', 'aaa', ['aa']],
  ['a{1,}?', 'aa', ['a', 'a']],
  ['\\_\\-\\q\\/', '_-q/', ['_-q/']],
  ['\\012\\x41\\x{41}\\u0041\\cA', '\nAAA\u0001', ['\nAAA\u0001']],
  ['\\e\\a\\f\\v', '\u001b\u0007\f\u000b', ['\u001b\u0007\f\u000b']],
  ['.', '\r\u2028\n', ['\r', '\u2028']],
  ['(?s).', '\n', ['\n']],
  ['a$', 'a\n', []],
  ['(?m)a$', 'a\na', ['a', 'a']],
  ['(?m)a$', 'a\r\n', []],
  ['(?m)^x', 'x\n\u2028x\nx', ['x', 'x']],
  ['\\Aa', 'a\na', ['a']],
  ['a\\z', 'a a', ['a']],
  ['a\\Z', 'a a', ['a']],
  ['(?<!\\w)x(?=y)', 'xy axy', ['x']],
  ['(?<=a)b|(?!c)\\w', 'abc', ['a', 'b']],
  ['(?>a+)b', 'aab', ['aab']],
  ['(?x) a b # both\n', 'ab', ['ab']],
  ['(?#note)a', 'a', ['a']],
  ['(?n)(a)(?<b>b)', 'ab', ['ab']],
  ["(?'q'a)\\k'q'", 'aa', ['aa']],
  ['(?P<q>a)\\k<q>', 'aa', ['aa']],
  ['\\w*', 'ab c', ['ab', '', 'c', '']],
  ['x*', '👍a', ['', '', '']],
  ['\\bcaf\\b', 'café caf', ['caf']],
];

/** pattern, text, what a guide's own patterns find: their classes are Unicode's. */
const asGuide: readonly (readonly [string, string, readonly string[]])[] = [
  ['\\w+', 'café_1 кот', ['café_1', 'кот']],
  ['\\d+', '12٣', ['12٣']],
  ['a\\sb', 'a\u00a0b', ['a\u00a0b']],
  ['a\\hb', 'a\tb', ['a\tb']],
  ['\\Qa.b\\E+', 'a.bb axb', ['a.bb']],
  ['a++b', 'aab', ['aab']],
  ['a++a', 'aaa', []],
  ['\\W', 'é-', ['-']],
];

/** pattern, message, offset */
const refused: readonly (readonly [string, string, number])[] = [
  ['a(b', 'This parenthesis is never closed', 1],
  ['a)b', 'This parenthesis closes nothing', 1],
  ['ab[c', 'The class has no closing bracket', 2],
  ['*a', 'There is nothing to repeat here', 0],
  ['a|+', 'There is nothing to repeat here', 2],
  ['a**', 'A repetition cannot be repeated: put it in a group', 2],
  ['a{3,2}', 'It repeats at least more often than at most', 1],
  ['[z-a]', 'A range begins with the smaller character', 1],
  ['[a-\\d]', 'A range needs a single character at both ends', 1],
  ['[a-z-[x]y]', 'What a class takes away must stand last in it', 8],
  ['a\\p{Klingon}', 'Unicode has no category or script "Klingon"', 1],
  ['[[:smile:]]', 'There is no class [:smile:]', 1],
  ['\\8', 'There is no group 8', 0],
  ['(a)\\k<b>', 'There is no group b', 3],
  ['a\\', 'A backslash must be followed by something', 1],
  ['\\xZZ', 'A character by its number needs hexadecimal digits, as \\x41', 0],
  ['(?<>a)', 'A group is named as (?<name>…)', 0],
  ['a(?q)', 'There is no flag "q"', 1],
  ['(?(1)a|b)', 'Conditions are not supported: write both cases as alternatives', 0],
  ['\\Ga', '\\G is not supported: leave it out', 0],
  ['(a)?\\1', 'It refers to a group that need not have matched: make that group come first, and always', 0],
];

describe('a pattern in the syntax of Vale', () => {
  it.each(asVale)('%s in %j finds %j', (source, text, expected) => {
    expect(found(source, text, VALE)).toEqual(expected);
  });

  it('numbers groups without a name before those with one', () => {
    const [match] = matchesOf('(?P<a>x)(y)', 'xy', VALE);
    expect(match?.groups).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 2 },
      { start: 0, end: 1 },
    ]);
  });

  it('keeps what a group took in an earlier round of a loop', () => {
    const [match] = matchesOf('(?:(a)|b)+', 'ab', VALE);
    expect(match?.groups[1]).toEqual({ start: 0, end: 1 });
  });
});

describe('a pattern of a guide', () => {
  it.each(asGuide)('%s in %j finds %j', (source, text, expected) => {
    expect(found(source, text)).toEqual(expected);
  });

  it.each([
    [{ ignoreCase: true }, 'ΔΩΡΟ', 'δώρο|δωρο', ['ΔΩΡΟ']],
    [{ multiline: true }, 'a\nb', '^b', ['b']],
    [{ dotAll: true }, 'a\nb', 'a.b', ['a\nb']],
  ] as const)('takes the options %j', (options, text, source, expected) => {
    expect(found(source, text, options)).toEqual(expected);
  });
});

describe('a pattern that is badly written', () => {
  it.each(refused)('%s: %s, at %i', (source, message, at) => {
    expect(compilePattern(source)).toEqual({ ok: false, message, at });
  });

  it('a possessive quantifier is none of Vale’s', () => {
    expect(compilePattern('a++', VALE)).toMatchObject({ ok: false, at: 2 });
  });
});
