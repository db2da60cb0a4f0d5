/** Writes a tree as a JavaScript expression with flag `u`: no other flag is needed, since the tree has settled them. */
import type { AssertionKind, Node } from './node.ts';
import { WORD } from './unicode-class.ts';

export interface Emitted {
  readonly text: string;
  /** Which of the pattern's groups a group of the expression is; index 0 is its first. */
  readonly slots: readonly number[];
  /** A reference that ignores case needs it, slow as it is. */
  readonly ignoreCase: boolean;
}

const word = WORD.text;

const ASSERTIONS: Readonly<Record<AssertionKind, string>> = {
  start: '^',
  end: '$',
  'line-start': '(?<![^\\n])',
  'line-end': '(?![^\\n])',
  word: `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`,
  'not-word': `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`,
};

const bounds = (min: number, max: number): string => {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
};

class Emitter {
  readonly slots: number[] = [];
  ignoreCase = false;

  write(node: Node): string {
    switch (node.type) {
      case 'set':
        return node.set.isEmpty ? '[]' : node.set.text;
      case 'sequence':
        return node.items
          .map((item) => (item.type === 'choice' ? this.grouped(item) : this.write(item)))
          .join('');
      case 'choice':
        return node.items.map((item) => this.write(item)).join('|');
      case 'repeat':
        return `${this.atom(node.body)}${bounds(node.min, node.max)}${node.lazy ? '?' : ''}`;
      case 'capture':
        this.slots.push(node.slot.index);
        return `(${this.write(node.body)})`;
      case 'atomic':
        return this.atomic(node.body);
      case 'assertion':
        return ASSERTIONS[node.kind];
      case 'look':
        return `(?${node.behind ? '<' : ''}${node.negated ? '!' : '='}${this.write(node.body)})`;
      case 'reference':
        return this.reference(node.slot.index, node.ignoreCase);
    }
  }

  private grouped(node: Node): string {
    return `(?:${this.write(node)})`;
  }

  private atom(node: Node): string {
    return node.type === 'set' || node.type === 'capture' ? this.write(node) : this.grouped(node);
  }

  /** A look ahead is never gone back into, and the reference takes what it saw. */
  private atomic(body: Node): string {
    this.slots.push(0);
    const number = this.slots.length;
    return `(?:(?=(${this.write(body)}))\\${number})`;
  }

  private reference(slot: number, ignoreCase: boolean): string {
    if (ignoreCase) this.ignoreCase = true;
    return `(?:\\${this.slots.indexOf(slot) + 1})`;
  }
}

export const emit = (node: Node): Emitted => {
  const emitter = new Emitter();
  const text = emitter.write(node);
  return { text: text === '' ? '(?:)' : text, slots: emitter.slots, ignoreCase: emitter.ignoreCase };
};
