/** What every kind of rule implements: from a rule's keys to what it finds in a block. */
import type { RuleFields } from './rule-fields.ts';
import type { CompileContext, CompiledRule, RuleHead } from './types.ts';

/**
 * Makes a rule of the kind ready. Throws BadPattern for a pattern that does not compile and BadValue for a value it
 * cannot take. Its patterns are compiled
 * by the linter, which tells of those that are not taken.
 */
export type KindOf = (
  fields: RuleFields,
  head: RuleHead,
  context: CompileContext,
) => Omit<CompiledRule, 'head'>;
