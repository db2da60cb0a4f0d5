/** Finds where the literals of many patterns stand, in one pass over the text. */
import { scanFor } from './dense-automaton.ts';
import type { Needed } from './literals.ts';

/** Where a literal stands, of those that one pattern needs. */
export interface Place {
  readonly start: number;
  readonly needed: Needed;
}

export interface LiteralIndex {
  /** By the number of the pattern; in the order of where they end. */
  readonly places: (text: string) => ReadonlyMap<number, readonly Place[]>;
}

interface Owner {
  readonly pattern: number;
  readonly needed: Needed;
}

/** `needs`: by the number of the pattern, the literals that it needs one of. */
export const literalIndex = (needs: ReadonlyMap<number, readonly Needed[]>): LiteralIndex => {
  const owners = new Map<string, Owner[]>();
  for (const [pattern, all] of needs)
    for (const needed of all) {
      const known = owners.get(needed.text);
      if (known) known.push({ pattern, needed });
      else owners.set(needed.text, [{ pattern, needed }]);
    }
  const texts = [...owners.keys()];
  const lists = [...owners.values()];
  const scan = scanFor(texts);
  const lengths = texts.map((text) => text.length);
  return {
    places: (text) => {
      const places = new Map<number, Place[]>();
      scan(text, (literal, end) => {
        const start = end - (lengths[literal] ?? 0);
        for (const { pattern, needed } of lists[literal] ?? []) {
          const known = places.get(pattern);
          if (known) known.push({ start, needed });
          else places.set(pattern, [{ start, needed }]);
        }
      });
      return places;
    },
  };
};
