/** Turns `\b` into a look at one side where the other side is known: cheaper to run, and the proof can read it. */
import { edge, isNullable } from './shape.ts';
import { inSequence, type Look, type Node } from './node.ts';
import { WORD } from './unicode-class.ts';

const look = (behind: boolean, negated: boolean): Look => ({
  type: 'look',
  behind,
  negated,
  body: { type: 'set', set: WORD },
});

/** `neighbours`: the nearest first. Whether what stands next to it on that side is always, or never, of a word; undefined where it may be either. */
const isWord = (neighbours: readonly Node[], behind: boolean): boolean | undefined => {
  const end = neighbours.findIndex((one) => !isNullable(one));
  if (end === -1) return undefined;
  const near = inSequence(behind ? neighbours.slice(0, end + 1).toReversed() : neighbours.slice(0, end + 1));
  const set = edge(near, behind ? 'last' : 'first');
  if (set.isWithin(WORD)) return true;
  return set.meets(WORD) ? undefined : false;
};

const settled = (items: readonly Node[], at: number): Node => {
  const item = items[at] ?? inSequence([]);
  if (item.type !== 'assertion' || (item.kind !== 'word' && item.kind !== 'not-word')) return item;
  const parts = item.kind === 'word';
  const after = isWord(items.slice(at + 1), false);
  if (after !== undefined) return look(true, after === parts);
  const before = isWord(items.slice(0, at).toReversed(), true);
  return before === undefined ? item : look(false, before === parts);
};

/** `\b` within a sequence; one whose neighbours are outside of its group stays as it is. */
export const settleWords = (node: Node): Node => {
  switch (node.type) {
    case 'sequence': {
      const items = node.items.map(settleWords);
      return { type: 'sequence', items: items.map((_, at) => settled(items, at)) };
    }
    case 'choice':
      return { type: 'choice', items: node.items.map(settleWords) };
    case 'repeat':
    case 'capture':
    case 'atomic':
    case 'look':
      return { ...node, body: settleWords(node.body) };
    case 'set':
    case 'assertion':
    case 'reference':
      return node;
  }
};
