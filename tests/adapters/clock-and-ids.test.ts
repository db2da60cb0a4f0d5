import { describe, expect, it } from 'vitest';
import { systemClock } from '../../functions/adapters/system-clock.ts';
import { ulids } from '../../functions/adapters/ulids.ts';
import { isUlid } from '../../functions/core/ids.ts';

const standing = { now: () => '2027-05-04T09:00:00.000Z' };

describe('ids', () => {
  it('are ULIDs of the clock', () => {
    const id = ulids(standing).next();
    expect(isUlid(id)).toBe(true);
    expect(ulids({ now: () => '2027-05-04T09:00:00.001Z' }).next() > id).toBe(true);
  });

  it('increase while the clock stands still, and when it steps back', () => {
    let now = Date.parse(standing.now());
    const ids = ulids({ now: () => new Date(now).toISOString() });
    const made = Array.from({ length: 2_000 }, () => {
      now -= 7;
      return ids.next();
    });
    expect(made).toEqual([...new Set(made)].toSorted());
  });
});

it('the clock says UTC with milliseconds, between two looks at it', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
});
