/** Compiles a guide by the rules that were loaded for it: what a page calls. */
import { resolveGuide } from '../schema/resolve.ts';
import { compileRules } from './compile-rules.ts';
import type { Compile } from './compile-rules.ts';
import { preparedRules } from './prepare.ts';

/** As `compileGuide` of a process that has every rule, and the same findings; throws where `prepareGuide` did not end. */
export const compileGuide: Compile = (guide, place, resources = {}) => {
  const resolved = resolveGuide(guide, place);
  return compileRules(preparedRules(resolved, place), resolved, place, resources);
};
