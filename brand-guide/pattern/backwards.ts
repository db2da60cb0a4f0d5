/** A tree that matches the same texts from their end to their beginning. */
import type { Node } from './node.ts';

export const backwards = (node: Node): Node => {
  switch (node.type) {
    case 'sequence':
      return { type: 'sequence', items: node.items.map(backwards).toReversed() };
    case 'choice':
      return { type: 'choice', items: node.items.map(backwards) };
    case 'repeat':
    case 'capture':
    case 'atomic':
      return { ...node, body: backwards(node.body) };
    case 'set':
    case 'assertion':
    case 'look':
    case 'reference':
      return node;
  }
};
