/** A list as far as it can be told from its commas, and its words. */
import type { Range } from '../../engine/types.ts';

export interface List {
  /** Before the conjunction, in order; the first may have a sentence's beginning before it. */
  readonly items: readonly string[];
  readonly conjunction: string;
  readonly last: string;
  /** What follows the last item. */
  readonly next: string;
}

/** How far back a list is looked for. */
const REACH = 240;
const BREAK = /[.;:!?…()[\]{}—–\n•|]|\s-+\s/gu;

/** In lower case, with straight apostrophes. */
export const lower = (word: string): string => word.toLowerCase().replaceAll('’', "'");
export const wordsOf = (item: string): string[] => item.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? [];

function behindBreak(text: string): string {
  let from = 0;
  for (const { index, 0: found } of text.matchAll(BREAK)) from = index + found.length;
  return text.slice(from);
}

/** The list whose conjunction stands at `at`, with the comma before it. */
export function listAround(text: string, { start, end }: Range): List {
  const ahead = behindBreak(text.slice(Math.max(0, start - REACH), start));
  const behind = text.slice(end, end + REACH);
  const last = /^[^,.;:!?…()[\]{}—–\n]*/u.exec(behind)?.[0] ?? '';
  return {
    items: ahead.split(',').map((item) => item.trim()),
    conjunction: lower(wordsOf(text.slice(start, end))[0] ?? ''),
    last: last.trim(),
    next: behind.slice(last.length),
  };
}
