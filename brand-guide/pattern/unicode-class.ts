/** The classes of characters that have names, as sets. */
import { CharSet, LAST_POINT, normalRanges, pointSet, rangeSet, unionOf } from './char-set.ts';

/** Planes without single assigned characters are alike throughout. */
const UNIFORM: readonly (readonly [number, number])[] = [
  [0xd800, 0xdfff],
  [0x40000, 0xdffff],
  [0xf0000, LAST_POINT],
];
const VARIED: readonly (readonly [number, number])[] = [
  [0, 0xd7ff],
  [0xe000, 0x3ffff],
  [0xe0000, 0xeffff],
];
const CHUNK = 0x1000;

const runsIn = (written: string, low: number, high: number): (readonly [number, number])[] => {
  const text = String.fromCodePoint(...Array.from({ length: high - low + 1 }, (_, at) => low + at));
  const width = low > 0xffff ? 2 : 1;
  return Array.from(text.matchAll(new RegExp(`${written}+`, 'gu')), (run) => [
    low + run.index / width,
    low + (run.index + run[0].length) / width - 1,
  ]);
};

const chunksOf = ([low, high]: readonly [number, number]): (readonly [number, number])[] => {
  const chunks: (readonly [number, number])[] = [];
  for (let from = low; from <= high; from += CHUNK - (from % CHUNK))
    chunks.push([from, Math.min(high, from - (from % CHUNK) + CHUNK - 1)]);
  return chunks;
};

const scanned = new Map<string, CharSet>();

/** The set that a class of JavaScript with flag `u` takes; scanned once, when its members are asked for. */
const scannedSet = (written: string): CharSet => {
  const known = scanned.get(written);
  if (known) return known;
  const one = new RegExp(`^${written}$`, 'u');
  const set = new CharSet(
    () =>
      normalRanges([
        ...VARIED.flatMap(chunksOf).flatMap(([low, high]) => runsIn(written, low, high)),
        ...UNIFORM.filter(([low]) => one.test(String.fromCodePoint(low))),
      ]),
    written,
    one,
  );
  scanned.set(written, set);
  return set;
};

const isClass = (written: string): boolean => {
  try {
    return new RegExp(written, 'u').source !== '';
  } catch {
    return false;
  }
};

const NAME = /^[A-Za-z][A-Za-z0-9_]*(?:=[A-Za-z][A-Za-z0-9_]*)?$/;

/** `\p{name}` as a category, a script or a property; undefined where Unicode has no such name. */
export const propertySet = (name: string): CharSet | undefined => {
  if (!NAME.test(name)) return undefined;
  const written = [`\\p{${name}}`, `\\p{sc=${name}}`].find(isClass);
  return written === undefined ? undefined : scannedSet(written);
};

/** What a word is made of. */
export const WORD = scannedSet('[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200C\\u200D]');
export const DIGIT = scannedSet('\\p{Nd}');
/** Every letter that has another case. */
export const CASED = scannedSet('[\\p{Changes_When_Casemapped}\\p{Changes_When_Casefolded}]');
export const SPACE = scannedSet('\\s');

const ascii = (ranges: readonly number[], text?: string): CharSet => new CharSet(ranges, text);

export const ASCII_DIGIT = ascii([0x30, 0x39], '[0-9]');
export const ASCII_WORD = ascii([0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a], '[0-9A-Za-z_]');
/** RE2's, without the vertical tab. */
export const ASCII_SPACE = ascii([0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20]);
/** Within a line. */
export const BLANK = unionOf([pointSet(0x09), propertySet('Zs') ?? pointSet(0x20)]);

/** `[[:name:]]`, ASCII in every dialect. */
export const POSIX: ReadonlyMap<string, CharSet> = new Map([
  ['alnum', ascii([0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a])],
  ['alpha', ascii([0x41, 0x5a, 0x61, 0x7a])],
  ['ascii', rangeSet(0, 0x7f)],
  ['blank', pointSet(0x09, 0x20)],
  ['cntrl', ascii([0, 0x1f, 0x7f, 0x7f])],
  ['digit', ASCII_DIGIT],
  ['graph', rangeSet(0x21, 0x7e)],
  ['lower', rangeSet(0x61, 0x7a)],
  ['print', rangeSet(0x20, 0x7e)],
  ['punct', ascii([0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e])],
  ['space', ascii([0x09, 0x0d, 0x20, 0x20])],
  ['upper', rangeSet(0x41, 0x5a)],
  ['word', ASCII_WORD],
  ['xdigit', ascii([0x30, 0x39, 0x41, 0x46, 0x61, 0x66])],
]);
