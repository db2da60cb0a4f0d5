/** The patterns of many rules, looked for in one pass over a block. */
import { patternSet } from '../pattern/pattern-set.ts';
import type { PatternSet } from '../pattern/pattern-set.ts';
import type { PatternFault, PatternMatch, Verdicts } from '../pattern/pattern.ts';
import type { CompiledRule, Hits } from './types.ts';

interface Key {
  readonly rule: CompiledRule;
  readonly at: number;
}

const NONE: readonly PatternMatch[] = [];

export class RulePatterns {
  readonly #set: PatternSet<Key>;
  readonly #keys = new Map<CompiledRule, readonly Key[]>();

  constructor(rules: readonly CompiledRule[], verdicts: Verdicts | undefined) {
    for (const rule of rules)
      this.#keys.set(
        rule,
        rule.patterns.map((_, at): Key => ({ rule, at })),
      );
    const entries = [...this.#keys.values()].flat().map((key) => ({
      key,
      source: key.rule.patterns[key.at] ?? '',
      options: { dialect: 'vale' as const, ...(verdicts && { verdicts }) },
    }));
    this.#set = patternSet(entries);
  }

  has(rule: CompiledRule): boolean {
    return this.#keys.has(rule);
  }

  /** Rules with a pattern that no engine takes. */
  faults(): ReadonlyMap<CompiledRule, readonly [source: string, fault: PatternFault]> {
    return new Map(
      [...this.#set.faults].map(([{ rule, at }, fault]) => [rule, [rule.patterns[at] ?? '', fault]]),
    );
  }

  /** The hits of a rule in the text; undefined where none of its patterns matches. */
  over(text: string): (rule: CompiledRule) => Hits | undefined {
    const found = this.#set.scan(text);
    return (rule) => {
      const keys = this.#keys.get(rule) ?? [];
      if (!keys.some((key) => found.has(key))) return undefined;
      return (at) => {
        const key = keys[at];
        return (key && found.get(key)) ?? NONE;
      };
    };
  }
}
