/** What a pattern that people write is once compiled: the contract between this engine and the rules that use it. */

/** A range of UTF-16 units `[start, end)` over the text as typed. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

export interface PatternMatch extends MatchRange {
  /** By number, group 1 first at index 1; index 0 is the whole match. Undefined where a group took no part. */
  readonly groups: readonly (MatchRange | undefined)[];
  /** What was matched, as typed. */
  readonly text: string;
}

export interface Pattern {
  readonly source: string;
  /** Leftmost-first matches that do not overlap, in order; an empty match never touches the end of the one before. */
  readonly matches: (text: string) => Iterable<PatternMatch>;
  readonly test: (text: string) => boolean;
}

/** What proving said of a pattern, by `patternHash`: `linear`, or `refused` with the reason. */
export type Verdict = 'linear' | `refused: ${string}`;
export type Verdicts = Readonly<Record<string, Verdict>>;

export interface PatternOptions {
  readonly ignoreCase?: boolean;
  /** `^` and `$` stand at every line. */
  readonly multiline?: boolean;
  /** `.` takes a line break too. */
  readonly dotAll?: boolean;
  /** Whose `\w`, `\d` and `\s` are meant: Unicode's in a `guide` (the default), ASCII's in `vale`, whose `\b` is Unicode's all the same. */
  readonly dialect?: 'guide' | 'vale';
  /** What was proven when the guide was saved. */
  readonly verdicts?: Verdicts;
}

/** `at` is an offset in UTF-16 units into the pattern as written. */
export interface PatternFault {
  readonly ok: false;
  readonly message: string;
  readonly at: number;
}

export type Compiled = { readonly ok: true; readonly pattern: Pattern } | PatternFault;
