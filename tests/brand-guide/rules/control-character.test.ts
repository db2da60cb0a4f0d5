import { describe, expect, test } from 'vitest';
import { fixWith, lintWith } from './lint-with.ts';

const NONE = { guide: {}, locale: 'en-US' };

describe('characters that nobody sees are found and taken away', () => {
  test.each([
    ['Mint\u0000 latte', [[4, 5]], 'Mint latte'],
    ['a\u0007\u0008b\u001B[2Jc', [[1, 3], [4, 5]], 'ab[2Jc'], // prettier-ignore
    ['\u0001\n\u0002', [[0, 1], [2, 3]], '\n'], // prettier-ignore
    ['del\u007F, next\u0085 line', [[3, 4], [10, 11]], 'del, next line'], // prettier-ignore
    ['Price \u202E9.4$\u202C', [[6, 7]], 'Price 9.4$\u202C'],
    ['not a letter \uFFFE', [[13, 14]], 'not a letter '],
    ['plane \u{1FFFE}!', [[6, 8]], 'plane !'],
    ['Two lines,\r\nand a\ttab', [], 'Two lines,\r\nand a\ttab'],
    ['👩‍🍳 ☕️ e\u0301 \u00ADsoft', [], '👩‍🍳 ☕️ e\u0301 \u00ADsoft'],
    ['قیمت \u2066€9\u2069 نوشیدنی\u200Cهای\u200F', [], 'قیمت \u2066€9\u2069 نوشیدنی\u200Cهای\u200F'],
  ])('%j', (text, ranges, fixed) => {
    expect(lintWith('control-character', NONE, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('control-character', NONE, text)).toBe(fixed);
  });

  test('what was lost is for a person to write again', () => {
    const [finding] = lintWith('control-character', NONE, 'Caf\uFFFD au lait');
    expect(finding).toMatchObject({ start: 3, end: 4, severity: 'error' });
    expect(finding?.fix).toBeUndefined();
    expect(finding?.message).toContain('U+FFFD');
  });
});
