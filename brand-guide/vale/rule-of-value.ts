/** A rule before it is compiled, and one that a guide carries as a value. */
import type { RuleValue } from './types.ts';

export interface RulePlace {
  readonly line: number;
  readonly column: number;
}

export interface RuleSource {
  readonly path: string;
  /** As written. */
  readonly value: { readonly [key: string]: RuleValue };
  /** Where a key of the rule stands; where the rule begins, for one that it has not. */
  readonly placeOf: (key: string) => RulePlace;
  /** Where a text stands among the rule's values; where the key does, for one that is not found. */
  readonly placeOfText: (text: string) => RulePlace | undefined;
}

const START: RulePlace = { line: 1, column: 1 };

/** A rule that stands in a guide, by its id. */
export function ruleOfValue(path: string, value: { readonly [key: string]: RuleValue }): RuleSource {
  return { path, value, placeOf: () => START, placeOfText: () => undefined };
}
