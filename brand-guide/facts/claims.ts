/** Spans of a text, each claimed once: what a URL took is no price. */
import type { Range } from '../engine/types.ts';

export interface Claims {
  /** Whether nothing of the folded range is taken. */
  readonly free: (start: number, end: number) => boolean;
  readonly take: (start: number, end: number, isDate?: boolean) => void;
  /** Whether a date took the place: hours beside one are those of an event. */
  readonly isDate: (at: number) => boolean;
}

const TAKEN = 1;
const DATE = 2;

export function makeClaims(length: number): Claims {
  const taken = new Uint8Array(length);
  return {
    free: (start, end) => {
      for (let at = start; at < end; at += 1) if (taken[at] !== 0) return false;
      return true;
    },
    take: (start, end, isDate = false) => void taken.fill(isDate ? DATE : TAKEN, start, end),
    isDate: (at) => taken[at] === DATE,
  };
}

/** Whether `inner` touches `outer`. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
