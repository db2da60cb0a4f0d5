/** Reads a `.vale.ini`: where the styles lie, what runs on which files and how loud. */
import { SEVERITIES } from '../engine/types.ts';
import type { Severity } from '../engine/types.ts';
import { nearMiss } from '../schema/near-miss.ts';
import { globMatcher } from './glob.ts';
import { readIni } from './ini.ts';
import type { IniKey, IniSection } from './ini.ts';
import type { Fault, TextFile } from './types.ts';

/** What one key says of a rule or a whole style. */
export interface Setting {
  readonly on: boolean;
  readonly level?: Severity;
  /** What was said before is forgotten. */
  readonly unset?: boolean;
}

export interface Section {
  /** As it is written; `*` for what holds everywhere. */
  readonly glob: string;
  readonly matches: (path: string) => boolean;
  /** Undefined where it says nothing of them. */
  readonly styles: readonly string[] | undefined;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly blockIgnores: readonly string[];
  readonly tokenIgnores: readonly string[];
  readonly comments: readonly (readonly [open: string, close: string])[];
}

export interface Configuration {
  readonly path: string;
  readonly stylesPaths: readonly string[];
  readonly minLevel: Severity;
  readonly vocabularies: readonly string[];
  readonly packages: readonly string[];
  readonly ignoredScopes: readonly string[];
  readonly skippedScopes: readonly string[];
  readonly ignoredClasses: readonly string[];
  readonly wordTemplate: string;
  /** An extension without its dot, and the one whose format it is read as. */
  readonly formats: ReadonlyMap<string, string>;
  readonly everywhere: Section;
  /** In the order in which they are written; a later one wins. */
  readonly sections: readonly Section[];
  /** `Style.Rule[max] = 3`, by rule. */
  readonly params: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What keeps it from being run. */
  readonly faults: readonly Fault[];
  /** What it says and nobody hears. */
  readonly remarks: readonly Fault[];
}

const CORE = [
  'StylesPath',
  'MinAlertLevel',
  'IgnoredScopes',
  'WordTemplate',
  'SkippedScopes',
  'IgnoredClasses',
  'Vocab',
  'NLPEndpoint',
  'Packages',
];
const OF_SECTIONS = [
  'BasedOnStyles',
  'IgnorePatterns',
  'BlockIgnores',
  'CommentDelimiters',
  'TokenIgnores',
  'Transform',
  'Lang',
  'View',
];
const APART = new Set(['formats', 'asciidoctor', 'sphinx']);
const RULE_PARAM = /^([^[\]]+\.[^[\]]+)\[([A-Za-z]\w*)\]$/u;

/** Parts at commas; `\,` is a comma. */
function patternsIn(key: IniKey | undefined): string[] {
  const parts = (key?.values ?? []).flatMap((value) => value.split(/(?<!\\),/u));
  return [...new Set(parts.map((part) => part.replaceAll('\\,', ',').trim()))].filter((part) => part !== '');
}

function listIn(key: IniKey | undefined): string[] {
  const parts = (key?.values ?? []).flatMap((value) => value.split(',')).map((part) => part.trim());
  const none = parts.lastIndexOf('NONE');
  return [...new Set(parts.slice(none + 1))].filter((part) => part !== '');
}

const lastOf = (key: IniKey | undefined): string => key?.values.at(-1) ?? '';

function settingOf(value: string): Setting | undefined {
  if (value === 'UNSET') return { on: false, unset: true };
  if (value === 'NO' || value === 'YES') return { on: value === 'YES' };
  const level = SEVERITIES.find((severity) => severity === value);
  return level && { on: true, level };
}

class Reader {
  readonly faults: Fault[] = [];
  readonly remarks: Fault[] = [];
  readonly params = new Map<string, Record<string, string>>();
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  at(place: { readonly line: number; readonly column?: number }, message: string): Fault {
    return { path: this.#path, line: place.line, column: place.column ?? 1, message };
  }

  section(source: IniSection): Section {
    const matches = globMatcher(source.name);
    if (!matches) this.faults.push(this.at(source, `the glob '${source.name}' does not hold together`));
    const settings = new Map<string, Setting>();
    for (const key of source.keys.values()) this.#key(key, settings);
    const comments = listIn(source.keys.get('CommentDelimiters'));
    if (comments.length !== 0 && comments.length !== 2)
      this.faults.push(this.at(source, "'CommentDelimiters' expects two marks"));
    const [open, close] = comments;
    return {
      glob: source.name,
      matches: matches ?? (() => false),
      styles: source.keys.has('BasedOnStyles') ? listIn(source.keys.get('BasedOnStyles')) : undefined,
      settings,
      blockIgnores: [
        ...patternsIn(source.keys.get('IgnorePatterns')),
        ...patternsIn(source.keys.get('BlockIgnores')),
      ],
      tokenIgnores: patternsIn(source.keys.get('TokenIgnores')),
      comments: open !== undefined && close !== undefined ? [[open, close]] : [],
    };
  }

  #key(key: IniKey, settings: Map<string, Setting>): void {
    const { name } = key;
    if (name === 'Transform' || name === 'View') this.remarks.push(this.at(key, `'${name}' is not run`));
    if (OF_SECTIONS.includes(name)) return;
    if (CORE.includes(name)) {
      this.faults.push(this.at(key, `'${name}' belongs above the first [section]`));
      return;
    }
    const [, rule, param] = RULE_PARAM.exec(name) ?? [];
    if (rule !== undefined && param !== undefined) {
      this.params.set(rule, { ...this.params.get(rule), [param.toLowerCase()]: lastOf(key) });
      return;
    }
    const setting = settingOf(lastOf(key));
    if (setting) settings.set(name, setting);
    else this.#stray(key, settings);
  }

  /** Vale switches off what it cannot read, and so it is here; but it is said. */
  #stray(key: IniKey, settings: Map<string, Setting>): void {
    const { name } = key;
    if (name.includes('.')) {
      settings.set(name, { on: false });
      this.remarks.push(
        this.at(key, `'${name} = ${lastOf(key)}' expects YES, NO or a level; the rule is switched off`),
      );
      return;
    }
    const near = nearMiss(name, OF_SECTIONS);
    this.remarks.push(
      this.at(key, `'${name}' is no option of a section${near ? `; did you mean '${near}'?` : ''}`),
    );
  }

  core(source: IniSection): void {
    for (const key of source.keys.values()) {
      const { name } = key;
      if (CORE.includes(name)) continue;
      if (OF_SECTIONS.includes(name)) {
        this.faults.push(this.at(key, `'${name}' belongs into a [section]`));
        continue;
      }
      const near = nearMiss(name, CORE);
      this.remarks.push(this.at(key, `'${name}' is no option${near ? `; did you mean '${near}'?` : ''}`));
    }
  }

  level(key: IniKey | undefined): Severity {
    const value = lastOf(key);
    const level = SEVERITIES.find((severity) => severity === value);
    if (key && !level)
      this.faults.push(this.at(key, `'MinAlertLevel' expects ${SEVERITIES.join(', ')}; found '${value}'`));
    return level ?? 'suggestion';
  }
}

const NOTHING: IniSection = { name: '', line: 1, keys: new Map() };

export function readConfiguration(file: TextFile): Configuration {
  const { sections, faults } = readIni(file);
  const reader = new Reader(file.path);
  const named = (name: string): IniSection =>
    sections.find((section) => section.name === name) ?? { ...NOTHING, name };
  const core = named('');
  reader.core(core);
  const others = sections.filter(({ name }) => name !== '' && name !== '*' && !APART.has(name));
  const minLevel = reader.level(core.keys.get('MinAlertLevel'));
  return {
    path: file.path,
    stylesPaths: core.keys.get('StylesPath')?.values ?? [],
    minLevel,
    vocabularies: listIn(core.keys.get('Vocab')),
    packages: listIn(core.keys.get('Packages')),
    ignoredScopes: listIn(core.keys.get('IgnoredScopes')),
    skippedScopes: listIn(core.keys.get('SkippedScopes')),
    ignoredClasses: listIn(core.keys.get('IgnoredClasses')),
    wordTemplate: lastOf(core.keys.get('WordTemplate')),
    formats: new Map([...named('formats').keys].map(([name, key]) => [name, lastOf(key)])),
    everywhere: reader.section(named('*')),
    sections: others.map((section) => reader.section(section)),
    params: reader.params,
    faults: [...faults, ...reader.faults],
    remarks: reader.remarks,
  };
}
