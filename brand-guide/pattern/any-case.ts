/** Sets of characters where case does not matter. */
import { CharSet, normalRanges, pairsOf, pointSet } from './char-set.ts';
import { variantsOf } from './letter-variants.ts';
import { CASED } from './unicode-class.ts';

/** Sets with more points are asked for the letters that have a case instead. */
const FEW = 2000;

const casedPoints = (set: CharSet): readonly number[] =>
  set.size <= FEW ? set.points() : CASED.points().filter((point) => set.has(point));

const widened = (set: CharSet): CharSet =>
  new CharSet(() => {
    const variants = casedPoints(set).flatMap((point) => variantsOf(point));
    return normalRanges([...pairsOf(set.ranges), ...variants.map((one) => [one, one] as const)]);
  });

const widenedSets = new WeakMap<CharSet, CharSet>();

/** A set with every letter in every case that one of its members writes. */
export const inAnyCase = (set: CharSet): CharSet => {
  const wide = widenedSets.get(set) ?? widened(set);
  widenedSets.set(set, wide);
  return wide;
};

const letters: readonly [Map<number, CharSet>, Map<number, CharSet>] = [new Map(), new Map()];

/** One character, in any case where case is ignored; kept, since patterns are made of the same few. */
export const letterSet = (point: number, ignoreCase: boolean): CharSet => {
  const known = letters[ignoreCase ? 1 : 0];
  const set = known.get(point) ?? (ignoreCase ? pointSet(...variantsOf(point)) : pointSet(point));
  known.set(point, set);
  return set;
};
