/** Finds the term that a heading's word is, for headings whose terms keep their own case. */
import type { Pattern } from '../pattern/pattern.ts';
import { matcherOf, sameLetters } from './matcher.ts';

/** The term as it is written, the word itself where a term's pattern matches it, or nothing. */
export type TermReader = (word: string) => string;

function patternOf(term: string): Pattern | undefined {
  try {
    return matcherOf(term);
  } catch {
    return undefined;
  }
}

export function termReader(terms: readonly string[]): TermReader {
  const list = terms.map((term) => ({ term, pattern: patternOf(term) }));
  return (word) => {
    for (const { term, pattern } of list) {
      if (sameLetters(term, word)) return term;
      if (pattern?.test(word)) return word;
    }
    return '';
  };
}
