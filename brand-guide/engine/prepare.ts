/** Loads what only some guides and places need, so that a page without it stays small. */
import { REGISTRY } from '../rules/registry.ts';
import type { OnDemand } from '../rules/registry.ts';
import type { Guide, Overlay } from '../schema/guide.ts';
import { resolveGuide } from '../schema/resolve.ts';
import type { guideRulesOf } from '../vale/guide-rules.ts';
import type { Place, Rule } from './types.ts';

let ownRules: typeof guideRulesOf | undefined;
const loaded = new Map<string, Rule>();

function hasRules({ rules }: Pick<Overlay, 'rules'>): boolean {
  return Object.keys(rules ?? {}).length > 0;
}

function overlaysOf({ channels = {}, locales = {}, accounts = {} }: Guide): Overlay[] {
  return [channels, locales, accounts].flatMap((overlays) => Object.values(overlays));
}

async function load({ id, load: loadRule }: OnDemand): Promise<void> {
  if (!loaded.has(id)) loaded.set(id, await loadRule());
}

/**
 * To be awaited before `compileGuide` takes the guide. Loads what it may ask for in the places, or in any place where
 * none are named; what is loaded stays. Rejects with a TypeError for a guide that does not load.
 */
export async function prepareGuide(guide: Guide, places?: readonly Place[]): Promise<void> {
  const asked = places?.map((place) => [resolveGuide(guide, place), place] as const);
  const rules = REGISTRY.filter((one) => 'load' in one).filter(
    (one) => asked?.some(([resolved, place]) => one.mayWant(resolved, place)) ?? true,
  );
  if ((asked?.map(([resolved]) => resolved) ?? [guide, ...overlaysOf(guide)]).some((one) => hasRules(one)))
    ownRules ??= (await import('../vale/guide-rules.ts')).guideRulesOf;
  await Promise.all(rules.map(load));
}

function notPrepared(what: string): TypeError {
  return new TypeError(`${what} is compiled after \`await prepareGuide(guide)\``);
}

/** The rules that a guide carries itself. Throws a TypeError where they were not prepared. */
export const ownRulesOf: typeof guideRulesOf = (guide, place, dictionaries) => {
  if (!hasRules(guide)) return { rules: [], faults: [] };
  if (!ownRules) throw notPrepared('a guide with rules of its own');
  return ownRules(guide, place, dictionaries);
};

/** What a resolved guide may ask for in a place, in the registry's order. Throws a TypeError where it was not prepared. */
export function preparedRules(resolved: Guide, place: Place): Rule[] {
  return REGISTRY.flatMap((one) => {
    if (!('load' in one)) return [one];
    if (!one.mayWant(resolved, place)) return [];
    const rule = loaded.get(one.id);
    if (!rule) throw notPrepared(`a guide that asks for ${one.id} in ${place.locale}`);
    return [rule];
  });
}
