/** Spans of a text, each claimed once: what a URL took is no price. */
import type { Range } from '../engine/types.ts';

export interface Claims {
  /** Whether nothing of the folded range is taken. */
  readonly free: (start: number, end: number) => boolean;
  readonly take: (start: number, end: number) => void;
}

export function makeClaims(length: number): Claims {
  const taken = new Uint8Array(length);
  return {
    free: (start, end) => {
      for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
      return true;
    },
    take: (start, end) => void taken.fill(1, start, end),
  };
}

/** Whether `inner` touches `outer`. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
