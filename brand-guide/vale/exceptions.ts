/** What a rule passes over: its own exceptions and the terms that the project accepts. */
import type { Range } from '../engine/types.ts';
import { framed, longestFirst, matcherOf } from './matcher.ts';
import { listField } from './rule-fields.ts';
import type { RuleFields } from './rule-fields.ts';
import type { CompileContext } from './types.ts';

export interface Exceptions {
  /** Whether the text holds an exception, as whole words and in the case it is written in. */
  readonly holds: (match: string) => boolean;
  /** Whether the range lies inside an exception of several words; where a vocabulary takes part, in any case. */
  readonly covers: (text: string, range: Range) => boolean;
}

const NONE: Exceptions = { holds: () => false, covers: () => false };
const SPECIAL = /[\\^$*+?()[\]{}|]/u;

/** A plain term's dots are dots, and white space between its words may be a line end. */
export function termPattern(term: string): string {
  const plain = SPECIAL.test(term) ? term : term.replaceAll('.', '\\.');
  return plain.replaceAll(/[ \t]+/gu, '\\s+');
}

function isPhrase(term: string): boolean {
  return /[ \t]/u.test(term) || term.includes('\\s');
}

export function inItsCase(term: string): string {
  const pattern = termPattern(term);
  return term.startsWith('(?i)') ? pattern : `(?-i)${pattern}`;
}

function termsOf(fields: RuleFields, context: CompileContext, vocabulary: boolean): string[] {
  return [...listField(fields, 'exceptions'), ...(vocabulary ? context.accepted : [])];
}

/** The exceptions as one pattern, empty where there are none. */
export function termAlternatives(fields: RuleFields, context: CompileContext, vocabulary: boolean): string {
  const terms = termsOf(fields, context, vocabulary);
  return terms.length === 0 ? '' : framed(longestFirst(terms).map(inItsCase).join('|'), true);
}

/** The patterns of the rule's own exceptions, and with `vocabulary` those of the accepted terms. */
export function exceptionsOf(fields: RuleFields, context: CompileContext, vocabulary: boolean): Exceptions {
  const terms = termsOf(fields, context, vocabulary);
  if (terms.length === 0) return NONE;
  const inside = matcherOf(termAlternatives(fields, context, vocabulary), context);
  const inAnyCase = vocabulary && context.accepted.length > 0;
  const phrases = terms.filter(isPhrase).map(inAnyCase ? termPattern : inItsCase);
  const around = phrases.length > 0 ? matcherOf(`(?i)\\b(?:${phrases.join('|')})\\b`, context) : undefined;
  return {
    holds: (match) => inside.test(match),
    covers: (text, { start, end }) => {
      if (!around) return false;
      for (const phrase of around.matches(text)) if (phrase.start <= start && end <= phrase.end) return true;
      return false;
    },
  };
}
