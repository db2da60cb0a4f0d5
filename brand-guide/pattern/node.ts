/** The tree that a pattern is read into: every letter's case, every flag and every class is settled in it. */
import type { CharSet } from './char-set.ts';

/** One character out of a set. */
export interface One {
  readonly type: 'set';
  readonly set: CharSet;
}

export interface Sequence {
  readonly type: 'sequence';
  readonly items: readonly Node[];
}

export interface Choice {
  readonly type: 'choice';
  readonly items: readonly Node[];
}

/** `max` is Infinity for a loop without end. */
export interface Repeat {
  readonly type: 'repeat';
  readonly body: Node;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
}

/** A numbered group; its number is known once the whole pattern is read. */
export interface Slot {
  index: number;
  /** What it takes; undefined where several groups share the name. */
  body?: Node | undefined;
}

export interface Capture {
  readonly type: 'capture';
  readonly body: Node;
  readonly slot: Slot;
}

export interface Atomic {
  readonly type: 'atomic';
  readonly body: Node;
}

export type AssertionKind = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'not-word';

export interface Assertion {
  readonly type: 'assertion';
  readonly kind: AssertionKind;
}

export interface Look {
  readonly type: 'look';
  readonly body: Node;
  readonly behind: boolean;
  readonly negated: boolean;
}

/** What a group took, again. */
export interface Reference {
  readonly type: 'reference';
  readonly slot: Slot;
  readonly ignoreCase: boolean;
}

export type Node = One | Sequence | Choice | Repeat | Capture | Atomic | Assertion | Look | Reference;

/** A sequence of these; one alone is itself. */
export const inSequence = (items: readonly Node[]): Node => {
  const [only, ...more] = items;
  return only && more.length === 0 ? only : { type: 'sequence', items };
};

export const inChoice = (items: readonly Node[]): Node => {
  const [only, ...more] = items;
  return only && more.length === 0 ? only : { type: 'choice', items };
};

/** The nodes right below one. */
export const childrenOf = (node: Node): readonly Node[] => {
  if (node.type === 'sequence' || node.type === 'choice') return node.items;
  return 'body' in node ? [node.body] : [];
};

/** Whether any node of a tree, itself included, is one that is asked for. */
export const someNode = (node: Node, asked: (node: Node) => boolean): boolean =>
  asked(node) || childrenOf(node).some((child) => someNode(child, asked));
