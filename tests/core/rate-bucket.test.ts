import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../functions/core/instant.ts';
import { takeFrom, type Levels, type Rate } from '../../functions/core/rate-bucket.ts';

const START = Date.parse('2027-05-04T06:00:00Z');

/** When each of a burst of posts goes out, asked for again when it is told to. */
const drained = (rates: readonly Rate[], posts: number): readonly number[] => {
  let levels: Levels = {};
  let now = START;
  const gone: number[] = [];
  while (gone.length < posts) {
    const taken = takeFrom(rates, levels, instantOf(now));
    if (taken.is === 'wait') now = Date.parse(taken.until);
    else {
      levels = taken.levels;
      gone.push(now);
    }
  }
  return gone;
};

const rate = fc.record({
  value: fc.integer({ min: 2, max: 400 }),
  seconds: fc.integer({ min: 1, max: 86_400 }),
});

describe('rate buckets', () => {
  it('let no more out in any window than the rate says', () => {
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 3 }), (found) => {
        const rates = found.map((one, index) => ({ ...one, name: String(index) }));
        const gone = drained(rates, 300);
        for (const { value, seconds } of rates)
          for (const [index, at] of gone.entries()) {
            const tooSoon = gone[index + value];
            if (tooSoon !== undefined) expect(tooSoon - at).toBeGreaterThanOrEqual(seconds * 1000 - 1000);
          }
      }),
    );
  });

  it('drain a burst in the time that the rate takes', () => {
    const gone = drained([{ name: 'posts', value: 100, seconds: 900 }], 10_000);
    const hours = ((gone.at(-1) ?? START) - START) / 3_600_000;
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(50);
  });

  it('are full again after their window', () => {
    const rates = [{ name: 'posts', value: 4, seconds: 60 }];
    let levels: Levels = {};
    for (const second of [0, 0, 600, 600]) {
      const taken = takeFrom(rates, levels, instantOf(START + second * 1000));
      expect(taken.is).toBe('taken');
      if (taken.is === 'taken') levels = taken.levels;
    }
    expect(takeFrom(rates, levels, instantOf(START + 600_000))).toMatchObject({ is: 'wait' });
  });

  it('do not mind a clock that goes back', () => {
    const rates = [{ name: 'posts', value: 2, seconds: 60 }];
    const first = takeFrom(rates, {}, instantOf(START));
    const levels = first.is === 'taken' ? first.levels : {};
    expect(takeFrom(rates, levels, instantOf(START - 300_000))).toMatchObject({ is: 'wait' });
  });
});
