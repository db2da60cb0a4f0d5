/** Runs rules over a document and says what they found, where it stands in the source. */
import type { Range, Severity } from '../engine/types.ts';
import { valeSentences } from './sentences.ts';
import { blanked, cut, paragraphsIn } from './block-pieces.ts';
import { Directives } from './directives.ts';
import type { DocumentOptions } from './document-blocks.ts';
import type { FileFormat } from './format.ts';
import type { DocumentPart } from './text-parts.ts';
import { preparedSource } from './prepared-source.ts';
import { RulePatterns } from './rule-patterns.ts';
import { RuleScope } from './scope.ts';
import { sourcePositions } from './source-positions.ts';
import type { Action, Block, CompiledRule, FileMemory, Found, Hits } from './types.ts';
import type { PatternFault, Verdicts } from '../pattern/pattern.ts';

/** Something that a rule found: offsets in UTF-16, line and column 1-based, columns in code points. */
export interface Alert extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly match: string;
  readonly line: number;
  readonly column: number;
  readonly link: string;
  readonly action: Action | undefined;
  readonly suggestions: readonly string[] | undefined;
}

interface Ready {
  readonly rule: CompiledRule;
  readonly scope: RuleScope;
}

export interface FileToLint {
  readonly source: string;
  readonly format: FileFormat;
  readonly styles: readonly string[];
  /** The level of a rule on this file; undefined where it does not run. */
  readonly levelOf: (rule: string, own: Severity) => Severity | undefined;
  readonly options: Omit<DocumentOptions, 'wanted'>;
}

/** What is kept while one file is linted. */
interface Run {
  readonly file: FileToLint;
  readonly memory: FileMemory;
  readonly directives: Directives;
  readonly seen: Set<string>;
  readonly counts: Map<string, number>;
  readonly levels: Map<string, Severity | undefined>;
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
  readonly toSource: (range: Range) => Range;
  readonly alerts: Alert[];
}

const NO_HITS: Hits = () => [];

/** Reads a text into what rules run on. A page that lints parts alone carries no reader of Markdown. */
export type ReadParts = (
  text: string,
  format: FileFormat,
  options: DocumentOptions,
) => Iterable<DocumentPart>;

export class Linter {
  readonly #read: ReadParts;
  readonly #ready: readonly Ready[];
  readonly #bases: ReadonlySet<string>;
  readonly #byScope = new Map<string, readonly Ready[]>();
  /** Sentences are looked at a second time, so their rules' patterns stand apart. */
  readonly #ofSentences: RulePatterns;
  readonly #ofBlocks: RulePatterns;
  readonly #blanked = new Map<CompiledRule, RulePatterns>();

  constructor(rules: readonly CompiledRule[], read: ReadParts, verdicts?: Verdicts) {
    this.#read = read;
    this.#ready = rules.map((rule) => ({ rule, scope: new RuleScope(rule.head.scope) }));
    this.#bases = new Set(this.#ready.flatMap(({ scope }) => [...scope.bases, ...scope.blanked]));
    const asking = (sentences: boolean): CompiledRule[] =>
      this.#ready.filter(({ scope }) => scope.asksForSentences === sentences).map(({ rule }) => rule);
    this.#ofSentences = new RulePatterns(asking(true), verdicts);
    this.#ofBlocks = new RulePatterns(asking(false), verdicts);
    for (const { rule, scope } of this.#ready)
      if (scope.blanked.length > 0) this.#blanked.set(rule, new RulePatterns([rule], verdicts));
  }

  /** Rules that find nothing, since no engine takes their pattern. */
  faults(): ReadonlyMap<CompiledRule, readonly [source: string, fault: PatternFault]> {
    return new Map([...this.#ofBlocks.faults(), ...this.#ofSentences.faults()]);
  }

  /** In the order of the source; at one place in the order of the rules' names. */
  lint(file: FileToLint): Alert[] {
    const { text, map } = preparedSource(file.source);
    const position = sourcePositions(file.source);
    const run: Run = {
      file,
      memory: { seen: new Set() },
      directives: new Directives(file.styles),
      seen: new Set(),
      counts: new Map(),
      levels: new Map(),
      place: position,
      toSource: (range) => (map ? map.toRange(range) : range),
      alerts: [],
    };
    const options = { ...file.options, wanted: this.#bases };
    for (const part of this.#read(text, file.format, options)) this.#part(run, part);
    return run.alerts
      .map((alert, at) => ({ alert, at }))
      .toSorted((a, b) => a.alert.line - b.alert.line || a.alert.column - b.alert.column || a.at - b.at)
      .map(({ alert }) => alert);
  }

  #part(run: Run, part: DocumentPart): void {
    if (part.kind === 'comment')
      run.directives.see(part.text, run.toSource({ start: part.at, end: part.at }).start);
    else if (part.kind === 'whole') {
      run.directives.reset();
      this.#block(run, part.block);
    } else {
      if (part.prose) this.#pieces(run, part.block, part.paragraphs);
      this.#block(run, part.block);
    }
  }

  #pieces(run: Run, block: Block, paragraphs: boolean): void {
    if (paragraphs && this.#bases.has('paragraph'))
      for (const range of paragraphsIn(block.text))
        this.#block(run, cut(block, range, `paragraph.${block.scope}`));
    if (this.#bases.has('sentence'))
      for (const range of valeSentences(block.text))
        this.#block(run, cut(block, range, `sentence.${block.scope}`));
  }

  #inScope(scope: string): readonly Ready[] {
    const known = this.#byScope.get(scope);
    if (known) return known;
    const found = this.#ready.filter((one) => one.scope.matches(scope));
    this.#byScope.set(scope, found);
    return found;
  }

  #level(run: Run, { head }: CompiledRule): Severity | undefined {
    if (!run.levels.has(head.name)) run.levels.set(head.name, run.file.levelOf(head.name, head.level));
    return run.levels.get(head.name);
  }

  #block(run: Run, block: Block): void {
    const ready = this.#inScope(block.scope);
    if (ready.length === 0) return;
    const hitsOf = this.#hits(block);
    for (const one of ready) {
      const { rule } = one;
      const shown = one.scope.blanked.length > 0 ? blanked(block, one.scope.blanked) : block;
      const hits = shown === block ? hitsOf(rule) : this.#blanked.get(rule)?.over(shown.text)(rule);
      if (!hits && !rule.always) continue;
      const level = this.#level(run, rule);
      if (level === undefined || run.directives.silences(rule.head.name)) continue;
      for (const found of rule.run(shown, run.memory, hits ?? NO_HITS))
        this.#found(run, rule, level, block, found);
    }
  }

  /** What stands in a block; a rule may ask for sentences among other blocks. */
  #hits({ text, scope }: Block): (rule: CompiledRule) => Hits | undefined {
    if (scope.startsWith('sentence.')) return this.#ofSentences.over(text);
    const inBlocks = this.#ofBlocks.over(text);
    let inSentences: ((rule: CompiledRule) => Hits | undefined) | undefined;
    return (rule) => {
      if (!this.#ofSentences.has(rule)) return inBlocks(rule);
      inSentences ??= this.#ofSentences.over(text);
      return inSentences(rule);
    };
  }

  #found(run: Run, { head }: CompiledRule, severity: Severity, block: Block, found: Found): void {
    const range = found.atFileStart ? { start: 0, end: 0 } : this.#rangeOf(run, block, found);
    const place = run.place(range.start);
    if (run.directives.hides(head.name, found.match, range.start)) return;
    const key = `${place.line}:${place.column}:${head.name}`;
    if (run.seen.has(key)) return;
    const count = run.counts.get(head.name) ?? 0;
    if (head.limit > 0 && count >= head.limit) return;
    run.seen.add(key);
    run.counts.set(head.name, count + 1);
    const { message, match, action, suggestions } = found;
    const { start, end } = range;
    const { line, column } = place;
    run.alerts.push({
      rule: head.name,
      severity,
      message,
      match,
      start,
      end,
      line,
      column,
      link: head.link,
      action,
      suggestions,
    });
  }

  #rangeOf(run: Run, block: Block, { range }: Found): Range {
    if (range) return run.toSource(block.map.toRange(range));
    if (block.scope.startsWith('summary')) return { start: 0, end: 0 };
    const { start } = run.toSource(block.map.toRange({ start: 0, end: 0 }));
    const line = block.scope.startsWith('sentence')
      ? start
      : run.file.source.lastIndexOf('\n', start - 1) + 1;
    return { start: line, end: line };
  }
}
