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

/** Which of the items have one of their terms in a text, for callers that lint nothing; ready for many texts. */
export function termsOf(
  items: readonly { readonly id: string; readonly when?: When }[],
  locale: string,
): (text: string) => ReadonlySet<string> {
  const sought = items.flatMap(({ id, when }) =>
    triggersOf(when, id).map((literal) => ({ rule: id, literal })),
  );
  if (sought.length === 0) return () => new Set();
  const scanner = scannerOf(sought, locale);
  return (text) => {
    const found = scanner.scan(text);
    return found.length === 0 ? new Set() : new Set(settleHits(found, scopesOf(text)).keys());
  };
}
