/** Compares lists of ranges, in order of their starts, in one pass or by halves. */
import type { Part, Range, RuleContext } from './types.ts';

/** The ranges that overlap none of the others, which do not overlap each other. */
export function outside<R extends Range>(ranges: readonly R[], others: readonly Range[]): R[] {
  if (others.length === 0) return [...ranges];
  let next = 0;
  return ranges.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++;
    return (others[next]?.start ?? Infinity) >= end;
  });
}

/** Links, tags, handles, code and merge tags of a part: what is no prose. */
export function closedScopes(context: RuleContext, part: Part): readonly Range[] {
  return context.scopes(part).filter(({ kind }) => kind !== 'quotation');
}

/** How many of the ranges, in order of their starts, start before an offset; by binary search. */
export function startedBefore(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The farthest end of the ranges that start before an offset; -1 where none does. */
export type Reach = (offset: number) => number;

/** Reads the ranges, in order of their starts, once; each look-up is a binary search. */
export function reachOf(ranges: readonly Range[]): Reach {
  let farthest = -1;
  const ends = ranges.map(({ end }) => (farthest = Math.max(farthest, end)));
  return (offset) => ends[startedBefore(ranges, offset) - 1] ?? -1;
}
