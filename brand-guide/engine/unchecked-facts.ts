/** Facts that some place has and nothing checks there, told once for each locale. */
import type { FactComparison } from '../facts/comparison.ts';
import type { JudgedVoice } from './campaign-rule.ts';
import type { UncheckedRule } from './consistency.ts';

const RULE = 'fact-missing';

/** What to say of a fact that nothing checks in the locale; undefined where it is checked. */
export const uncheckedFact = ({ fact, why }: FactComparison, locale: string): string | undefined =>
  why === undefined ? undefined : `The fact ${fact.id} is not checked in ${locale}: ${why}.`;

/** Each once, in the order of the variants. */
export function uncheckedFacts(voices: readonly JudgedVoice[]): readonly UncheckedRule[] {
  const all = voices.flatMap(({ place: { locale }, comparison }) =>
    comparison().facts.flatMap((one) => {
      const message = uncheckedFact(one, locale);
      return message === undefined ? [] : [[message, { locale, rule: RULE, message }] as const];
    }),
  );
  return [...new Map(all).values()];
}
