/** Graphemes are what the segmenter of the platform says, though most of a text is counted without it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../functions/channels/measure.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const segmented = (text: string): number => [...segmenter.segment(text)].length;

const SIGNS = [
  'a',
  'é',
  'e\u0301',
  'ά',
  'Я',
  'й',
  'ی',
  '\u200c',
  '\u200d',
  '\u064b',
  '\u0600',
  '\u0b83',
  '字',
  'カ\u3099',
  '\r\n',
  '\r',
  '\n',
  ' ',
  '\u00ad',
  '\u2060',
  '1\ufe0f\u20e3',
  '👍',
  '👍🏽',
  '🇬🇷',
  '🇬',
  '👩‍👩‍👧',
  '❤️',
  '☕',
  '한',
  'ᄒ',
  'ᅡ',
  '\ud800',
  '\udc00',
  '，',
  'ﾞ',
  '\u0e33',
  'क्षि',
  '𝟙',
  '\u{1f3fb}',
  '\u{e0067}',
];

describe('graphemes', () => {
  test('counts any sequence of signs as the segmenter does', () => {
    const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 24 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(graphemes(text)).toBe(segmented(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('counts every character beside any other as the segmenter does', () => {
    const points = fc.integer({ min: 0, max: 0x1ffff }).map((point) => String.fromCodePoint(point));
    const texts = fc.array(points, { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(graphemes(text)).toBe(segmented(text));
      }),
      { numRuns: 2000 },
    );
  });
});
