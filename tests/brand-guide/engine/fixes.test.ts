import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import type { Finding, Fix } from '../../../brand-guide/engine/types.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';

function finding(fix: Fix | undefined, rule = 'some-rule'): Finding {
  const place = { field: 'text', start: fix?.start ?? 0, end: fix?.end ?? 0, line: 1, column: 1 };
  const stamped = {
    rule,
    message: '',
    severity: 'error' as const,
    gate: 'block' as const,
    waivable: true,
    evidence: '',
    fingerprint: '',
  };
  return { ...place, ...stamped, ...(fix ? { fix } : {}) };
}

const read = (text: string) => findMentions(text, { locale: 'en-US', codes: ['MINT20'] });

describe('one pass', () => {
  test.each<[string, Fix[], string, number]>([
    [
      'abc def',
      [
        { start: 0, end: 3, text: 'x' },
        { start: 4, end: 7, text: 'y' },
      ],
      'x y',
      2,
    ],
    [
      'abc def',
      [
        { start: 4, end: 7, text: 'y' },
        { start: 0, end: 3, text: 'x' },
      ],
      'x y',
      2,
    ],
    [
      'abcdef',
      [
        { start: 0, end: 3, text: 'x' },
        { start: 2, end: 5, text: 'y' },
      ],
      'xdef',
      1,
    ],
    [
      'abcdef',
      [
        { start: 0, end: 3, text: 'x' },
        { start: 3, end: 6, text: 'y' },
      ],
      'xdef',
      1,
    ],
    [
      'ab',
      [
        { start: 2, end: 2, text: '!' },
        { start: 2, end: 2, text: '?' },
      ],
      'ab!',
      1,
    ],
    ['ab', [{ start: 1, end: 9, text: '!' }], 'ab', 0],
    ['', [{ start: 0, end: 0, text: 'new' }], 'new', 1],
    ['👩‍👩‍👧 cheap', [{ start: 9, end: 14, text: 'good' }], '👩‍👩‍👧 good', 1],
    ['abc', [], 'abc', 0],
  ])('%s with %o', (text, fixes, expected, applied) => {
    const result = applyFixes(text, [...fixes.map((fix) => finding(fix)), finding(undefined)]);
    expect(result.text).toBe(expected);
    expect([result.applied.length, result.left.length]).toEqual([applied, fixes.length + 1 - applied]);
  });
});

describe('a fix never changes a fact that the text states', () => {
  test.each<[string, Fix[], string]>([
    ['Just $4.95 today', [{ start: 5, end: 10, text: '$5' }], 'Just $4.95 today'],
    [
      'Just $4.95 cheap',
      [
        { start: 5, end: 10, text: '$5' },
        { start: 11, end: 16, text: 'good' },
      ],
      'Just $4.95 good',
    ],
    ['Use code MINT20 now', [{ start: 9, end: 15, text: 'Mint20' }], 'Use code MINT20 now'],
    ['It is 20% off', [{ start: 10, end: 13, text: 'more' }], 'It is 20% off'],
    ['Cheap at $4.95', [{ start: 0, end: 5, text: 'Only 20% off' }], 'Only 20% off at $4.95'],
  ])('%s with %o', (text, fixes, expected) => {
    expect(
      applyFixes(
        text,
        fixes.map((fix) => finding(fix)),
        read,
      ).text,
    ).toBe(expected);
  });

  test('but a rule about facts mends one', () => {
    expect(
      applyFixes('Just $4.59', [finding({ start: 5, end: 10, text: '$4.95' }, 'fact-conflict')], read).text,
    ).toBe('Just $4.95');
  });
});
