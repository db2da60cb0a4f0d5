/** Matches a plain word without an expression: character by character, with a look at what stands beside it. */
import type { CharSet } from './char-set.ts';
import type { Node } from './node.ts';
import { stepBack, stepOn } from './oracle.ts';
import type { MatchRange, PatternMatch } from './pattern.ts';

interface Taken {
  readonly slot: number;
  /** In characters from the beginning. */
  readonly from: number;
  readonly to: number;
}

interface Beside {
  readonly set: CharSet;
  readonly behind: boolean;
  readonly negated: boolean;
}

export interface Fixed {
  readonly before: readonly Beside[];
  readonly sets: readonly CharSet[];
  readonly after: readonly Beside[];
  readonly taken: readonly Taken[];
  readonly groups: number;
}

interface Reading {
  readonly sets: CharSet[];
  readonly taken: Taken[];
}

/** False where the tree is more than characters in a row. */
const read = (node: Node, into: Reading): boolean => {
  if (node.type === 'set') {
    into.sets.push(node.set);
    return true;
  }
  if (node.type === 'sequence') return node.items.every((item) => read(item, into));
  if (node.type !== 'capture') return false;
  const from = into.sets.length;
  if (!read(node.body, into)) return false;
  into.taken.push({ slot: node.slot.index, from, to: into.sets.length });
  return true;
};

const besideOf = (node: Node): Beside | undefined =>
  node.type === 'look' && node.body.type === 'set'
    ? { set: node.body.set, behind: node.behind, negated: node.negated }
    : undefined;

const besides = (items: readonly Node[]): readonly Beside[] => {
  const all: Beside[] = [];
  for (const item of items) {
    const beside = besideOf(item);
    if (!beside) break;
    all.push(beside);
  }
  return all;
};

/** The looks of one character that a tree begins with; a match cannot begin where they do not hold. */
export const leadingLooks = (node: Node): readonly Beside[] =>
  node.type === 'sequence' ? besides(node.items) : [];

export const looksHold = (all: readonly Beside[], text: string, at: number): boolean => {
  for (const { set, behind, negated } of all) {
    const point = behind
      ? at === 0
        ? undefined
        : text.codePointAt(stepBack(text, at))
      : text.codePointAt(at);
    if ((point !== undefined && set.has(point)) === negated) return false;
  }
  return true;
};

/** Undefined for a tree that is more than a word between looks. */
export const fixedOf = (node: Node, groups: number): Fixed | undefined => {
  const items = node.type === 'sequence' ? node.items : [node];
  const before = besides(items);
  const after = besides(items.slice(before.length).toReversed());
  const into: Reading = { sets: [], taken: [] };
  const middle = items.slice(before.length, items.length - after.length);
  return middle.every((item) => read(item, into)) && into.sets.length > 0
    ? { before, after, ...into, groups }
    : undefined;
};

const groupsOf = (
  { taken, groups }: Fixed,
  offsets: readonly number[],
): readonly (MatchRange | undefined)[] => {
  const all: (MatchRange | undefined)[] = [];
  for (let slot = 0; slot <= groups; slot++) all.push(undefined);
  for (const { slot, from, to } of taken) all[slot] = { start: offsets[from] ?? 0, end: offsets[to] ?? 0 };
  return all;
};

export const matchFixed = (fixed: Fixed, text: string, start: number): PatternMatch | undefined => {
  if (!looksHold(fixed.before, text, start)) return undefined;
  const offsets = [start];
  let at = start;
  for (const set of fixed.sets) {
    const point = text.codePointAt(at);
    if (point === undefined || !set.has(point)) return undefined;
    at = stepOn(text, at);
    offsets.push(at);
  }
  if (!looksHold(fixed.after, text, at)) return undefined;
  const [, ...groups] = groupsOf(fixed, offsets);
  return { start, end: at, text: text.slice(start, at), groups: [{ start, end: at }, ...groups] };
};
