/** Decides where a line is called for: one answer for the linter and for whoever composes the text. */
import type { FactKind } from '../facts/types.ts';
import type { When } from '../schema/wording.ts';
import { settleHits } from './hits.ts';
import { scannerOf } from './scanner.ts';
import { scopesOf } from './scopes.ts';
import type { Literal, Place } from './types.ts';
import { holdsIn } from './vocabulary.ts';

/** What is known of the text and its place. */
export interface Occasion {
  readonly place: Place;
  readonly topics?: readonly string[] | undefined;
  /** Whether the text has one of the terms, as `triggersOf` finds them. */
  readonly says: (terms: readonly string[]) => boolean;
  /** Whether the text states a fact of one of the kinds. */
  readonly states: (kinds: readonly FactKind[]) => boolean;
}

/** Every condition that is given must hold; without any the line is always called for. */
export function isCalledFor(when: When | undefined, { place, topics, says, states }: Occasion): boolean {
  if (!when) return true;
  if (!holdsIn(when, place)) return false;
  if (when.topics && !when.topics.some((topic) => topics?.includes(topic))) return false;
  if (when.anyTerm && !says(when.anyTerm)) return false;
  return !when.factKinds || states(when.factKinds);
}

/** The literals that find the terms of a condition. */
export function triggersOf(when: When | undefined, item: string): Literal[] {
  return (when?.anyTerm ?? []).map((text) => ({ text, item, suffixes: true }));
}

const TERM = 'term';

/** Whether one of the texts has one of the terms, for callers that lint nothing. */
export function saysAny(texts: readonly string[], terms: readonly string[], locale: string): boolean {
  const sought = triggersOf({ anyTerm: terms }, TERM).map((literal) => ({ rule: TERM, literal }));
  const scanner = scannerOf(sought, locale);
  return texts.some((text) => {
    const found = scanner.scan(text);
    return found.length > 0 && settleHits(found, scopesOf(text)).has(TERM);
  });
}
