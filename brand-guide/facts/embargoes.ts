/** What is withheld from readers at a moment: the campaign, its step, a picture, or a fact that the text tells. */
import type { FactComparison, Found } from './comparison.ts';

export interface Embargo {
  /** `the campaign`, `the step “launch”`, `the picture “mint.jpg”`, `the fact “price”`. */
  readonly what: string;
  /** An instant, ISO 8601 in UTC. */
  readonly until: string;
  /** Withholds this fact alone: of texts that tell it. */
  readonly fact?: string;
}

export interface Withheld extends Embargo {
  /** Where the text tells the fact. */
  readonly found?: Found;
}

const isEarlier = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

/** Everything of the text that may not be public at `at` yet. */
export const withheldAt = (
  at: string,
  embargoes: readonly Embargo[],
  facts: readonly FactComparison[],
): readonly Withheld[] =>
  embargoes
    .filter(({ until }) => isEarlier(at, until))
    .flatMap((embargo): Withheld[] => {
      if (embargo.fact === undefined) return [embargo];
      const told = facts.find(
        ({ fact, state }) => fact.id === embargo.fact && (state === 'stated' || state === 'carried'),
      );
      return told ? [{ ...embargo, ...(told.found && { found: told.found }) }] : [];
    });
