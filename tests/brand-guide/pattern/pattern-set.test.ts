/** Many patterns together find exactly what each finds alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../brand-guide/pattern/compile.ts';
import { patternSet } from '../../../brand-guide/pattern/pattern-set.ts';
import type { PatternMatch, PatternOptions } from '../../../brand-guide/pattern/pattern.ts';
import { walker } from '../../../brand-guide/pattern/walk.ts';
import { inChoice } from '../../../brand-guide/pattern/node.ts';
import { preparePattern } from '../../../brand-guide/pattern/compile.ts';
import { programOf } from '../../../brand-guide/pattern/program.ts';
import { allMatches } from '../../../brand-guide/pattern/native.ts';
import { runs } from '../../support/runs.ts';

/** Six scripts, and what upsets them: halves of pairs, joiners, marks, controls, capitals. */
const alphabet = [
  'a',
  'b',
  'ab',
  'A',
  'B',
  'é',
  'e\u0301',
  'ω',
  'Ω',
  'ς',
  'Σ',
  'ж',
  'Ж',
  '中',
  '文',
  'ک',
  'ك',
  '\u200c',
  '\u200d',
  ' ',
  '  ',
  '\n',
  '-',
  '.',
  "'",
  '_',
  '1',
  '٣',
  '👍',
  '\u{10400}',
  '\u{10428}',
  '\ud83d',
  '\udc4d',
  'ß',
  'ſ',
  '\u212a',
  '\u202e',
] as const;

const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map((parts) => parts.join(''));

const escaped = (text: string): string => text.replace(/[.\\-]/g, '\\$&');
const letters = fc
  .constantFrom(...alphabet.filter((one) => !/[\ud800-\udfff]$/u.test(one) || one === '👍'))
  .map(escaped);
const words = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const atoms = fc.oneof(
  { weight: 6, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\\w',
      '\\d',
      '\\s',
      '.',
      '[ab]',
      '[^ab]',
      '[ωж中]',
      '\\p{Lu}',
      '[a-z]',
      '\\W',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('\\b', '\\B', '^', '$', '(?=a)', '(?<!b)', '(?!ω)', '(?<=\\s)') },
);
const quantifiers = fc.constantFrom('', '', '', '', '*', '+', '?', '{2}', '{1,3}', '*?', '+?', '??');

const { pattern: sources } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'pattern' },
    { weight: 5, arbitrary: atoms },
    fc.tuple(tie('pattern'), quantifiers).map(([body, quantifier]) => `(?:${body})${quantifier}`),
    fc.tuple(fc.constantFrom('\\w', '[ab]', 'ж', '\\s', '.'), quantifiers).map((parts) => parts.join('')),
    tie('pattern').map((body) => `(${body})`),
  ),
  pattern: fc
    .array(fc.array(tie('piece'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((branches) => branches.map((pieces) => pieces.join('')).join('|')),
}));

/** As Vale writes its rules: words between boundaries. */
const framed = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => `\\b(?:${all.join('|')})\\b`);
const options: fc.Arbitrary<PatternOptions> = fc.record({
  ignoreCase: fc.boolean(),
  multiline: fc.boolean(),
  dotAll: fc.boolean(),
  dialect: fc.constantFrom('guide', 'vale'),
});
const entries = fc
  .array(fc.record({ source: fc.oneof(sources, framed), options }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, key) => ({ ...one, key })));

const alone = (source: string, given: PatternOptions, text: string): readonly PatternMatch[] => {
  const result = compilePattern(source, given);
  return result.ok ? [...result.pattern.matches(text)] : [];
};

describe('a set of patterns', () => {
  it('finds what each pattern finds alone', () => {
    fc.assert(
      fc.property(entries, texts, (all, text) => {
        const found = patternSet(all).scan(text);
        for (const { key, source, options: given } of all)
          expect(found.get(key) ?? [], source).toEqual(alone(source, given, text));
      }),
      runs(200),
    );
  });

  it('has ranges that slice to what was matched', () => {
    fc.assert(
      fc.property(entries, texts, (all, text) => {
        for (const matches of patternSet(all).scan(text).values())
          for (const match of matches) {
            expect(text.slice(match.start, match.end)).toBe(match.text);
            expect(match.groups[0]).toEqual({ start: match.start, end: match.end });
          }
      }),
      runs(200),
    );
  });

  it.each([
    ['the earlier alternative at one place', 'app|apple', 'apple', ['app']],
    ['the longer one where it is earlier', 'apple|app', 'apple app', ['apple', 'app']],
    ['what begins first', 'ple|app', 'apple', ['app']],
    ['in any case', '(?i)ΔΩΡΟ|straße', 'δωρο STRAẞE', ['δωρο', 'STRAẞE']],
    ['a loop before the literal', '\\d+(?:st|nd|rd|th)', '1st 22nd x33rd th', ['1st', '22nd', '33rd']],
    ['behind a match of itself', '\\d+th|5', '55th 5 5th', ['55th', '5', '5th']],
  ] as const)('finds %s', (_what, source, text, expected) => {
    const found =
      patternSet([{ key: 0, source }])
        .scan(text)
        .get(0) ?? [];
    expect(found.map((match) => match.text)).toEqual(expected);
  });
});

describe('the machine', () => {
  it('finds what the engine of JavaScript finds', () => {
    fc.assert(
      fc.property(sources, options, texts, (source, given, text) => {
        const prepared = preparePattern(source, given);
        if ('ok' in prepared || !prepared.engines.every((one) => one.isLinear)) return;
        const program = programOf(inChoice(prepared.engines.map((one) => one.node)));
        if (!program) return;
        expect([...allMatches(walker(program, prepared.groups, text), text)], source).toEqual(
          alone(source, given, text),
        );
      }),
      runs(800),
    );
  });
});
