/** Reads a class in brackets. */
import { inAnyCase } from './any-case.ts';
import { NONE, pointSet, rangeSet, unionOf, without, type CharSet } from './char-set.ts';
import type { Cursor } from './cursor.ts';
import { escapedClass, escapedPoint } from './parse-escape.ts';
import { POSIX } from './unicode-class.ts';

const posix = (cursor: Cursor): CharSet | undefined => {
  const from = cursor.at;
  const written = cursor.match(/\[:\^?\w+:\]/y);
  if (written === undefined) return undefined;
  const name = written.replace(/[^\w]/g, '');
  const set = POSIX.get(name);
  if (!set) return cursor.fail(`There is no class [:${name}:]`, from);
  return written.includes('^') ? set.inverted() : set;
};

/** A class inside the class, or one character of it. */
const member = (cursor: Cursor): CharSet | number => {
  const set = posix(cursor);
  if (set) return set;
  if (!cursor.take('\\')) return cursor.point();
  if (cursor.take('b')) return 8;
  return escapedClass(cursor) ?? escapedPoint(cursor);
};

const range = (cursor: Cursor, low: number, from: number): CharSet => {
  const high = member(cursor);
  if (typeof high !== 'number') return cursor.fail('A range needs a single character at both ends', from);
  return high < low ? cursor.fail('A range begins with the smaller character', from) : rangeSet(low, high);
};

/** `[a-z-[aeiou]]`: the class that is taken away, which comes last. */
const subtraction = (cursor: Cursor): CharSet => {
  const set = classSet(cursor);
  if (cursor.peek() !== ']') cursor.fail('What a class takes away must stand last in it');
  return set;
};

const isRange = (cursor: Cursor): boolean =>
  cursor.peek() === '-' && cursor.peek(1) !== ']' && cursor.peek(1) !== '[' && cursor.peek(1) !== '';

const written = (sets: readonly CharSet[], negated: boolean, ignoreCase: boolean): CharSet => {
  const members = sets.length === 0 ? NONE : unionOf(sets);
  const set = ignoreCase ? inAnyCase(members) : members;
  return negated ? set.inverted() : set;
};

/** The cursor stands at the opening bracket. */
export function classSet(cursor: Cursor): CharSet {
  const from = cursor.at++;
  const negated = cursor.take('^');
  const sets: CharSet[] = [];
  let removed: CharSet | undefined;
  for (let first = true; first || cursor.peek() !== ']'; first = false) {
    if (cursor.done) return cursor.fail('The class has no closing bracket', from);
    if (!first && cursor.take('-[')) {
      cursor.at--;
      removed = subtraction(cursor);
      continue;
    }
    const at = cursor.at;
    const one = member(cursor);
    if (typeof one !== 'number') sets.push(one);
    else if (isRange(cursor)) {
      cursor.at++;
      sets.push(range(cursor, one, at));
    } else sets.push(pointSet(one));
  }
  cursor.at++;
  const set = written(sets, negated, cursor.flags.ignoreCase);
  return removed ? without(set, removed) : set;
}
