/** Instagram and Facebook are measured by the stricter unit, since Meta names none. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFacebook } from '../../functions/channels/facebook/count.ts';
import { countInstagram } from '../../functions/channels/instagram/count.ts';

describe.each([
  ['instagram', countInstagram, 2_200],
  ['facebook', countFacebook, 63_206],
])('%s', (_, count, limit) => {
  it.each([
    ['link with a scheme', 'https://example.com', 19],
    ['ideographs', '薄荷', 2],
    ['flag', '🇬🇷', 4],
    ['family', '👩‍👩‍👧', 8],
    ['skin tone', '👍🏽', 4],
    ['keycap', '1️⃣', 3],
    ['composed', 'é', 1],
    ['decomposed', 'e\u0301', 2],
  ])('%s', (__, text, length) => expect(count(text).length).toBe(length));

  it('fits at its limit and not one over', () => {
    expect(count('a'.repeat(limit))).toEqual({ length: limit, limit, unit: 'characters', fits: true });
    expect(count('a'.repeat(limit + 1)).fits).toBe(false);
  });

  it('is never below the number of graphemes', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(count(text).length).toBeGreaterThanOrEqual([...graphemes.segment(text)].length);
      }),
    );
  });
});
