/** ULIDs of the given clock, increasing within the process even when the clock stands still or steps back. */
import { randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../ports.ts';

const POOL = 4096;

/** Cryptographically random numbers from 0 to below 1, many at a time: asking for each byte alone is slow. */
const randomNumbers = (): (() => number) => {
  const pool = new Uint8Array(POOL);
  let left = 0;
  return () => {
    if (left === 0) left = randomFillSync(pool).length;
    left -= 1;
    return (pool[left] ?? 0) / 256;
  };
};

export function ulids(clock: Clock): Ids {
  const next = monotonicFactory(randomNumbers());
  return { next: () => next(Date.parse(clock.now())) };
}
