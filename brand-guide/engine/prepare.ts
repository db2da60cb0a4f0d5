/** Loads what only some guides need, so that a page without it stays small: the engine of a guide's own rules. */
import type { Guide, Overlay } from '../schema/guide.ts';
import type { guideRulesOf } from '../vale/guide-rules.ts';

let loaded: typeof guideRulesOf | undefined;

function hasRules({ rules }: Pick<Overlay, 'rules'>): boolean {
  return Object.keys(rules ?? {}).length > 0;
}

function overlaysOf({ channels = {}, locales = {}, accounts = {} }: Guide): Overlay[] {
  return [channels, locales, accounts].flatMap((overlays) => Object.values(overlays));
}

/** To be awaited before `compileGuide` takes the guide; at once where it has no rules of its own, in no place. */
export async function prepareGuide(guide: Guide): Promise<void> {
  const isNeeded = hasRules(guide) || overlaysOf(guide).some((overlay) => hasRules(overlay));
  if (isNeeded) loaded ??= (await import('../vale/guide-rules.ts')).guideRulesOf;
}

/** The rules that a guide carries itself. Throws a TypeError where they were not prepared. */
export const ownRulesOf: typeof guideRulesOf = (guide, place, dictionaries) => {
  if (!hasRules(guide)) return { rules: [], faults: [] };
  if (!loaded)
    throw new TypeError('a guide with rules of its own is compiled after `await prepareGuide(guide)`');
  return loaded(guide, place, dictionaries);
};
