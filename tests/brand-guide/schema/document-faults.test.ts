/** A document's own faults are told by place, few at a time, and soon: whatever it is made of. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../brand-guide/schema/document.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('faults of a document', () => {
  it.each([
    ['a repeated key', 'a: 1\nb: 2\na: 3', { line: 3, column: 1, message: 'Map keys must be unique' }],
    [
      'a repeated key of JSON',
      '{"a": 1, "a": 2}',
      { line: 1, column: 10, message: 'Map keys must be unique' },
    ],
    [
      'a repeated key below',
      'a:\n  b: 1\n  "b": 2',
      { line: 3, column: 3, message: 'Map keys must be unique' },
    ],
    [
      'fields in fields',
      '- '.repeat(20_000),
      { line: 1, column: 1, message: 'the document is nested too deeply' },
    ],
  ])('places %s', (_, source, problem) => {
    expect(parseDocument(source).problems).toEqual([{ path: '', ...problem }]);
  });

  it('reads a document of many keys in time that grows with it', { timeout: 20_000 }, () => {
    const { problems, value } = parseDocument(lines(60_000, (index) => `k${index}: 1`));
    expect(problems).toEqual([]);
    expect(value).toHaveProperty('k59999', 1);
  });

  it('names the first fifty faults of a text that is nothing but faults', { timeout: 20_000 }, () => {
    expect(parseDocument('"'.repeat(5000)).problems).toHaveLength(50);
    expect(parseDocument(lines(500, () => 'a: 1')).problems).toHaveLength(50);
  });
});
