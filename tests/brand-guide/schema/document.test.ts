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
