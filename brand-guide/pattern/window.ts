/** Looks for a pattern only where one of its literals stands. */
import type { Place } from './literal-index.ts';
import type { Native } from './native.ts';
import { stepBack } from './oracle.ts';
import type { Finder } from './walk.ts';

/** Places where a match may begin, ascending and each once: never within a pair of surrogates. */
const startsOf = (text: string, places: readonly Place[]): readonly number[] => {
  const starts = new Set<number>();
  for (const { start, needed } of places)
    for (let at = Math.max(0, start - needed.most); at <= start - needed.least; at++)
      if (at === 0 || stepBack(text, at + 1) === at) starts.add(at);
  return [...starts].toSorted((a, b) => a - b);
};

export const windowFinder = (native: Native, text: string, places: readonly Place[]): Finder => {
  const starts = startsOf(text, places);
  let index = 0;
  return {
    next: (from) => {
      for (; index < starts.length; index++) {
        const start = starts[index] ?? 0;
        const found = start < from ? undefined : native.at(text, start);
        if (found) return found;
      }
      return undefined;
    },
  };
};
