import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instantOf,
  isAtOrBefore,
  isBefore,
  millisOf,
  plusMinutes,
  plusSeconds,
  sortable,
} from '../../functions/core/instant.ts';

describe('order is that of time, not of text', () => {
  it.each([
    ['2026-12-15T16:00:00Z', '2026-12-15T16:00:00.500Z', true, true],
    ['2026-12-15T16:00:00.500Z', '2026-12-15T16:00:00Z', false, false],
    ['2026-12-15T16:00:00Z', '2026-12-15T16:00:00.000Z', false, true],
    ['2026-12-15T18:00:00+02:00', '2026-12-15T16:00:00Z', false, true],
    ['2026-12-15T17:00:00+02:00', '2026-12-15T16:00:00Z', true, true],
    ['2026-12-15T16:00Z', '2026-12-15T16:00:00Z', false, true],
  ])('%s and %s: before %j, at or before %j', (a, b, before, atOrBefore) => {
    expect(isBefore(a, b)).toBe(before);
    expect(isAtOrBefore(a, b)).toBe(atOrBefore);
  });
});

it.each([
  [plusMinutes('2026-12-31T23:59:00Z', 1), '2027-01-01T00:00:00Z'],
  [plusMinutes('2028-02-28T23:59:00Z', 1), '2028-02-29T00:00:00Z'],
  [plusMinutes('2026-12-15T16:00:00.250Z', -30), '2026-12-15T15:30:00.250Z'],
  [plusSeconds('2026-12-15T16:00:00Z', 90), '2026-12-15T16:01:30Z'],
  [plusSeconds('2026-12-15T18:00:00+02:00', 0), '2026-12-15T16:00:00Z'],
  [sortable('2026-12-15T16:00:00Z'), '2026-12-15T16:00:00.000Z'],
  [instantOf(0), '1970-01-01T00:00:00Z'],
])('%s is %s', (actual, expected) => {
  expect(actual).toBe(expected);
});

it.each([
  '',
  '2026-12-15',
  '2026-12-15T16:00:00',
  '2026-02-30T16:00:00Z',
  '2026-12-15T25:00:00Z',
  'now',
  '1',
])('refuses "%s"', (text) => {
  expect(() => millisOf(text)).toThrowError(expect.objectContaining({ code: 'invalid-input' }));
});

it('sort keys order as instants do', () => {
  const instants = fc.date({ min: new Date(0), max: new Date('2499-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      const [x, y] = [instantOf(a.getTime()), instantOf(b.getTime())];
      expect(sortable(x) < sortable(y)).toBe(isBefore(x, y));
    }),
  );
});
