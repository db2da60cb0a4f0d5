/** Compares two lists of ranges in one pass; both in order of their starts. */
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
