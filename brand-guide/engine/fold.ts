/** Folds a text for comparison and remembers where each folded unit came from. */
import { ARABIC, GREEK, MARK, SPACE, UNSEEN, isHigh, isLow, kindOf } from './character.ts';
import { foldCluster, stripAccents } from './fold-character.ts';

/** Unit `i` of the folded text came from `source[starts[i], ends[i])`. */
export interface Folded {
  readonly source: string;
  readonly length: number;
  /** What is searched: without Greek accents. */
  readonly units: Uint16Array;
  /** The same with Greek accents; the same array where there are none. */
  readonly accented: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Folds of single characters, by case kept or not; the common ones are met thousands of times. */
const cached: readonly [Map<number, string>, Map<number, string>] = [new Map(), new Map()];
const CACHE_LIMIT = 20_000;

function foldPoint(point: number, keepCase: boolean): string {
  const cache = cached[keepCase ? 1 : 0];
  const known = cache.get(point);
  if (known !== undefined) return known;
  const folded = foldCluster(String.fromCodePoint(point), keepCase);
  if (cache.size < CACHE_LIMIT) cache.set(point, folded);
  return folded;
}

function wider<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The folded text while it grows. */
class Builder {
  private size: number;
  private units: Uint16Array;
  private accents: Uint16Array | undefined;
  private starts: Uint32Array;
  private ends: Uint32Array;
  length = 0;

  constructor(expected: number) {
    this.size = expected + 16;
    this.units = new Uint16Array(this.size);
    this.starts = new Uint32Array(this.size);
    this.ends = new Uint32Array(this.size);
  }

  push(unit: number, start: number, end: number): void {
    if (this.length === this.size) this.grow();
    this.units[this.length] = unit;
    if (this.accents) this.accents[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  pushText(text: string, start: number, end: number): void {
    for (let at = 0; at < text.length; at++) this.push(text.charCodeAt(at), start, end);
  }

  /** Adds a text whose accents count only outside words in capitals. */
  pushAccented(text: string, start: number, end: number): void {
    const from = this.length;
    const plain = stripAccents(text);
    if (plain !== text) this.accents ??= this.units.slice();
    this.pushText(plain, start, end);
    if (this.accents) for (let at = 0; at < text.length; at++) this.accents[from + at] = text.charCodeAt(at);
  }

  lastUnit(): number {
    return this.length > 0 ? (this.units[this.length - 1] ?? 0) : 0;
  }

  clear(): void {
    this.length = 0;
    this.accents = undefined;
  }

  finish(source: string): Folded {
    const { length, units, starts, ends } = this;
    return { source, length, units, accented: this.accents ?? units, starts, ends };
  }

  private grow(): void {
    this.size *= 2;
    this.units = wider(this.units, new Uint16Array(this.size));
    if (this.accents) this.accents = wider(this.accents, new Uint16Array(this.size));
    this.starts = wider(this.starts, new Uint32Array(this.size));
    this.ends = wider(this.ends, new Uint32Array(this.size));
  }
}

function pointAt(source: string, at: number): number {
  const unit = source.charCodeAt(at);
  if (!isHigh(unit)) return unit;
  const next = source.charCodeAt(at + 1);
  return isLow(next) ? (unit - 0xd800) * 0x400 + next - 0xdc00 + 0x10000 : unit;
}

/** Where the run of whitespace ends, and whether it parts two paragraphs. */
function skipSpace(source: string, from: number): { end: number; paragraph: boolean } {
  let end = from;
  let breaks = 0;
  while (end < source.length && (kindOf(source.charCodeAt(end)) & SPACE) !== 0) {
    if (source.charCodeAt(end) === 0x0a || source.charCodeAt(end) === 0x2029) breaks++;
    end++;
  }
  return { end, paragraph: breaks > 1 };
}

/** Whether one space between two letters of the Arabic script, which is the same as none. */
function joinsArabic(built: Builder, source: string, from: number, end: number): boolean {
  return (
    end - from === 1 &&
    end < source.length &&
    (kindOf(built.lastUnit()) & kindOf(pointAt(source, end)) & ARABIC) !== 0
  );
}

function clusterEnd(source: string, after: number): number {
  let end = after;
  while (end < source.length) {
    const point = pointAt(source, end);
    if ((kindOf(point) & MARK) === 0) break;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

function foldLetter(built: Builder, source: string, at: number, point: number, keepCase: boolean): number {
  const after = at + (point > 0xffff ? 2 : 1);
  const next = after < source.length ? source.charCodeAt(after) : 0;
  const end = next < 0x300 ? after : clusterEnd(source, after);
  const folded = end === after ? foldPoint(point, keepCase) : foldCluster(source.slice(at, end), keepCase);
  if ((kindOf(point) & GREEK) !== 0) built.pushAccented(folded, at, end);
  else built.pushText(folded, at, end);
  return end;
}

/** What the printing characters of ASCII fold to, one unit each, by case kept or not; 0 for all others. */
const plain: readonly [Uint16Array, Uint16Array] = [plainFolds(false), plainFolds(true)];

function plainFolds(keepCase: boolean): Uint16Array {
  return Uint16Array.from({ length: 0x80 }, (_, point) => {
    const isPlain = point > 0x20 && point < 0x7f && (kindOf(point) & (SPACE | UNSEEN)) === 0;
    return isPlain ? foldPoint(point, keepCase).charCodeAt(0) : 0;
  });
}

function foldInto(built: Builder, source: string, keepCase: boolean): Folded {
  const folds = plain[keepCase ? 1 : 0];
  let at = 0;
  while (at < source.length) {
    const unit = folds[source.charCodeAt(at)] ?? 0;
    // Below 0x300 nothing is a mark on what stands before it.
    if (unit !== 0 && !(source.charCodeAt(at + 1) >= 0x300)) {
      built.push(unit, at, at + 1);
      at++;
      continue;
    }
    const point = pointAt(source, at);
    const kind = kindOf(point);
    if ((kind & SPACE) !== 0) {
      const { end, paragraph } = skipSpace(source, at);
      if (!joinsArabic(built, source, at, end)) built.push(paragraph ? 0x0a : 0x20, at, end);
      at = end;
    } else if ((kind & UNSEEN) !== 0) at++;
    else at = foldLetter(built, source, at, point, keepCase);
  }
  return built.finish(source);
}

/** `keepCase` folds everything but case, for terms that are found in one case only. */
export function fold(source: string, keepCase = false): Folded {
  return foldInto(new Builder(source.length), source, keepCase);
}

const shared = new Builder(256);

/** As `fold`, in memory that the next call writes over: for what is read at once and not kept. */
export function foldBriefly(source: string, keepCase = false): Folded {
  shared.clear();
  return foldInto(shared, source, keepCase);
}

/** The folded text as a string, for comparing and keying short texts. */
export function foldText(source: string, keepCase = false): string {
  const { accented, length } = foldBriefly(source, keepCase);
  let text = '';
  for (let at = 0; at < length; at++) text += String.fromCharCode(accented[at] ?? 0);
  return text;
}
