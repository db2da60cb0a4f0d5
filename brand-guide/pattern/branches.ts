/** Parts a pattern into alternatives that can each be looked for on their own; the earlier one wins at the same start. */
import { inSequence, type Node } from './node.ts';
import { settleWords } from './settle-words.ts';

const MOST = 2000;

/** Has exactly one way to match, so that alternatives behind it may be drawn before it. */
const isSteady = (node: Node): boolean =>
  node.type === 'look' || node.type === 'assertion' || node.type === 'set';

const alternatives = (node: Node): readonly Node[] => {
  if (node.type === 'choice') return node.items.flatMap(alternatives);
  if (node.type === 'capture') return alternatives(node.body).map((body) => ({ ...node, body }));
  if (node.type !== 'sequence') return [node];
  const at = node.items.findIndex((item) => !isSteady(item));
  const item = node.items[at];
  if (!item || (item.type !== 'choice' && item.type !== 'capture' && item.type !== 'sequence')) return [node];
  const parts = alternatives(item);
  if (parts.length === 1 && item.type !== 'sequence') return [node];
  const [before, after] = [node.items.slice(0, at), node.items.slice(at + 1)];
  return parts.map((part) =>
    inSequence([...before, ...(part.type === 'sequence' ? part.items : [part]), ...after]),
  );
};

export const branchesOf = (node: Node): readonly Node[] => {
  const parts = alternatives(node);
  return parts.length > MOST ? [settleWords(node)] : parts.map(settleWords);
};
