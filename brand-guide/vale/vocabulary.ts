/** The words that a project accepts and rejects, and the rules that come of them. */
import builtIn from './built-in-rules.json' with { type: 'json' };
import { termPattern } from './exceptions.ts';
import { ruleOfValue } from './rule-of-value.ts';
import type { RuleSource } from './rule-of-value.ts';
import type { RuleValue } from './types.ts';

export interface ProjectWords {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

/** One term a line; a line that begins with `# ` is a remark. */
export function readWords(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
}

const RULES: Readonly<Record<string, { readonly [key: string]: RuleValue }>> = builtIn;

/** The rules that come with Vale itself; those of the vocabulary only where there is one. */
export function builtInRules({ accepted, rejected }: ProjectWords): RuleSource[] {
  const swap = Object.fromEntries(accepted.map((term) => [termPattern(term.toLowerCase()), term]));
  const more: Readonly<Record<string, { readonly [key: string]: RuleValue } | undefined>> = {
    'Vale.Terms': accepted.length > 0 ? { swap } : undefined,
    'Vale.Avoid': rejected.length > 0 ? { tokens: rejected.map(termPattern) } : undefined,
    'Vale.Repetition': {},
    'Vale.Spelling': {},
  };
  return Object.entries(RULES).flatMap(([name, value]) => {
    const own = more[name];
    return own ? [ruleOfValue(name, { ...value, ...own })] : [];
  });
}
