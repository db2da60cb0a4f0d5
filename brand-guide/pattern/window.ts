/** Looks for a pattern only where one of its literals stands. */
import type { Place } from './literal-index.ts';
import { fixedOf, leadingLooks, looksHold, matchFixed } from './fixed.ts';
import type { Native } from './native.ts';
import type { Node } from './node.ts';
import { stepBack } from './oracle.ts';
import type { PatternMatch } from './pattern.ts';
import type { Finder } from './walk.ts';

/** Literals that a match begins with; those of other lengths end, and are told, in another order than they begin. */
const placesAlone = (places: readonly Place[]): readonly number[] => {
  const starts = places.map(({ start }) => start);
  return starts.some((start, at) => start < (starts[at - 1] ?? 0))
    ? starts.toSorted((a, b) => a - b)
    : starts;
};

/** Places where a match may begin, ascending: never within a pair of surrogates. */
const startsOf = (text: string, places: readonly Place[]): readonly number[] => {
  if (places.every(({ needed }) => needed.most === 0)) return placesAlone(places);
  const starts = new Set<number>();
  for (const { start, needed } of places)
    for (let at = Math.max(0, start - needed.most); at <= start - needed.least; at++)
      if (at === 0 || stepBack(text, at + 1) === at) starts.add(at);
  return [...starts].toSorted((a, b) => a - b);
};

/** What begins right at a place. */
export type MatchAt = (text: string, start: number) => PatternMatch | undefined;

export const matcherAt = (node: Node, groups: number, native: Native): MatchAt => {
  const fixed = fixedOf(node, groups);
  if (fixed) return (text, start) => matchFixed(fixed, text, start);
  const looks = leadingLooks(node);
  return (text, start) => (looksHold(looks, text, start) ? native.at(text, start) : undefined);
};

export const windowFinder = (matchAt: MatchAt, text: string, places: readonly Place[]): Finder => {
  const starts = startsOf(text, places);
  let index = 0;
  return {
    next: (from) => {
      for (; index < starts.length; index++) {
        const start = starts[index] ?? 0;
        const found = start < from ? undefined : matchAt(text, start);
        if (found) return found;
      }
      return undefined;
    },
  };
};
