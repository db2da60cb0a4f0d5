/** Places in a text, with columns in the unit that a report's readers count in. */
import { positionsOf } from '../positions.ts';
import type { Position } from '../positions.ts';
import type { Range } from '../types.ts';

/** `utf16` as JavaScript and Java count, `utf8` bytes, `point` Unicode code points. */
export type ColumnUnit = 'utf16' | 'utf8' | 'point';

export interface Span {
  readonly start: Position;
  /** Just behind the range's last character. */
  readonly end: Position;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** A pair is one code point of four bytes, counted at its first half; a half on its own is written as U+FFFD. */
function weigh(text: string, at: number, unit: ColumnUnit): number {
  const code = text.charCodeAt(at);
  if (unit === 'utf16') return 1;
  if (isLow(code) && isHigh(text.charCodeAt(at - 1))) return 0;
  if (unit === 'point' || code < 0x80) return 1;
  if (code < 0x800) return 2;
  return isHigh(code) && isLow(text.charCodeAt(at + 1)) ? 4 : 3;
}

/** How many units stand before each offset. */
function sums(text: string, unit: ColumnUnit): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) before[at + 1] = (before[at] ?? 0) + weigh(text, at, unit);
  return before;
}

/** Reads the text once; lines and columns are 1-based. */
export function spansOf(text: string, unit: ColumnUnit): (range: Range) => Span {
  const position = positionsOf(text);
  const before = unit === 'utf16' ? undefined : sums(text, unit);
  const place = (offset: number): Position => {
    const { line, column } = position(offset);
    if (!before) return { line, column };
    return { line, column: (before[offset] ?? 0) - (before[offset - column + 1] ?? 0) + 1 };
  };
  return ({ start, end }) => ({ start: place(start), end: place(end) });
}
