/** Makes one search of several: what begins first is found first, and at the same place the earlier one wins. */
import type { PatternMatch } from './pattern.ts';
import type { Finder } from './walk.ts';

interface Cached {
  readonly finder: Finder;
  found: PatternMatch | undefined;
  done: boolean;
}

const ahead = (cached: Cached, from: number): PatternMatch | undefined => {
  if (cached.done) return undefined;
  if (cached.found && cached.found.start >= from) return cached.found;
  cached.found = cached.finder.next(from);
  cached.done = cached.found === undefined;
  return cached.found;
};

/** `from` may only grow from one call to the next. */
export const merged = (finders: readonly Finder[]): Finder => {
  const [only, ...more] = finders;
  if (only && more.length === 0) return only;
  const all = finders.map((finder): Cached => ({ finder, found: undefined, done: false }));
  return {
    next: (from) => {
      let first: PatternMatch | undefined;
      for (const one of all) {
        const found = ahead(one, from);
        if (found && (!first || found.start < first.start)) first = found;
      }
      return first;
    },
  };
};
