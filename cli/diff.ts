/** What changed between two texts, as a unified diff. */

type Op = ' ' | '-' | '+';
interface Line {
  readonly op: Op;
  readonly text: string;
}

const CONTEXT = 3;

/** Myers: the furthest reach on each diagonal, edit by edit, until both ends meet. */
function reaches(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number>[] {
  const trace: Map<number, number>[] = [];
  const reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= a.length + b.length; edits++) {
    trace.push(new Map(reach));
    for (let k = -edits; k <= edits; k += 2) {
      const [left, right] = [reach.get(k - 1) ?? -1, reach.get(k + 1) ?? -1];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return trace;
}

function linesOf(a: readonly string[], b: readonly string[]): Line[] {
  const found: Line[] = [];
  let [x, y] = [a.length, b.length];
  const trace = reaches(a, b);
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const [left, right] = [reach.get(k - 1) ?? -1, reach.get(k + 1) ?? -1];
    const before = k === -edits || (k !== edits && left < right) ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : (reach.get(before) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - before;
    for (; x > fromX && y > fromY; x--, y--) found.push({ op: ' ', text: a[x - 1] ?? '' });
    if (edits === 0) break;
    found.push(x === fromX ? { op: '+', text: b[fromY] ?? '' } : { op: '-', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return found.toReversed();
}

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

const many = (lines: readonly Line[], other: Op): number => lines.filter(({ op }) => op !== other).length;

function spanOf(before: number, count: number): string {
  return `${count === 0 ? before : before + 1},${count}`;
}

function hunk(lines: readonly Line[], { from, to }: { from: number; to: number }): string[] {
  const [ahead, own] = [lines.slice(0, from), lines.slice(from, to)];
  const was = spanOf(many(ahead, '+'), many(own, '+'));
  const is = spanOf(many(ahead, '-'), many(own, '-'));
  const body = own.map(({ op, text }) =>
    text.endsWith('\n') ? `${op}${text}` : `${op}${text}\n\\ No newline at end of file\n`,
  );
  return [`@@ -${was} +${is} @@\n`, ...body];
}

/** Each with its line end. */
const split = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/gu) ?? [];

/** Empty where nothing changed; `patch` reads it. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = linesOf(split(before), split(after));
  return [`--- ${name}\n`, `+++ ${name}\n`, ...stretches(lines).flatMap((one) => hunk(lines, one))].join('');
}
