/** Where words begin and end in a folded text. */
import { IDEOGRAPH, SPACE, WORD, isHigh, isLow, kindOf } from './character.ts';
import type { Folded } from './fold.ts';

const APOSTROPHE = 0x27;

function kindBefore({ units }: Folded, at: number): number {
  const unit = units[at - 1] ?? 0;
  const high = units[at - 2] ?? 0;
  if (isLow(unit) && isHigh(high)) return kindOf((high - 0xd800) * 0x400 + unit - 0xdc00 + 0x10000);
  return kindOf(unit);
}

function kindAfter({ units, length }: Folded, at: number): number {
  if (at >= length) return 0;
  const unit = units[at] ?? 0;
  const low = at + 1 < length ? (units[at + 1] ?? 0) : 0;
  if (isHigh(unit) && isLow(low)) return kindOf((unit - 0xd800) * 0x400 + low - 0xdc00 + 0x10000);
  return kindOf(unit);
}

/** Folding leaves out a space between Arabic letters; the word still ends there. */
function hidesSpace({ source, starts, ends }: Folded, at: number): boolean {
  const from = ends[at - 1] ?? 0;
  const to = starts[at] ?? 0;
  for (let offset = from; offset < to; offset++)
    if ((kindOf(source.charCodeAt(offset)) & SPACE) !== 0) return true;
  return false;
}

/** Whether a word may begin or end before unit `at`. */
export function isBoundary(folded: Folded, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true;
  const before = kindBefore(folded, at);
  const after = kindAfter(folded, at);
  if ((before & WORD) === 0 || (after & WORD) === 0) return true;
  if (((before | after) & IDEOGRAPH) !== 0) return true;
  return hidesSpace(folded, at);
}

/** Like `isBoundary`, but a word goes on behind an apostrophe: no `can` in `can't`. */
export function endsWord(folded: Folded, at: number): boolean {
  if (!isBoundary(folded, at)) return false;
  if (at >= folded.length || folded.units[at] !== APOSTROPHE) return true;
  return (kindBefore(folded, at) & WORD) === 0 || (kindAfter(folded, at + 1) & WORD) === 0;
}

export function wordStart(folded: Folded, at: number): number {
  let start = at;
  while (start > 0 && !isBoundary(folded, start)) start--;
  return start;
}

export function wordEnd(folded: Folded, at: number): number {
  let end = at;
  while (end < folded.length && !endsWord(folded, end)) end++;
  return end;
}

const LETTERS = /\p{L}/gu;
const LONGEST_WORD = 200;

/** Whether the source's word around a unit is written in capitals: at least two letters, none of them small. */
export function inCapitals(folded: Folded, at: number): boolean {
  const from = folded.starts[Math.max(wordStart(folded, at), at - LONGEST_WORD)] ?? 0;
  const to = folded.ends[Math.min(wordEnd(folded, at + 1), at + LONGEST_WORD) - 1] ?? from;
  const letters = folded.source.slice(from, to).match(LETTERS) ?? [];
  return letters.length > 1 && letters.every((one) => one === one.toUpperCase());
}
