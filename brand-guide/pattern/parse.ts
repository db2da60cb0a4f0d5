/** Reads a pattern in the syntax of Go's and .NET's expressions, which Vale's rules are written in, into a tree. */
import { inAnyCase, letterSet } from './any-case.ts';
import { ALL, pointSet, type CharSet } from './char-set.ts';
import { Cursor, type Dialect, type Flags } from './cursor.ts';
import { Groups } from './groups.ts';
import { inChoice, inSequence, type AssertionKind, type Node } from './node.ts';
import { classSet } from './parse-class.ts';
import { escapedClass, escapedPoint } from './parse-escape.ts';
import { closed, opening } from './parse-group.ts';
import { quantified } from './parse-repeat.ts';

export interface Parsed {
  readonly node: Node;
  /** How many groups are numbered. */
  readonly groups: number;
}

const DEEPEST = 200;
const NOT_LINE_FEED = pointSet(0x0a).inverted();

const ASSERTIONS: Readonly<Record<string, AssertionKind>> = {
  b: 'word',
  B: 'not-word',
  A: 'start',
  z: 'end',
  Z: 'end',
};

class Parser {
  private readonly cursor: Cursor;
  private readonly groups = new Groups();
  private depth = 0;

  constructor(source: string, dialect: Dialect, flags: Flags) {
    this.cursor = new Cursor(source, dialect, flags);
  }

  parse(): Parsed {
    const node = this.choice();
    if (!this.cursor.done) this.cursor.fail('This parenthesis closes nothing');
    const { count, missing } = this.groups.settle();
    if (missing) this.cursor.fail(`There is no group ${missing.name}`, missing.at);
    return { node, groups: count };
  }

  private choice(): Node {
    const items = [this.sequence()];
    while (this.cursor.take('|')) items.push(this.sequence());
    return inChoice(items);
  }

  private sequence(): Node {
    const items: Node[] = [];
    const { cursor } = this;
    while (!cursor.done && cursor.peek() !== '|' && cursor.peek() !== ')') {
      if (this.skipsBlank() || this.quoted(items)) continue;
      const atom = this.atom();
      if (atom) items.push(quantified(cursor, atom));
    }
    return inSequence(items);
  }

  private skipsBlank(): boolean {
    const { cursor } = this;
    return cursor.flags.extended && cursor.match(/[\s]+|#[^\n]*/y) !== undefined;
  }

  private quoted(items: Node[]): boolean {
    const { cursor } = this;
    if (cursor.dialect !== 'guide' || !cursor.take('\\Q')) return false;
    const end = cursor.source.indexOf('\\E', cursor.at);
    const to = end === -1 ? cursor.source.length : end;
    while (cursor.at < to) items.push(this.letter(cursor.point()));
    cursor.take('\\E');
    const last = items.pop();
    if (last) items.push(quantified(cursor, last));
    return true;
  }

  private one(set: CharSet): Node {
    return { type: 'set', set: this.cursor.flags.ignoreCase ? inAnyCase(set) : set };
  }

  private letter(point: number): Node {
    return { type: 'set', set: letterSet(point, this.cursor.flags.ignoreCase) };
  }

  /** Undefined for what only sets flags or comments. */
  private atom(): Node | undefined {
    const { cursor } = this;
    const { flags } = cursor;
    if (cursor.peek() === '[') return { type: 'set', set: classSet(cursor) };
    if (cursor.take('(')) return this.group();
    if (cursor.take('\\')) return this.escape();
    if (cursor.take('.')) return { type: 'set', set: flags.dotAll ? ALL : NOT_LINE_FEED };
    if (cursor.take('^')) return { type: 'assertion', kind: flags.multiline ? 'line-start' : 'start' };
    if (cursor.take('$')) return { type: 'assertion', kind: flags.multiline ? 'line-end' : 'end' };
    if (cursor.match(/[*+?]|\{\d+(?:,\d*)?\}/y) !== undefined)
      return cursor.fail('There is nothing to repeat here', cursor.at - 1);
    return this.letter(cursor.point());
  }

  private group(): Node | undefined {
    const { cursor } = this;
    const from = cursor.at - 1;
    const { flags } = cursor;
    if (++this.depth > DEEPEST) cursor.fail('The groups are nested too deep', from);
    const kind = opening(cursor, this.groups);
    if (kind.type === 'comment' || kind.type === 'flags') {
      this.depth--;
      return undefined;
    }
    const body = this.choice();
    if (!cursor.take(')')) cursor.fail('This parenthesis is never closed', from);
    cursor.flags = flags;
    this.depth--;
    return closed(kind, body);
  }

  private escape(): Node {
    const { cursor } = this;
    const from = cursor.at - 1;
    if (cursor.done) cursor.fail('A backslash must be followed by something', from);
    const kind = ASSERTIONS[cursor.peek()];
    if (kind) {
      cursor.at++;
      return { type: 'assertion', kind };
    }
    if (cursor.peek() === 'G') cursor.fail('\\G is not supported: leave it out', from);
    const name = cursor.match(/[1-9]\d*|k<[^>]+>|k'[^']+'|k\{[^}]+\}/y);
    if (name !== undefined) return this.reference(name.replace(/^k?[<'{]?|[>'}]$/g, ''), from);
    const set = escapedClass(cursor);
    return set ? this.one(set) : this.letter(escapedPoint(cursor));
  }

  private reference(name: string, from: number): Node {
    return {
      type: 'reference',
      slot: this.groups.refer(name, from),
      ignoreCase: this.cursor.flags.ignoreCase,
    };
  }
}

/** @throws PatternError where the pattern is not well written. */
export const parse = (source: string, dialect: Dialect, flags: Flags): Parsed =>
  new Parser(source, dialect, flags).parse();
