/** When a campaign's offer is over: the last day that its facts or its window name. */
import type { Fact } from './types.ts';

export interface OfferEnd {
  /** Included, to its end in the campaign's zone. */
  readonly day: string;
  /** The fact that names it; absent where it is the window's last day. */
  readonly fact?: Fact;
}

/** The earliest date with the role `end` among the facts in force; the window's last day where there is none. */
export function offerEndOf(
  facts: readonly Fact[],
  window: { readonly to: string } | undefined,
): OfferEnd | undefined {
  const ends = facts.flatMap((fact) =>
    fact.kind === 'date' && fact.role === 'end' && !fact.value.startsWith('--')
      ? [{ day: fact.value, fact }]
      : [],
  );
  const [first] = ends.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return first ?? (window && { day: window.to });
}
