/** SMS is counted and cut as it is transmitted. */
import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countSms } from '../../functions/channels/sms/count.ts';
import { isGsm7, segments } from '../../functions/channels/sms/segments.ts';

const a = (count: number): string => 'a'.repeat(count);

describe('hard cases', () => {
  it.each([
    ['empty', '', 'GSM-7', 0, []],
    ['é is GSM-7', 'Frappé', 'GSM-7', 6, [6]],
    ['ç is not', 'ça', 'UCS-2', 2, [2]],
    ['é decomposed is not', 'e\u0301', 'UCS-2', 2, [2]],
    ['curly quotes are not', '“a”', 'UCS-2', 3, [3]],
    ['Greek capitals that GSM-7 has', 'ΔΩΛ', 'GSM-7', 3, [3]],
    ['Greek otherwise', 'δωρεάν', 'UCS-2', 6, [6]],
    ['extension characters cost two', '€[]{}|^~\\', 'GSM-7', 18, [9]],
    ['line breaks', 'a\r\nb\n', 'GSM-7', 5, [5]],
    ['one full segment', a(160), 'GSM-7', 160, [160]],
    ['one over', a(161), 'GSM-7', 161, [153, 8]],
    ['extension at the border of one segment', `${a(152)}€`, 'GSM-7', 154, [153]],
    ['extension that ends the only segment', `${a(158)}€`, 'GSM-7', 160, [159]],
    ['extension one over', `${a(159)}€`, 'GSM-7', 161, [153, 7]],
    ['extension at the join moves whole', `${a(152)}€${a(20)}`, 'GSM-7', 174, [152, 21]],
    ['two joins, both at an extension', `${a(152)}€${a(150)}€${a(5)}`, 'GSM-7', 311, [152, 151, 6]],
    ['seventy Cyrillic letters', 'я'.repeat(70), 'UCS-2', 70, [70]],
    ['seventy-one', 'я'.repeat(71), 'UCS-2', 71, [67, 4]],
    [
      'a surrogate pair at the join moves whole',
      `${'я'.repeat(66)}😀${'я'.repeat(10)}`,
      'UCS-2',
      78,
      [66, 12],
    ],
    ['an extension character costs one in UCS-2', 'я€', 'UCS-2', 2, [2]],
    ['flag', '🇬🇷', 'UCS-2', 4, [4]],
    ['family', '👩‍👩‍👧', 'UCS-2', 8, [8]],
    ['skin tone', '👍🏽', 'UCS-2', 4, [4]],
    ['keycap', '1️⃣', 'UCS-2', 3, [3]],
    ['ideographs', '免費試戴', 'UCS-2', 4, [4]],
    ['Persian with a zero-width non-joiner', 'آن‌ها', 'UCS-2', 5, [5]],
    ['a lone surrogate', '\ud83d', 'UCS-2', 1, [1]],
  ])('%s', (_, text, encoding, length, units) => {
    const cut = segments(text);
    expect([cut.encoding, cut.length, cut.segments.map((one) => one.length)]).toEqual([
      encoding,
      length,
      units,
    ]);
  });
});

describe('a count', () => {
  it.each([
    ['Frappé', { length: 6, limit: 160, unit: 'septets', fits: true }],
    [a(161), { length: 161, limit: 160, unit: 'septets', fits: false }],
    ['я'.repeat(71), { length: 71, limit: 70, unit: 'UTF-16 units', fits: false }],
  ])('of %s', (text, count) => expect(countSms(text)).toEqual(count));
});

const character = fc.oneof(
  fc.constantFrom('a', '€', '[', 'é', '\n', ' ', 'Ω'),
  fc.constantFrom('a', 'я', '😀', '漢', '🇬🇷', '\ud83d', '€'),
);
const text = fc.array(character, { maxLength: 400 }).map((parts) => parts.join(''));

it('keeps every character, whole and in order, and no segment is over its capacity', () => {
  fc.assert(
    fc.property(text, (one) => {
      const cut = segments(one);
      expect(cut.segments.join('')).toBe(one);
      const capacity = {
        'GSM-7': cut.segments.length > 1 ? 153 : 160,
        'UCS-2': cut.segments.length > 1 ? 67 : 70,
      }[cut.encoding];
      const size = (segment: string): number =>
        cut.encoding === 'GSM-7' ? segments(segment).length : segment.length;
      expect(Math.max(0, ...cut.segments.map(size))).toBeLessThanOrEqual(capacity);
      expect(
        cut.segments.every((segment) => !/[\ud800-\udbff]$/.test(segment) || one.includes(segment)),
      ).toBe(true);
      expect(countSms(one).fits).toBe(cut.segments.length <= 1);
    }),
  );
});

describe('beside sms-segments-calculator', () => {
  it('agrees on GSM-7', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abc €[]{}|^~\\éΩ@$_\n')), maxLength: 500 }),
        (one) => {
          const theirs = new SegmentedMessage(one);
          expect([segments(one).length, Math.max(1, segments(one).segments.length)]).toEqual([
            theirs.numberOfCharacters,
            theirs.segmentsCount,
          ]);
        },
      ),
    );
  });

  it('counts people, not units, in UCS-2', () => {
    expect(new SegmentedMessage('👩‍👩‍👧').numberOfCharacters).toBe(1);
    expect(segments('👩‍👩‍👧').length).toBe(8);
  });

  it('lets a long cluster burst its segment', () => {
    const stacked = `e${'\u0301'.repeat(100)}`;
    expect(new SegmentedMessage(stacked).segments.at(-1)?.messageSizeInBits()).toBeGreaterThan(67 * 16);
    expect(segments(stacked).segments.map((one) => one.length)).toEqual([67, 34]);
  });
});

it.each(['', 'abc', '@£$¥èéùìòÇ', 'ΦΓΛΩΠΨΣΘΞ'])('%j is GSM-7', (one) => expect(isGsm7(one)).toBe(true));
it.each(['ç', '–', '’', '`', '\t', 'α'])('%j is not', (one) => expect(isGsm7(one)).toBe(false));
