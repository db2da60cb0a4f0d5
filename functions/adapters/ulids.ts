/** ULIDs of the given clock, increasing within the process even when the clock stands still or steps back. */
import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../ports.ts';

export function ulids(clock: Clock): Ids {
  const next = monotonicFactory();
  return { next: () => next(Date.parse(clock.now())) };
}
