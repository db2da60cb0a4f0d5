/** What changed between two texts, as a unified diff. */

import { compareLines } from './diff-lines.ts';
import type { Line } from './diff-lines.ts';

const CONTEXT = 3;

/** Stretches of changed lines with their neighbours, as indexes into the lines. */
function stretches(lines: readonly Line[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, { op }] of lines.entries()) {
    if (op === ' ') continue;
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(lines.length, at + CONTEXT + 1)];
    const last = found.at(-1);
    if (last && from <= last.to) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

function spanOf(before: number, count: number): string {
  return `${count === 0 ? before : before + 1},${count}`;
}

/** How many lines of each text stand before each line. */
function countsOf(lines: readonly Line[]): { readonly was: Uint32Array; readonly is: Uint32Array } {
  const [was, is] = [new Uint32Array(lines.length + 1), new Uint32Array(lines.length + 1)];
  for (const [at, { op }] of lines.entries()) {
    was[at + 1] = (was[at] ?? 0) + Number(op !== '+');
    is[at + 1] = (is[at] ?? 0) + Number(op !== '-');
  }
  return { was, is };
}

function hunk(
  lines: readonly Line[],
  { was, is }: ReturnType<typeof countsOf>,
  { from, to }: { from: number; to: number },
): string[] {
  const span = (counts: Uint32Array): string =>
    spanOf(counts[from] ?? 0, (counts[to] ?? 0) - (counts[from] ?? 0));
  const body = lines
    .slice(from, to)
    .map(({ op, text }) =>
      text.endsWith('\n') ? `${op}${text}` : `${op}${text}\n\\ No newline at end of file\n`,
    );
  return [`@@ -${span(was)} +${span(is)} @@\n`, ...body];
}

/** Each with its line end. */
const split = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? [];

/** Empty where nothing changed; `patch` reads it. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = compareLines(split(before), split(after));
  const counts = countsOf(lines);
  return [
    `--- ${name}\n`,
    `+++ ${name}\n`,
    ...stretches(lines).flatMap((one) => hunk(lines, counts, one)),
  ].join('');
}
