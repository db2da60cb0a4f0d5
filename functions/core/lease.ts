/** The lease of whoever claimed an entry: how long nobody else may take the attempt for lost. */
import type { Attempt, Entry } from './entry.ts';
import { isBefore, plusSeconds } from './instant.ts';

/** A provider's create call is given up after this long. */
export const CALL_TIMEOUT_SECONDS = 60;
/** How far two machines' clocks may be apart. */
export const CLOCK_SKEW_SECONDS = 300;
/** What a publisher asks for when it claims. */
export const LEASE_SECONDS = 600;
/** What a call takes at most, by the clock of whoever looks next. */
export const CALL_SECONDS = CALL_TIMEOUT_SECONDS + CLOCK_SKEW_SECONDS;

/** Whether it lasts for so many seconds more. */
export const lasts = ({ leaseUntil }: Attempt, now: string, seconds: number): boolean =>
  isBefore(plusSeconds(now, seconds), leaseUntil);

/** Whether a call that begins now is over before anybody else may take the attempt for lost. */
export const leavesTimeToCall = ({ attempt }: Entry, now: string): boolean =>
  attempt !== undefined && lasts(attempt, now, CALL_SECONDS);
