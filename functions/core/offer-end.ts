/** When a campaign's offer is over: the last day that its facts or its window name. */
import type { Fact } from '../../brand-guide/facts/types.ts';

/** The earliest date with the role `end` among the facts in force; the window's last day where there is none. */
export const offerEnd = (
  facts: readonly Fact[],
  window: { readonly to: string } | undefined,
): string | undefined => {
  const ends = facts.flatMap((fact) =>
    fact.kind === 'date' && fact.role === 'end' && !fact.value.startsWith('--') ? [fact.value] : [],
  );
  return ends.toSorted()[0] ?? window?.to;
};
