/** Sets of code points as sorted ranges, and how a JavaScript expression writes them. */

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

export const pairsOf = (ranges: Ranges): (readonly [number, number])[] =>
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

const MANY = 16;
/** So many points are asked about one by one. */
const FEW = 64;

/** `text` is the set as an expression with flag `u` writes it; by default it is written out. */
export class CharSet {
  private known: Ranges | undefined;
  private written: string | undefined;
  private inverse: CharSet | undefined;
  private answers: Uint8Array | undefined;
  private readonly find: () => Ranges;
  /** Knows the points of the set before its ranges are found. */
  private readonly test: RegExp | undefined;

  constructor(ranges: Ranges | (() => Ranges), text?: string, test?: RegExp) {
    this.find = typeof ranges === 'function' ? ranges : () => ranges;
    this.written = text;
    this.test = test;
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
    if (point < 0x10000 && (this.isUnread || this.ranges.length > MANY)) return this.isKnown(point);
    return this.search(point);
  }

  private get isUnread(): boolean {
    return this.known === undefined && this.test !== undefined;
  }

  /** Answers of a set with many ranges are kept, a byte each. */
  private isKnown(point: number): boolean {
    this.answers ??= new Uint8Array(0x10000);
    if (this.answers[point] === 0) this.answers[point] = this.search(point) ? 1 : 2;
    return this.answers[point] === 1;
  }

  private search(point: number): boolean {
    if (this.known === undefined && this.test) return this.test.test(String.fromCodePoint(point));
    const { ranges } = this;
    const at = this.rangeAt(point);
    return at < ranges.length && (ranges[at] ?? 0) <= point;
  }

  /** Where the first range stands that does not end before a point. */
  private rangeAt(point: number): number {
    const { ranges } = this;
    let [from, to] = [0, ranges.length / 2];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ranges[middle * 2 + 1] ?? 0) < point) from = middle + 1;
      else to = middle;
    }
    return from * 2;
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
    if (this.isUnread && !other.isUnread && other.size <= FEW) return other.meets(this);
    const { ranges } = this;
    if (other.isUnread && this.size <= FEW) return this.points().some((point) => other.has(point));
    if (ranges.length > other.ranges.length) return other.meets(this);
    for (let at = 0; at < ranges.length; at += 2) {
      const near = other.rangeAt(ranges[at] ?? 0);
      if (near < other.ranges.length && (other.ranges[near] ?? 0) <= (ranges[at + 1] ?? 0)) return true;
    }
    return false;
  }

  isWithin(other: CharSet): boolean {
    if (this === other) return true;
    const { ranges } = this;
    if (other.isUnread && this.size <= FEW) return this.points().every((point) => other.has(point));
    for (let at = 0; at < ranges.length; at += 2) {
      const [low = 0, high = 0] = [ranges[at], ranges[at + 1]];
      const near = other.rangeAt(low);
      if (!other.has(low) || (other.ranges[near + 1] ?? 0) < high) return false;
    }
    return true;
  }

  inverted(): CharSet {
    this.inverse ??= new CharSet(() => invert(this.ranges));
    return this.inverse;
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
