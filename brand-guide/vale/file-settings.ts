/** What a configuration says of one file: which rules run on it, and how loud. */
import type { Severity } from '../engine/types.ts';
import type { Configuration, Setting } from './configuration.ts';

const RANK: Readonly<Record<Severity, number>> = { suggestion: 0, warning: 1, error: 2 };

export interface FileSettings {
  readonly styles: readonly string[];
  /** The level at which the rule runs on the file; undefined where it does not. */
  readonly levelOf: (rule: string, own: Severity) => Severity | undefined;
}

function lookUp(settings: ReadonlyMap<string, Setting>, rule: string): Setting | undefined {
  return settings.get(rule) ?? settings.get(rule.split('.')[0] ?? rule);
}

/** The sections that match come in order; a rule's own setting counts before its style's. */
export function settingsFor(configuration: Configuration, path: string): FileSettings {
  const { everywhere, sections, minLevel } = configuration;
  let styles = everywhere.styles ?? [];
  const own = new Map<string, Setting>();
  for (const section of sections.filter(({ matches }) => matches(path))) {
    styles = section.styles ?? styles;
    for (const [name, setting] of section.settings)
      if (setting.unset) own.delete(name);
      else own.set(name, setting);
  }
  const runs = (rule: string): boolean =>
    (lookUp(own, rule) ?? lookUp(everywhere.settings, rule))?.on ??
    styles.includes(rule.split('.')[0] ?? rule);
  const level = (rule: string, given: Severity): Severity =>
    lookUp(own, rule)?.level ?? lookUp(everywhere.settings, rule)?.level ?? given;
  return {
    styles,
    levelOf: (rule, given) => {
      const found = level(rule, given);
      return runs(rule) && RANK[found] >= RANK[minLevel] ? found : undefined;
    },
  };
}

/** Every style and rule that the configuration may run anywhere. */
export function wantedNames({ everywhere, sections }: Configuration): {
  readonly styles: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
} {
  const all = [everywhere, ...sections];
  return {
    styles: new Set(all.flatMap((section) => section.styles ?? [])),
    rules: new Set(
      all.flatMap(({ settings }) =>
        [...settings].filter(([name, { on }]) => on && name.includes('.')).map(([name]) => name),
      ),
    ),
  };
}
