/** Which engine may run an alternative, and over how much text: JavaScript's where its work is proven not to run away. */
import { NONE, pointSet, type CharSet } from './char-set.ts';
import { costOf } from './cost.ts';
import { childrenOf, someNode, type Node } from './node.ts';
import { alphabet, edge, isNullable } from './shape.ts';

export interface Routed {
  /** Whether its work is proven to grow no faster than the text does. */
  readonly isLinear: boolean;
  /** The longest run of one loop's characters, in UTF-16 units, that the engine of JavaScript may be given; 0 for none. */
  readonly longestRun: number;
  /** The characters of its loops, looks included. */
  readonly loops: readonly CharSet[];
  /** A match cannot begin behind one of these unless the search does: the rest of the run was tried from its beginning. */
  readonly run: CharSet | undefined;
}

const itemsOf = (node: Node): readonly Node[] => {
  if (node.type === 'sequence') return node.items;
  return node.type === 'capture' ? itemsOf(node.body) : [node];
};

/** The characters that must not stand before a match, by its first looks; undefined where nothing is asked. */
const guardOf = (items: readonly Node[]): CharSet | 'start' | undefined => {
  for (const item of items) {
    if (item.type === 'assertion' && item.kind === 'start') return 'start';
    if (item.type === 'assertion' && item.kind === 'line-start') return pointSet(0x0a).inverted();
    if (item.type === 'look' && item.behind && item.body.type === 'set')
      return item.negated ? item.body.set : item.body.set.inverted();
    if (item.type !== 'look' && item.type !== 'assertion') return undefined;
  }
  return undefined;
};

/** The set of a loop that the pattern begins with. */
const leadingRun = ([first]: readonly Node[]): CharSet | undefined => {
  if (first?.type === 'capture' || first?.type === 'atomic') return leadingRun(itemsOf(first.body));
  const leads = first?.type === 'repeat' && first.max === Infinity && first.body.type === 'set';
  return leads && first.body.type === 'set' ? first.body.set : undefined;
};

/** The characters of every loop without end; looks are over before the next place is tried. */
const loopsOf = (node: Node, withLooks: boolean): readonly CharSet[] => {
  const below = childrenOf(node).flatMap((child) => loopsOf(child, withLooks));
  if (node.type === 'repeat' && node.max === Infinity)
    return [alphabet(node.body), ...(withLooks ? below : [])];
  return node.type === 'look' && !withLooks ? [] : below;
};

const looksFar = (node: Node): boolean =>
  someNode(node, (one) => one.type === 'look' && costOf(one, NONE).steps.degree > 0);

/** Whether no place where a match may begin lies within a loop, so that no loop is walked again and again. */
const startsApart = (node: Node, guard: CharSet): boolean => {
  if (isNullable(node)) return false;
  const first = edge(node, 'first');
  return loopsOf(node, false).every((loop) => !loop.meets(first) || loop.isWithin(guard));
};

/** A search from every place of runs this long costs about as much as a hundred steps a character. */
const RUNS: readonly number[] = [Infinity, 1000, 100];

const linear = (run?: CharSet): Routed => ({ isLinear: true, longestRun: Infinity, loops: [], run });

export const routeOf = (node: Node): Routed => {
  const { degree } = costOf(node, NONE).steps;
  if (degree === 0) return linear();
  const refers = someNode(node, (one) => one.type === 'reference');
  const items = itemsOf(node);
  const guard = guardOf(items);
  if (degree === 1 && !looksFar(node)) {
    if (guard === 'start' || startsApart(node, guard ?? NONE)) return linear();
    // What a group took from its beginning says nothing of what it would take from within.
    const run = refers ? undefined : leadingRun(items);
    if (run && startsApart(node, run)) return linear(run);
  }
  const longestRun = refers ? 0 : (RUNS[degree] ?? 0);
  return { isLinear: false, longestRun, loops: longestRun > 0 ? loopsOf(node, true) : [], run: undefined };
};
