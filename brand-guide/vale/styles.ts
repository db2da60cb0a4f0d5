/** Makes the rules of style folders ready: names from paths, built-in rules beside them, faults for what cannot run. */
import type { Configuration } from './configuration.ts';
import { compileRule } from './compile-rule.ts';
import type { CompiledSource } from './compile-rule.ts';
import { wantedNames } from './file-settings.ts';
import { readRule } from './rule-source.ts';
import type { RuleSource } from './rule-of-value.ts';
import type { CompileContext, CompiledRule, Fault, TextFile } from './types.ts';
import { builtInRules } from './vocabulary.ts';
import type { ProjectWords } from './vocabulary.ts';

export interface LoadedStyles {
  /** By name. */
  readonly rules: readonly CompiledRule[];
  readonly skipped: readonly Fault[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
  /** What to say of a rule whose pattern no engine takes. */
  readonly refusals: ReadonlyMap<CompiledRule, CompiledSource['refusal']>;
}

/** `Style/dates/Form.yml` is `Style.dates.Form`; undefined for a file that is no rule. */
function ruleName(path: string): string | undefined {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  if (parts.length === 0 || !file.endsWith('.yml') || file.endsWith('.test.yml')) return undefined;
  if (parts.slice(1).some((part) => /^[._]/u.test(part))) return undefined;
  return [...parts, file.split('.')[0] ?? file].join('.');
}

/** The rule files of style folders, by their rules' names; the first of a name stays. */
export function ruleFiles(files: readonly TextFile[]): ReadonlyMap<string, TextFile> {
  const named = new Map<string, TextFile>();
  for (const file of files) {
    const name = ruleName(file.path);
    if (name !== undefined && !named.has(name)) named.set(name, file);
  }
  return named;
}

/** Whether any part of the configuration may run the rule. */
function runsSomewhere({ everywhere, sections }: Configuration, rule: string): boolean {
  const style = rule.split('.')[0] ?? rule;
  const said = (settings: Configuration['everywhere']['settings']) =>
    settings.get(rule) ?? settings.get(style);
  if (sections.some(({ settings }) => said(settings)?.on === true || said(settings)?.unset === true))
    return true;
  const all = said(everywhere.settings);
  if (all) return all.on;
  return [everywhere, ...sections].some(
    ({ styles, settings }) => styles?.includes(style) === true && said(settings)?.on !== false,
  );
}

function isFault(source: RuleSource | Fault): source is Fault {
  return 'message' in source && 'line' in source;
}

class Loader {
  readonly #configuration: Configuration;
  readonly #context: CompileContext;
  readonly #files: ReadonlyMap<string, TextFile>;

  constructor(configuration: Configuration, context: CompileContext, files: ReadonlyMap<string, TextFile>) {
    this.#configuration = configuration;
    this.#context = context;
    this.#files = files;
  }

  compiled(name: string, source: RuleSource): CompiledSource {
    const params = this.#configuration.params.get(name);
    const find = (other: string): RuleSource | undefined => {
      const file = this.#files.get(other);
      const read = file && readRule(file);
      return read && !isFault(read) ? read : undefined;
    };
    return compileRule(source, { name, params }, this.#context, find);
  }

  fromFile(name: string, file: TextFile): CompiledSource {
    const source = readRule(file);
    if (!isFault(source)) return this.compiled(name, source);
    return { fault: source, remarks: [], refusal: () => source };
  }
}

function missingStyles(configuration: Configuration, files: ReadonlyMap<string, TextFile>): Fault[] {
  const present = new Set([...files.keys()].map((name) => name.split('.')[0]));
  const wanted = [...wantedNames(configuration).styles].filter(
    (style) => style !== 'Vale' && !present.has(style),
  );
  const { path } = configuration;
  return wanted.map((style) => ({
    path,
    line: 1,
    column: 1,
    message: `the style '${style}' has no rules on StylesPath`,
  }));
}

/** `files` are those of every styles path, named from there. */
export function loadStyles(
  configuration: Configuration,
  files: readonly TextFile[],
  words: ProjectWords,
  context: CompileContext,
): LoadedStyles {
  const named = ruleFiles(files);
  const loader = new Loader(configuration, context, named);
  const wanted = (name: string): boolean => runsSomewhere(configuration, name);
  const results = [
    ...[...named].filter(([name]) => wanted(name)).map(([name, file]) => loader.fromFile(name, file)),
    ...builtInRules(words)
      .filter(({ path }) => wanted(path))
      .map((source) => loader.compiled(source.path, source)),
  ];
  const rules = results.flatMap(({ rule }) => (rule ? [rule] : []));
  return {
    rules: rules.toSorted((a, b) => (a.head.name < b.head.name ? -1 : 1)),
    skipped: results.flatMap(({ skipped }) => (skipped ? [skipped] : [])),
    faults: [
      ...missingStyles(configuration, named),
      ...results.flatMap(({ fault }) => (fault ? [fault] : [])),
    ],
    remarks: results.flatMap(({ remarks }) => remarks),
    refusals: new Map(results.flatMap(({ rule, refusal }) => (rule ? [[rule, refusal]] : []))),
  };
}
