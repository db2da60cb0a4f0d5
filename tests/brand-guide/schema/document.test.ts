import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../brand-guide/schema/document.ts';

describe('sourceOf gives a scalar as it was written', () => {
  const parsed = parseDocument(
    'facts:\n  - { id: price, value: 89.00 }\n  - { id: when, value: 2027-05-17 }\ncode: "MINT20"\n',
  );
  test.each([
    [['facts', 0, 'value'], '89.00'],
    [['facts', 1, 'value'], '2027-05-17'],
    [['code'], 'MINT20'],
    [['facts'], undefined],
    [['nowhere', 1], undefined],
  ])('%j', (path, source) => {
    expect(parsed.sourceOf(path)).toBe(source);
  });
  test('dates stay text, numbers are numbers', () => {
    expect(parsed.value).toMatchObject({ facts: [{ value: 89 }, { value: '2027-05-17' }] });
  });
});

describe('JSON is read as the YAML that it is', () => {
  test('whatever its values', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(0, 2, '\t'),
        (value, indent) => {
          const parsed = parseDocument(JSON.stringify(value, null, indent));
          expect([parsed.value, parsed.problems]).toEqual([JSON.parse(JSON.stringify(value)), []]);
        },
      ),
    );
  });

  test.each([
    ['a key that stands twice', '{\n  "a": 1,\n  "a": 2\n}', 3],
    ['the same key, written otherwise', '{"b": {"a": 1,\n"\\u0061": 2}}', 2],
    ['a key and a colon in a text are none', '{"a": "\\"a\\": ", "b": ["x\\\\", ": "]}', undefined],
    ['a bracket too few', '{"a": [1, 2}', 1],
  ])('%s', (_, source, line) => {
    expect(parseDocument(source).problems[0]?.line).toBe(line);
  });

  test.each([
    ['{"a": {"price": 89.00}}', ['a', 'price'], '89.00', 1, 17],
    ['{\n\t"a": [\n\t\t"x",\n\t\t1e3\n\t]\n}', ['a', 1], '1e3', 4, 3],
    ['{ "\\u0061": true }', ['a'], 'true', 1, 13],
  ])('with places: %j', (source, path, written, line, column) => {
    const parsed = parseDocument(source);
    expect(parsed.sourceOf(path)).toBe(written);
    expect(parsed.locate({ path, message: '' })).toMatchObject({ line, column });
  });

  test.each([
    ['names without quotation marks', '{ a: 1, b: [c] }'],
    ['a comment', '{ "a": 1, # one\n "b": ["c"] }'],
  ])('%s are YAML alone', (_, source) => {
    expect(parseDocument(source).value).toEqual({ a: 1, b: ['c'] });
  });
});
