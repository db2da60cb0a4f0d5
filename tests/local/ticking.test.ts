import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ticking } from '../../functions/local/ticking.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds at which the work was run, by what it asks for each time. */
const runsOf = async (asks: readonly (number | undefined)[], milliseconds: number): Promise<number[]> => {
  const began = performance.now();
  const runs: number[] = [];
  const hand = ticking(
    async () => {
      runs.push(performance.now() - began);
      return asks[runs.length - 1];
    },
    (error) => {
      throw error;
    },
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  await hand.stop();
  await vi.advanceTimersByTimeAsync(5000);
  return runs;
};

it.each([
  ['each second', [], 2500, [0, 1000, 2000]],
  ['sooner where something falls due', [300, undefined, 20], 2400, [0, 300, 1300, 1320, 2320]],
  ['at once where it is due already', [-5], 900, [0, 0]],
  ['in a second where it asks for later', [1400], 1500, [0, 1000]],
])('runs %s', async (_, asks, milliseconds, expected) => {
  expect((await runsOf(asks, milliseconds)).map(Math.round)).toEqual(expected);
});

it('goes on when the clock is set back, and after a failure', async () => {
  const reported: unknown[] = [];
  let runs = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => -3_600_000 * runs);
  const hand = ticking(
    async () => {
      runs += 1;
      throw new Error('full');
    },
    (error) => reported.push(error),
  );
  await vi.advanceTimersByTimeAsync(3100);
  await hand.stop();
  clock.mockRestore();
  expect([runs, reported.length]).toEqual([4, 4]);
});
