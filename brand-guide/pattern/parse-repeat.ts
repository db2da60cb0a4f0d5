/** Reads how often something repeats. */
import type { Cursor } from './cursor.ts';
import type { Node } from './node.ts';

const QUANTIFIER = /[*+?]|\{\d+(?:,\d*)?\}/y;
const MOST = 10_000;

const bounds = (written: string): { readonly min: number; readonly max: number } => {
  if (written === '*') return { min: 0, max: Infinity };
  if (written === '+') return { min: 1, max: Infinity };
  if (written === '?') return { min: 0, max: 1 };
  const [min = '', max] = written.slice(1, -1).split(',');
  return { min: Number(min), max: max === undefined ? Number(min) : max === '' ? Infinity : Number(max) };
};

/** The atom with the quantifier behind it, or itself. */
export const quantified = (cursor: Cursor, body: Node): Node => {
  const from = cursor.at;
  const written = cursor.match(QUANTIFIER);
  if (written === undefined) return body;
  const { min, max } = bounds(written);
  if (min > max) cursor.fail('It repeats at least more often than at most', from);
  if (min > MOST || (max !== Infinity && max > MOST))
    cursor.fail(`At most ${MOST} times may something repeat`, from);
  const lazy = cursor.take('?');
  const repeat: Node = { type: 'repeat', body, min, max, lazy };
  if (!lazy && cursor.dialect === 'guide' && cursor.take('+')) return { type: 'atomic', body: repeat };
  const again = cursor.at;
  if (cursor.match(QUANTIFIER) !== undefined)
    cursor.fail('A repetition cannot be repeated: put it in a group', again);
  return repeat;
};
