/** Compiles the patterns of a rule, and says of one that does not compile what is wrong. */
import { compilePattern } from '../pattern/compile.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { BadPattern } from './types.ts';
import type { CompileContext } from './types.ts';

const ready = new WeakMap<object, Map<string, Pattern>>();
const NOWHERE = {};

/** Made once for a context, since rules share their exceptions. @throws BadPattern */
export function matcherOf(source: string, context: Pick<CompileContext, 'verdicts'> = NOWHERE): Pattern {
  const own = ready.get(context) ?? new Map<string, Pattern>();
  ready.set(context, own);
  const known = own.get(source);
  if (known) return known;
  const { verdicts } = context;
  const compiled = compilePattern(source, { dialect: 'vale', ...(verdicts && { verdicts }) });
  if (!compiled.ok) throw new BadPattern(source, compiled);
  if (own.size < 2000) own.set(source, compiled.pattern);
  return compiled.pattern;
}

const encoder = new TextEncoder();

/** The longest first, as bytes count it, so that a shorter one never takes a longer one's place. */
export function longestFirst(terms: readonly string[]): string[] {
  const sized = terms.map((term) => ({ term, size: encoder.encode(term).length }));
  return sized.toSorted((a, b) => b.size - a.size).map(({ term }) => term);
}

/** Between word boundaries, unless the tokens stand for themselves. */
export function framed(tokens: string, word: boolean, template = ''): string {
  if (!word) return `(?m)(?:${tokens})`;
  return template === '' ? `(?m)\\b(?:${tokens})\\b` : template.replace('%s', () => tokens);
}

/** Whether two words are one but for their case. */
export function sameLetters(a: string, b: string): boolean {
  return (
    a === b || (a.length === b.length && a.toUpperCase().toLowerCase() === b.toUpperCase().toLowerCase())
  );
}
