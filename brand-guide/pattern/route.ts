/** Which engine may run an alternative: the one of JavaScript where its work is proven to grow as the text does. */
import { CharSet, NONE, pointSet } from './char-set.ts';
import { costOf } from './cost.ts';
import type { Node } from './node.ts';
import { alphabet, edge, isNullable } from './shape.ts';

/** `short`: proven only for texts that are not long, since a search tries every place anew. `walk`: not proven. */
export type Route = 'linear' | 'short' | 'walk';

export interface Routed {
  readonly route: Route;
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
const loops = (node: Node): readonly CharSet[] => {
  if (node.type === 'repeat' && node.max === Infinity) return [alphabet(node.body)];
  if (node.type === 'sequence' || node.type === 'choice') return node.items.flatMap(loops);
  return node.type === 'repeat' || node.type === 'capture' || node.type === 'atomic' ? loops(node.body) : [];
};

const looksFar = (node: Node): boolean => {
  if (node.type === 'look') return costOf(node, NONE).steps.degree > 0;
  if (node.type === 'sequence' || node.type === 'choice') return node.items.some(looksFar);
  return node.type === 'repeat' || node.type === 'capture' || node.type === 'atomic'
    ? looksFar(node.body)
    : false;
};

/** Whether no place where a match may begin lies within a loop, so that no loop is walked again and again. */
const startsApart = (node: Node, guard: CharSet): boolean => {
  if (isNullable(node)) return false;
  const first = edge(node, 'first');
  return loops(node).every((loop) => !loop.meets(first) || loop.isWithin(guard));
};

export const routeOf = (node: Node): Routed => {
  const { degree } = costOf(node, NONE).steps;
  if (degree === 0) return { route: 'linear', run: undefined };
  if (degree > 1) return { route: 'walk', run: undefined };
  if (looksFar(node)) return { route: 'short', run: undefined };
  const items = itemsOf(node);
  const guard = guardOf(items);
  if (guard === 'start' || startsApart(node, guard ?? NONE)) return { route: 'linear', run: undefined };
  const run = leadingRun(items);
  return run && startsApart(node, run) ? { route: 'linear', run } : { route: 'short', run: undefined };
};
