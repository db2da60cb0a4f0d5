/** Finds references to groups that need not have taken part: engines disagree about what those match. */
import { childrenOf, someNode, type Node } from './node.ts';

type Taken = ReadonlySet<number>;

interface Known {
  /** Groups that surely took part once the node has matched. */
  readonly taken: Taken;
  readonly sound: boolean;
}

const both = (a: Taken, b: Taken): Taken => new Set([...a].filter((one) => b.has(one)));

const sequence = (items: readonly Node[], before: Taken): Known => {
  let known: Known = { taken: before, sound: true };
  for (const item of items) {
    const next = visit(item, known.taken);
    known = { taken: next.taken, sound: known.sound && next.sound };
  }
  return known;
};

const choice = (items: readonly Node[], before: Taken): Known => {
  const all = items.map((item) => visit(item, before));
  return { taken: all.map((one) => one.taken).reduce(both), sound: all.every((one) => one.sound) };
};

const visit = (node: Node, before: Taken): Known => {
  switch (node.type) {
    case 'sequence':
      return sequence(node.items, before);
    case 'choice':
      return choice(node.items, before);
    case 'repeat': {
      const body = visit(node.body, before);
      return node.min > 0 ? body : { taken: before, sound: body.sound };
    }
    case 'capture': {
      const body = visit(node.body, before);
      return { taken: new Set([...body.taken, node.slot.index]), sound: body.sound };
    }
    case 'atomic':
      return visit(node.body, before);
    case 'look':
      return { taken: before, sound: visit(node.body, before).sound };
    case 'reference':
      return { taken: before, sound: before.has(node.slot.index) };
    case 'set':
    case 'assertion':
      return { taken: before, sound: true };
  }
};

export const referencesAreSound = (node: Node): boolean => visit(node, new Set()).sound;

/** Whether a group within a loop may sit out a round: JavaScript then forgets what it took before, others do not. */
export const groupsMayLapse = (node: Node): boolean => {
  if (node.type !== 'repeat' || node.max < 2) return childrenOf(node).some(groupsMayLapse);
  const { taken } = visit(node.body, new Set());
  return someNode(node.body, (one) => one.type === 'capture' && !taken.has(one.slot.index));
};
