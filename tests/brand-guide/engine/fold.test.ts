import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldText } from '../../../brand-guide/engine/fold.ts';

describe('equal to a reader, equal when folded', () => {
  test.each([
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδός'.replace('ό', 'ο')],
    ['ς', 'Σ'],
    ['cafe\u0301', 'CAFÉ'],
    ['Ёлка', 'елка'],
    ['كتاب', 'کتاب'],
    ['يک', 'یک'],
    ['می‌روم', 'می روم'],
    ['می‌روم', 'میروم'],
    ['عـــالی', 'عالی'],
    ['don’t', "DON'T"],
    ['“a”', '"A"'],
    ['a \u00A0\n b', 'A B'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['\u2067سلام\u2069', 'سلام'],
    ['ﬃ', 'FFI'],
    ['ΐ', '\u03B9\u0308\u0301'],
    ['Å', 'å'],
    ['한', '\u1112\u1161\u11AB'],
  ])('%s = %s', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  test.each([
    ['νόμος', 'νομός'],
    ['cafe', 'café'],
    ['i', 'ı'],
    ['a b', 'ab'],
    ['й', 'и'],
    ['a\n\nb', 'a b'],
  ])('%s ≠ %s', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  test('case can be kept', () => {
    expect(foldText('Reply  “STOP”', true)).toBe('Reply "STOP"');
  });
});

describe('laws', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  );

  test('offsets never step back and stay inside the source', () => {
    fc.assert(
      fc.property(any, (text) => {
        const { starts, ends, length } = fold(text);
        for (let at = 0; at < length; at++) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start < end && end <= text.length && start >= (at > 0 ? (starts[at - 1] ?? 0) : 0)).toBe(
            true,
          );
        }
      }),
    );
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test('composed and decomposed text fold alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });
});
