/** How late an entry may still go out. */
import type { Entry } from './entry.ts';
import { isBefore, plusMinutes, plusSeconds } from './instant.ts';

/** Waiting for our own rate does not count. */
export const overdueAt = ({
  slot,
  waitedUntil,
  graceMinutes,
}: Pick<Entry, 'slot' | 'waitedUntil' | 'graceMinutes'>): string =>
  plusMinutes(waitedUntil ?? slot.instant, graceMinutes);

/** Past its grace, whatever kept it: a lost worker, a hold, a provider that asked for patience. */
export const isOverdue = (entry: Entry, now: string): boolean => isBefore(overdueAt(entry), now);

/** When to look again at what asked for patience until `at`: once its grace is over nothing is waited for. */
export const withinGrace = (entry: Entry, at: string): string => {
  const over = plusSeconds(overdueAt(entry), 1);
  return isBefore(over, at) ? over : at;
};
