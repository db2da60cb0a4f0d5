/** The machine's clock, which the example sets back once while it fills the days before. */
import type { Clock } from '../ports.ts';

export interface ShiftingClock extends Clock {
  /** Milliseconds after the real time; 0 is the real time. */
  shift: number;
}

export const shiftingClock = (real: Clock): ShiftingClock => {
  const clock: ShiftingClock = {
    shift: 0,
    now: () =>
      clock.shift === 0 ? real.now() : new Date(Date.parse(real.now()) + clock.shift).toISOString(),
  };
  return clock;
};
