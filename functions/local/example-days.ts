/** Days and times of the example, told from today. */
import { slotAt } from '../core/zone.ts';
import type { ShiftingClock } from './shifting-clock.ts';

export interface Moment {
  readonly day: number;
  readonly time: string;
}

export const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `2027-05-04T09:00` */
export const wallAt = ({ day, time }: Moment, today: string): string => `${dayAfter(today, day)}T${time}`;

/** Moves the clock to a moment of the example. */
export const shiftTo = (clock: ShiftingClock, moment: Moment, today: string, zone: string): void => {
  const { instant } = slotAt(wallAt(moment, today), zone);
  clock.shift = 0;
  clock.shift = Date.parse(instant) - Date.parse(clock.now());
};
