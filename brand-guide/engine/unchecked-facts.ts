/** Facts that some place has and nothing checks there, told once for each locale. */
import type { JudgedVoice } from './campaign-rule.ts';
import type { UncheckedRule } from './consistency.ts';

const RULE = 'fact-missing';

/** Each once, in the order of the variants. */
export function uncheckedFacts(voices: readonly JudgedVoice[]): readonly UncheckedRule[] {
  const all = voices.flatMap(({ place: { locale }, comparison }) =>
    comparison().facts.flatMap(({ fact, why }) => {
      const message = `“${fact.id}” is not checked in ${locale}: ${why}.`;
      return why === undefined ? [] : [[message, { locale, rule: RULE, message }] as const];
    }),
  );
  return [...new Map(all).values()];
}
