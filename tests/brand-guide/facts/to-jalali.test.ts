/** The calendar of Iran, forth and back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromJalali } from '../../../brand-guide/facts/calendar.ts';
import { toJalali } from '../../../brand-guide/facts/to-jalali.ts';

test('every Jalali day comes back as itself', () => {
  const anyDay = fc.record({
    year: fc.integer({ min: 1301, max: 1499 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  });
  fc.assert(
    fc.property(anyDay, ({ year, month, day }) => {
      const gregorian = fromJalali(year, month, day);
      fc.pre(gregorian !== undefined);
      expect(gregorian && toJalali(gregorian)).toEqual({ year, month, day });
    }),
  );
});

test('a day without its year has none', () => {
  expect(toJalali({ month: 5, day: 31 })).toBeUndefined();
});
