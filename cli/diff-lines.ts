/** Finds which lines two texts share, in bounded time and memory. */

export type Op = ' ' | '-' | '+';
export interface Line {
  readonly op: Op;
  readonly text: string;
}

type Lines = readonly string[];

/** The furthest that is searched for the least change; its cost is the square of it. */
const MOST_EDITS = 300;

/** Myers: the furthest reach on each diagonal, edit by edit, until both ends meet; undefined for too many edits. */
function reaches(a: Lines, b: Lines): ReadonlyMap<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  const reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits++) {
    trace.push(new Map(reach));
    for (let k = -edits; k <= edits; k += 2) {
      const [left, right] = [reach.get(k - 1) ?? -1, reach.get(k + 1) ?? -1];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return undefined;
}

function least(a: Lines, b: Lines): Line[] | undefined {
  const trace = reaches(a, b);
  if (!trace) return undefined;
  const found: Line[] = [];
  let [x, y] = [a.length, b.length];
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

const lines = (op: Op, all: Lines): Line[] => all.map((text) => ({ op, text }));

/** Runs of lines that differ, the old ones before the new. */
function paired(a: Lines, b: Lines): Line[] {
  const found: Line[] = [];
  for (let at = 0; at < a.length;) {
    if (a[at] === b[at]) found.push({ op: ' ', text: a[at++] ?? '' });
    else {
      const from = at;
      while (at < a.length && a[at] !== b[at]) at++;
      for (const one of lines('-', a.slice(from, at))) found.push(one);
      for (const one of lines('+', b.slice(from, at))) found.push(one);
    }
  }
  return found;
}

/** Of two stretches with too much between them: line by line where both are as long, else all of one for all of the other. */
function between(a: Lines, b: Lines): Line[] {
  return least(a, b) ?? (a.length === b.length ? paired(a, b) : [...lines('-', a), ...lines('+', b)]);
}

function sharedAhead(a: Lines, b: Lines): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function sharedBehind(a: Lines, b: Lines, most: number): number {
  let at = 0;
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}

/** All lines of both texts in order; the least change where it is small. */
export function compareLines(a: Lines, b: Lines): Line[] {
  const ahead = sharedAhead(a, b);
  const behind = sharedBehind(a, b, Math.min(a.length, b.length) - ahead);
  return [
    ...lines(' ', a.slice(0, ahead)),
    ...between(a.slice(ahead, a.length - behind), b.slice(ahead, b.length - behind)),
    ...lines(' ', a.slice(a.length - behind)),
  ];
}
