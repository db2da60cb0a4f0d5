/** Readies a resolved guide for linting many texts of one place: rules chosen, one scanner for all of them. */
import type { Guide } from '../schema/guide.ts';
import { covers } from './locale.ts';
import { ownRulesOf } from './prepare.ts';
import { scannerOf } from './scanner.ts';
import type { Scanner } from './scanner.ts';
import type { Check, Dictionaries, Gate, Place, Rule, Severity } from './types.ts';

/** A rule with what the guide's gates change about it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly check: Check;
  readonly severity: Severity | undefined;
  readonly waivable: boolean | undefined;
  readonly observe: boolean;
}

/** A rule that the guide asks for and that cannot check here: another language, a dictionary that is not there. */
export interface NotChecked {
  readonly rule: string;
  readonly message: string;
}

export interface CompiledGuide {
  /** Resolved for the place. */
  readonly guide: Guide;
  readonly place: Place;
  readonly rules: readonly ActiveRule[];
  readonly notChecked: readonly NotChecked[];
  readonly scanner: Scanner;
  readonly gates: Readonly<Record<Severity, Gate>>;
}

function speaks({ meta }: Rule, locale: string): boolean {
  return meta.languages === 'any' || meta.languages.some((language) => covers(language, locale));
}

/** What compiling may use beside the guide. */
export interface Resources {
  readonly dictionaries?: Dictionaries;
}

function activate(guide: Guide, place: Place, rule: Rule, dictionaries: Dictionaries): ActiveRule[] {
  const change = guide.gates?.rules?.[rule.meta.id];
  if (change?.off) return [];
  const check = rule.check ?? rule.prepare(guide, place, dictionaries);
  const { severity, waivable, observe = false } = change ?? {};
  return [{ rule, check, severity, waivable, observe }];
}

function reasonOf({ meta }: Rule, locale: string, lack: string | undefined): NotChecked {
  const made = meta.languages === 'any' ? '' : `it is made for ${meta.languages.join(', ')}`;
  return { rule: meta.id, message: `${meta.id} is not checked in ${locale}: ${lack ?? made}.` };
}

/** What compiles a guide for a place. Throws a TypeError for a guide that does not load or was not prepared. */
export type Compile = (guide: Guide, place: Place, resources?: Resources) => CompiledGuide;

/** `rules` are those that the resolved guide may ask for in the place, in the registry's order. */
export function compileRules(
  rules: readonly Rule[],
  resolved: Guide,
  place: Place,
  { dictionaries = {} }: Resources,
): CompiledGuide {
  const wanted = rules
    .filter((rule) => rule.wanted?.(resolved, place) ?? true)
    .map((rule) => {
      const speaking = speaks(rule, place.locale);
      const lack = speaking ? rule.lacks?.(resolved, place, dictionaries) : undefined;
      return { rule, checks: speaking && lack === undefined, lack };
    });
  const own = ownRulesOf(resolved, place, dictionaries);
  const active = [...wanted.filter((one) => one.checks).map(({ rule }) => rule), ...own.rules].flatMap(
    (rule) => activate(resolved, place, rule, dictionaries),
  );
  const silent = wanted.filter(
    ({ rule, checks }) => !checks && resolved.gates?.rules?.[rule.meta.id]?.off !== true,
  );
  const sought = active.flatMap(({ rule }) =>
    [...(rule.literals?.(resolved, place) ?? [])].map((literal) => ({ rule: rule.meta.id, literal })),
  );
  const { error = 'block', warning = 'acknowledge', suggestion = 'inform' } = resolved.gates ?? {};
  return {
    guide: resolved,
    place,
    rules: active,
    notChecked: [
      ...silent.map(({ rule, lack }) => reasonOf(rule, place.locale, lack)),
      ...own.faults.map(({ path, message }) => ({
        rule: path,
        message: `${path} is not checked: ${message}.`,
      })),
    ],
    scanner: scannerOf(sought, place.locale),
    gates: { error, warning, suggestion },
  };
}
