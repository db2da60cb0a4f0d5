/** Walks over a pattern as written, character by character, with the flags that hold where it stands. */

/** Whose names of classes are meant: `\w`, `\d` and `\s` are Unicode in a guide and ASCII in Vale. */
export type Dialect = 'guide' | 'vale';

export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** Spaces and comments in the pattern mean nothing. */
  readonly extended: boolean;
  /** Only groups with a name are numbered. */
  readonly explicit: boolean;
}

/** What is wrong with a pattern, at an offset in it. */
export class PatternError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

export class Cursor {
  readonly source: string;
  readonly dialect: Dialect;
  flags: Flags;
  at = 0;

  constructor(source: string, dialect: Dialect, flags: Flags) {
    this.source = source;
    this.dialect = dialect;
    this.flags = flags;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** Empty at the end. */
  peek(ahead = 0): string {
    return this.source.charAt(this.at + ahead);
  }

  startsWith(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** Whether it stood there; then it is passed. */
  take(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky expression finds here, passed; undefined where it finds nothing. */
  match(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  point(): number {
    const point = this.source.codePointAt(this.at);
    if (point === undefined) return this.fail('The pattern ends too early');
    this.at += point > 0xffff ? 2 : 1;
    return point;
  }

  fail(message: string, at = this.at): never {
    throw new PatternError(message, at);
  }
}
