/** The words of the Vale reader: rules as written, blocks of text, what a rule finds in one. Offsets are UTF-16, half-open. */
import type { Range, Severity } from '../engine/types.ts';
import type { SourceMap } from '../markup/types.ts';
import type { PatternFault, PatternMatch, Verdicts } from '../pattern/pattern.ts';

/** What is wrong with a rule, a style or a configuration, and where. Lines and columns are 1-based. */
export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file of a style folder or a configuration, by its path from the folder that was given. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A value of a rule, numbers kept as they are written. */
export type RuleValue =
  string | boolean | null | readonly RuleValue[] | { readonly [key: string]: RuleValue };

export type Levels = Readonly<Record<string, Severity>>;

/** What a rule asks for when it fires; `params` are flat, one step of `edit` after the other. */
export interface Action {
  readonly name: string;
  readonly params: readonly string[];
}

/** A piece of a document that rules run on. */
export interface Block {
  readonly text: string;
  /** Dotted, such as `text.heading.h2.md`. */
  readonly scope: string;
  readonly map: SourceMap;
  /** Inline elements of the text by the scope they carry alone, such as `link`. */
  readonly inlines: readonly (Range & { readonly scope: string })[];
  /** How many elements of each sort the block holds, for a `metric`. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** What a rule knows of the file so far: abbreviations that were explained, forms that were used. */
export interface FileMemory {
  readonly seen: Set<string>;
}

/** What a kind yields; the rule's level, link and limit are stamped on by the linter. */
export interface Found {
  /** In the block's text; undefined for a measurement, which stands at the block's start. */
  readonly range?: Range;
  readonly match: string;
  readonly message: string;
  readonly action?: Action | undefined;
  /** Texts to put in the range's place. */
  readonly suggestions?: readonly string[] | undefined;
  /** Stands at the start of the file, whatever the block. */
  readonly atFileStart?: boolean;
}

/** The scopes and the limits that every kind has. */
export interface RuleHead {
  readonly name: string;
  readonly extends: string;
  readonly level: Severity;
  readonly message: string;
  readonly link: string;
  readonly limit: number;
  readonly scope: readonly string[];
  readonly action: Action | undefined;
  readonly matchCase: boolean;
}

/** Every match of a rule's pattern in a block, in order. */
export type Hits = (pattern: number) => readonly PatternMatch[];

export interface CompiledRule {
  readonly head: RuleHead;
  /** Looked for by the linter, those of all rules in one pass. */
  readonly patterns: readonly string[];
  /** Whether the rule may find something where none of its patterns matches. */
  readonly always: boolean;
  /** `hits` are the matches of a pattern in the block, by the pattern's place in the list. */
  readonly run: (block: Block, memory: FileMemory, hits: Hits) => Iterable<Found>;
}

/** Looks words up; from a dictionary that the caller loaded. */
export interface Speller {
  readonly correct: (word: string) => boolean;
  readonly suggest: (word: string) => readonly string[];
}

export interface CompileContext {
  /** Terms that the project accepts, as patterns. */
  readonly accepted: readonly string[];
  /** Instead of `(?m)\b(?:%s)\b`. */
  readonly wordTemplate: string;
  readonly verdicts?: Verdicts;
  /** By the dictionaries' names; none for the default one. Undefined where no dictionary is at hand. */
  readonly speller?: (dictionaries: readonly string[]) => Speller | undefined;
  /** Words of a file that a spelling rule names, undefined where there is none. */
  readonly wordList?: (name: string) => readonly string[] | undefined;
}

/** A pattern that does not compile, thrown by a kind and told with its rule's place. */
export class BadPattern extends Error {
  readonly source: string;
  readonly fault: PatternFault;
  constructor(source: string, fault: PatternFault) {
    super(fault.message);
    this.source = source;
    this.fault = fault;
  }
}

/** A value that a kind cannot take; `key` is the rule's key it stands at. */
export class BadValue extends Error {
  readonly key: string;
  constructor(key: string, message: string) {
    super(message);
    this.key = key;
  }
}
