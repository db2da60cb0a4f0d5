/** Writes a heading in sentence case: the first word and what follows an indicator with a capital, known terms as they are written. */
import { matcherOf } from './matcher.ts';
import { capitalized } from './match-case.ts';
import { termReader } from './heading-terms.ts';
import type { TermReader } from './heading-terms.ts';

export interface SentenceCase {
  readonly terms?: readonly string[];
  /** Whether the word after this one begins anew. */
  readonly indicates?: (word: string, at: number) => boolean;
  /** A pattern for what stands before the heading proper. */
  readonly prefix?: string;
}

const WORD = String.raw`[\p{N}\p{L}*]+[^\s]*`;

function afterColon(word: string, at: number): boolean {
  return word.endsWith(':') || (at === 0 && /\d+\./u.test(word));
}

interface Ready {
  readonly convert: (text: string) => string;
}

function readied({ terms = [], indicates = afterColon, prefix = '' }: SentenceCase): Ready {
  const words = matcherOf(`(?i)${terms.length > 0 ? `\\b(?:${terms.join('|')})\\b|` : ''}${WORD}`);
  const known: TermReader = termReader(terms);
  const lead = prefix === '' ? undefined : matcherOf(prefix);
  const wordAt = (word: string, at: number, before: string): string => {
    const term = known(word);
    if (term !== '') return term;
    return at === 0 || indicates(before, at - 1) ? capitalized(word.toLowerCase()) : word.toLowerCase();
  };
  return {
    convert: (text) => {
      const [first] = lead?.matches(text) ?? [];
      const before = first?.text ?? '';
      const rest = text.startsWith(before) ? text.slice(before.length) : text;
      const found = [...words.matches(rest)].map((match) => match.text);
      return before + found.map((word, at) => wordAt(word, at, found[at - 1] ?? '')).join(' ');
    },
  };
}

export function sentenceCaseOf(options: SentenceCase): (text: string) => string {
  return readied(options).convert;
}

let plain: Ready | undefined;

export function sentenceCase(text: string): string {
  plain ??= readied({});
  return plain.convert(text);
}
