/** What can be told of a tree without running it: how long its matches are, and what they begin and end with. */
import { inAnyCase } from './any-case.ts';
import { ALL, NONE, unionOf, without, type CharSet } from './char-set.ts';
import type { Node, Reference } from './node.ts';

/** In characters. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

const ZERO: Width = { min: 0, max: 0 };

const times = (count: number, each: number): number => (count === 0 || each === 0 ? 0 : count * each);

const widthOf = (node: Node): Width => {
  switch (node.type) {
    case 'set':
      return { min: 1, max: 1 };
    case 'sequence':
      return node.items
        .map(width)
        .reduce((sum, one) => ({ min: sum.min + one.min, max: sum.max + one.max }), ZERO);
    case 'choice': {
      const all = node.items.map(width);
      return { min: Math.min(...all.map((one) => one.min)), max: Math.max(...all.map((one) => one.max)) };
    }
    case 'repeat': {
      const body = width(node.body);
      return { min: times(node.min, body.min), max: times(node.max, body.max) };
    }
    case 'capture':
    case 'atomic':
      return width(node.body);
    case 'reference':
      return { min: node.slot.body ? width(node.slot.body).min : 0, max: Infinity };
    case 'assertion':
    case 'look':
      return ZERO;
  }
};

const widths = new WeakMap<Node, Width>();

export function width(node: Node): Width {
  const known = widths.get(node) ?? widthOf(node);
  widths.set(node, known);
  return known;
}

export const isNullable = (node: Node): boolean => width(node).min === 0;

/** Which end of a match is looked at. */
export type Side = 'first' | 'last';

/** The set that a look of one character ahead (or behind) allows there. */
const allowedBy = (node: Node, side: Side): CharSet | undefined => {
  if (node.type !== 'look' || node.behind !== (side === 'last') || node.body.type !== 'set') return undefined;
  return node.negated ? node.body.set.inverted() : node.body.set;
};

const edgeOfSequence = (items: readonly Node[], side: Side): CharSet => {
  const sets: CharSet[] = [];
  let barred: CharSet | undefined;
  for (const item of side === 'first' ? items : items.toReversed()) {
    const allowed = allowedBy(item, side);
    if (allowed) barred = barred ? unionOf([barred, allowed.inverted()]) : allowed.inverted();
    const set = edge(item, side);
    if (!set.isEmpty) sets.push(barred ? without(set, barred) : set);
    if (!isNullable(item)) break;
  }
  return sets.length === 0 ? NONE : unionOf(sets);
};

const edgeOf = (node: Node, side: Side): CharSet => {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'sequence':
      return edgeOfSequence(node.items, side);
    case 'choice':
      return unionOf(node.items.map((item) => edge(item, side)));
    case 'repeat':
      return node.max === 0 ? NONE : edge(node.body, side);
    case 'capture':
    case 'atomic':
      return edge(node.body, side);
    case 'reference':
      return taken(node, (body) => edge(body, side));
    case 'assertion':
    case 'look':
      return NONE;
  }
};

/** A set of what the group takes, which a reference to it takes again. */
const taken = ({ slot, ignoreCase }: Reference, setOf: (body: Node) => CharSet): CharSet => {
  if (!slot.body) return ALL;
  return ignoreCase ? inAnyCase(setOf(slot.body)) : setOf(slot.body);
};

const edges: Readonly<Record<Side, WeakMap<Node, CharSet>>> = { first: new WeakMap(), last: new WeakMap() };

/** Every character that a match which is not empty can begin (or end) with. */
export function edge(node: Node, side: Side): CharSet {
  const known = edges[side].get(node) ?? edgeOf(node, side);
  edges[side].set(node, known);
  return known;
}

/** Every character that a match can hold anywhere. */
export const alphabet = (node: Node): CharSet => {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'sequence':
    case 'choice':
      return node.items.length === 0 ? NONE : unionOf(node.items.map(alphabet));
    case 'repeat':
    case 'capture':
    case 'atomic':
      return alphabet(node.body);
    case 'reference':
      return taken(node, alphabet);
    case 'assertion':
    case 'look':
      return NONE;
  }
};
