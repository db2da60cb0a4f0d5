/** What the message itself says against the facts: for a person to settle, and never for the adapter to talk over. */
import { compareFacts } from '../../brand-guide/facts/compare.ts';
import { readerFor } from '../../brand-guide/facts/reader.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Note } from '../core/variant.ts';
import { messageParts } from './message-parts.ts';
import type { AdaptInput } from './types.ts';

/** By the fact's id, the words that contradict it: `price` → `$5.95`. */
export type Contradictions = ReadonlyMap<string, string>;

export function contradictionsOf(input: AdaptInput): Contradictions {
  const read = readerFor(input.message, readingContextOf(input));
  const { facts, locale, window, message } = input;
  const parts = messageParts(message).map((part) => ({ ...part, mentions: read(part.text) }));
  const compared = compareFacts({ facts, locale, parts, ...(window && { window }) });
  return new Map(
    compared.facts.flatMap(({ fact, state, found }) =>
      state === 'conflict' && found ? [[fact.id, found.mention.text] as const] : [],
    ),
  );
}

export const contradictionNotes = (contradictions: Contradictions): readonly Note[] =>
  [...contradictions].map(([id, words]) => ({
    what: `fact ${id}`,
    why: `the message says “${words}”: correct the message, or the fact`,
  }));

/** The facts of which a text says another value. */
export const contradictedIn = (contradictions: Contradictions, text: string): ReadonlySet<string> =>
  new Set([...contradictions].filter(([, words]) => text.includes(words)).map(([id]) => id));
