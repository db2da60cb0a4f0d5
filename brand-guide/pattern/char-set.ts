/** Sets of code points as sorted ranges, and how a JavaScript expression writes them. */
import { variantsOf } from './letter-variants.ts';

export const LAST_POINT = 0x10ffff;

/** Flat pairs `[low, high, low, high …]`, ascending, neither overlapping nor touching. */
export type Ranges = readonly number[];

/** Sorts pairs and joins those that overlap or touch. */
export const normalRanges = (pairs: readonly (readonly [number, number])[]): Ranges => {
  const ranges: number[] = [];
  for (const [low, high] of pairs.toSorted(([a], [b]) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && low <= last + 1) ranges[ranges.length - 1] = Math.max(last, high);
    else ranges.push(low, high);
  }
  return ranges;
};

const pairsOf = (ranges: Ranges): (readonly [number, number])[] =>
  Array.from({ length: ranges.length / 2 }, (_, at) => [ranges[at * 2] ?? 0, ranges[at * 2 + 1] ?? 0]);

const invert = (ranges: Ranges): Ranges => {
  const inverted: number[] = [];
  let next = 0;
  for (const [low, high] of pairsOf(ranges)) {
    if (low > next) inverted.push(next, low - 1);
    next = high + 1;
  }
  if (next <= LAST_POINT) inverted.push(next, LAST_POINT);
  return inverted;
};

const PLAIN = /^[A-Za-z0-9 ]$/;

const writePoint = (point: number): string => {
  const character = String.fromCodePoint(point);
  return PLAIN.test(character) ? character : `\\u{${point.toString(16)}}`;
};

const writeRanges = (ranges: Ranges): string =>
  pairsOf(ranges)
    .map(([low, high]) => (low === high ? writePoint(low) : `${writePoint(low)}-${writePoint(high)}`))
    .join('');

/** `text` is the set as an expression with flag `u` writes it; by default it is written out. */
export class CharSet {
  private known: Ranges | undefined;
  private written: string | undefined;
  private readonly find: () => Ranges;

  constructor(ranges: Ranges | (() => Ranges), text?: string) {
    this.find = typeof ranges === 'function' ? ranges : () => ranges;
    this.written = text;
  }

  get ranges(): Ranges {
    this.known ??= this.find();
    return this.known;
  }

  get text(): string {
    this.written ??= this.write();
    return this.written;
  }

  has(point: number): boolean {
    const { ranges } = this;
    let from = 0;
    let to = ranges.length / 2;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ranges[middle * 2 + 1] ?? 0) < point) from = middle + 1;
      else to = middle;
    }
    return from * 2 < ranges.length && (ranges[from * 2] ?? 0) <= point;
  }

  /** How many code points. */
  get size(): number {
    return pairsOf(this.ranges).reduce((sum, [low, high]) => sum + high - low + 1, 0);
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  points(): number[] {
    return pairsOf(this.ranges).flatMap(([low, high]) =>
      Array.from({ length: high - low + 1 }, (_, at) => low + at),
    );
  }

  meets(other: CharSet): boolean {
    const [a, b] = [this.ranges, other.ranges];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) {
      if ((a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
      else if ((b[j + 1] ?? 0) < (a[i] ?? 0)) j += 2;
      else return true;
    }
    return false;
  }

  isWithin(other: CharSet): boolean {
    return !this.meets(other.inverted());
  }

  inverted(): CharSet {
    return new CharSet(() => invert(this.ranges));
  }

  private write(): string {
    const { ranges } = this;
    if (ranges.length === 2 && ranges[0] === ranges[1]) return writePoint(ranges[0] ?? 0);
    if (ranges[ranges.length - 1] !== LAST_POINT) return `[${writeRanges(ranges)}]`;
    return `[^${writeRanges(invert(ranges))}]`;
  }
}

export const pointSet = (...points: readonly number[]): CharSet =>
  new CharSet(normalRanges(points.map((point) => [point, point])));

export const rangeSet = (low: number, high: number): CharSet => new CharSet([low, high]);

export const unionOf = (sets: readonly CharSet[]): CharSet => {
  const [only, ...more] = sets;
  if (only && more.length === 0) return only;
  return new CharSet(() => normalRanges(sets.flatMap((set) => pairsOf(set.ranges))));
};

export const without = (set: CharSet, removed: CharSet): CharSet =>
  unionOf([set.inverted(), removed]).inverted();

export const NONE = new CharSet([]);
export const ALL = new CharSet([0, LAST_POINT], '[^]');

/** Beyond the last letter that has a case. */
const LAST_CASED = 0x1e943;

/** A set with every letter in every case that one of its members writes. */
export const inAnyCase = (set: CharSet): CharSet =>
  new CharSet(() => {
    const pairs = pairsOf(set.ranges);
    const added = pairs.flatMap(([low, high]) => {
      const more: (readonly [number, number])[] = [];
      for (let point = low; point <= Math.min(high, LAST_CASED); point++)
        for (const one of variantsOf(point)) if (one < low || one > high) more.push([one, one]);
      return more;
    });
    return normalRanges([...pairs, ...added]);
  });
