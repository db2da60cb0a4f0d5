/** Compiles a guide of any kind: every rule is at hand. */
import { rules } from '../rules/every-rule.ts';
import { resolveGuide } from '../schema/resolve.ts';
import { compileRules } from './compile-rules.ts';
import type { Compile } from './compile-rules.ts';

/** Worth keeping: it costs far more than linting a caption. A guide with rules of its own is prepared before. */
export const compileGuide: Compile = (guide, place, resources = {}) =>
  compileRules(rules, resolveGuide(guide, place), place, resources);
