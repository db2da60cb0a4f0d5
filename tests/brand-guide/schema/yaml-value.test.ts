/** The fast reader of YAML agrees with the one that knows places, or leaves the document to it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { DocumentOptions, SchemaOptions, ToStringOptions } from 'yaml';
import { parseDocument } from '../../../brand-guide/schema/document.ts';
import { yamlValue } from '../../../brand-guide/schema/yaml-value.ts';
import { runs } from '../../support/runs.ts';

/** Undefined where the other parser refuses the document. */
function slowly(source: string): unknown {
  try {
    return parse(source, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

const ODDITIES = [
  'yes',
  'no',
  'on',
  'NO',
  'true',
  'True',
  'null',
  '~',
  'Null',
  '0o17',
  '0x1F',
  '017',
  '1_000',
  '1e3',
  '.5',
  '5.',
  '-.inf',
  '.NaN',
  '+1',
  '0b11',
  '89.00',
  '2027-05-17',
  '19:30',
  '12:30:45',
  '=',
  '<<',
  'a: b',
  'a #b',
  '- a',
  '#a',
  '? a',
  'a\nb',
  'a\n\n b\n',
  ' lead',
  'trail ',
  '\ttab',
  "it's",
  '"q"',
  '{a}',
  '[a]',
  '%a',
  '@a',
  '`a',
  '|',
  '>',
  '&a',
  '*a',
  '!a',
  '\u00A0',
  '\u2028',
  '\u{1F600}',
  'ή',
];
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(...ODDITIES),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const tree = fc.letrec<{ value: unknown; fields: object }>((tie) => ({
  fields: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('fields'),
  ),
})).fields;
const options: fc.Arbitrary<ToStringOptions & DocumentOptions & SchemaOptions> = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  lineWidth: fc.constantFrom(0, 20, 80),
  aliasDuplicateObjects: fc.boolean(),
});

describe('the fast reader', { timeout: 120_000 }, () => {
  test('reads what was written', () => {
    fc.assert(
      fc.property(tree, options, (value, how) => {
        const source = stringify(value, { schema: 'core', ...how });
        const fast = yamlValue(source);
        if (fast !== undefined) expect(fast).toEqual(slowly(source));
      }),
      runs(1000),
    );
  });

  test('agrees on texts that somebody damaged', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom(
          '',
          ' ',
          '\n',
          ':',
          '-',
          '#',
          '"',
          "'",
          '{',
          ']',
          '\t',
          '&a ',
          '*a',
          '|',
          'x',
          '\r\n',
          '? ',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(tree, options, damage, (value, how, cuts) => {
        let source = stringify(value, { schema: 'core', ...how });
        for (const [at, put] of cuts) {
          const place = at % (source.length + 1);
          source = source.slice(0, place) + put + source.slice(put === '' ? place + 1 : place);
        }
        const [fast, slow] = [yamlValue(source), slowly(source)];
        if (fast !== undefined && slow !== undefined) expect([source, fast]).toEqual([source, slow]);
      }),
      runs(1000),
    );
  });

  test.each([
    [
      'octal, hexadecimal and plain numbers',
      'a: 0o17\nb: 0x1F\nc: 017\nd: 1e3\ne: 1_000\nf: 0b11',
      { a: 15, b: 31, c: 17, d: 1000, e: '1_000', f: '0b11' },
    ],
    [
      'words that YAML 1.1 took for others',
      'a: yes\nb: No\nc: on\nd: 12:30\ne: 2027-05-17',
      { a: 'yes', b: 'No', c: 'on', d: '12:30', e: '2027-05-17' },
    ],
    [
      'texts of several lines',
      'a: >-\n  one\n  two\n\n  three\nb: |\n  x\n   y\n',
      { a: 'one two\nthree', b: 'x\n y\n' },
    ],
    ['line ends of Windows', 'a: 1\r\nb: [x,\r\n  y]\r\n', { a: 1, b: ['x', 'y'] }],
    ['comments', '# all\na: b # c\n# end\n', { a: 'b' }],
  ])('reads %s as the core schema has it', (_, source, value) => {
    expect([yamlValue(source), slowly(source)]).toEqual([value, value]);
  });

  test.each([
    ['anchors and aliases', 'a: &x [1]\nb: *x\n'],
    ['keys that are no text', '1: a\n'],
    ['a key of the language', '__proto__: { a: 1 }\n'],
    ['tags', 'a: !!str 1\n'],
    ['another version of YAML', '%YAML 1.1\n---\na: yes\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['a carriage return that ends no line', 'a: b\r  c\n'],
    ['what is no YAML', 'a: [\n'],
    ['what is no fields', '- a\n'],
  ])('leaves %s to the other', (_, source) => {
    expect(yamlValue(source)).toBeUndefined();
  });

  test('keeps what was written for whoever asks', () => {
    const parsed = parseDocument('price: 89.00\n');
    expect([parsed.value, parsed.sourceOf(['price'])]).toEqual([{ price: 89 }, '89.00']);
  });
});
