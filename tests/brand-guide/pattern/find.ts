/** What a pattern finds, as texts; how tables of patterns are written. */
import { compilePattern } from '../../../brand-guide/pattern/compile.ts';
import type { Pattern, PatternMatch, PatternOptions } from '../../../brand-guide/pattern/pattern.ts';

export const compiled = (source: string, options: PatternOptions = {}): Pattern => {
  const result = compilePattern(source, options);
  if (!result.ok) throw new Error(`${source}: ${result.message} at ${result.at}`);
  return result.pattern;
};

export const matchesOf = (
  source: string,
  text: string,
  options: PatternOptions = {},
): readonly PatternMatch[] => [...compiled(source, options).matches(text)];

export const found = (source: string, text: string, options: PatternOptions = {}): readonly string[] =>
  matchesOf(source, text, options).map((match) => match.text);
