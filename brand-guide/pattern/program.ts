/** A tree as the program of a little machine whose work is bounded by its length times the text's. */
import { backwards } from './backwards.ts';
import type { CharSet } from './char-set.ts';
import { someNode, type AssertionKind, type Node, type Repeat } from './node.ts';

export type Step =
  | { readonly type: 'set'; readonly set: CharSet; readonly next: number }
  /** Tried in this order. */
  | { readonly type: 'split'; readonly nexts: readonly number[] }
  /** `test` is the number of an assertion of the program. */
  | { readonly type: 'test'; readonly test: number; readonly next: number }
  | { readonly type: 'save'; readonly slot: number; readonly next: number }
  | { readonly type: 'match' };

/** What an assertion asks of a place. */
export type Test =
  | { readonly type: 'place'; readonly kind: AssertionKind }
  | { readonly type: 'look'; readonly program: Program; readonly behind: boolean; readonly negated: boolean };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly tests: readonly Test[];
}

/** Steps; the work at each place of a text is at most this. */
const LONGEST = 600;
/** They are bits of one number. */
const MOST_TESTS = 24;

class TooLong extends Error {}

/** Built from the end to the beginning: each part is told where it goes on. */
class Builder {
  readonly steps: Step[] = [{ type: 'match' }];
  readonly tests: Test[] = [];

  add(step: Step): number {
    if (this.steps.push(step) > LONGEST) throw new TooLong();
    return this.steps.length - 1;
  }

  build(node: Node, next: number): number {
    switch (node.type) {
      case 'set':
        return this.add({ type: 'set', set: node.set, next });
      case 'sequence':
        return node.items.reduceRight((to, item) => this.build(item, to), next);
      case 'choice':
        return this.add({ type: 'split', nexts: node.items.map((item) => this.build(item, next)) });
      case 'repeat':
        return this.repeat(node, next);
      case 'capture': {
        const end = this.add({ type: 'save', slot: node.slot.index * 2 + 1, next });
        return this.add({ type: 'save', slot: node.slot.index * 2, next: this.build(node.body, end) });
      }
      case 'assertion':
        return this.test({ type: 'place', kind: node.kind }, next);
      case 'look': {
        const program = programOf(node.behind ? backwards(node.body) : node.body);
        if (!program) throw new TooLong();
        return this.test({ type: 'look', program, behind: node.behind, negated: node.negated }, next);
      }
      case 'atomic':
      case 'reference':
        throw new TooLong();
    }
  }

  private test(test: Test, next: number): number {
    if (this.tests.push(test) > MOST_TESTS) throw new TooLong();
    return this.add({ type: 'test', test: this.tests.length - 1, next });
  }

  private split(lazy: boolean, body: number, next: number): number {
    return this.add({ type: 'split', nexts: lazy ? [next, body] : [body, next] });
  }

  private repeat({ body, min, max, lazy }: Repeat, next: number): number {
    let to = next;
    if (max === Infinity) {
      to = this.split(lazy, next, next);
      const again = this.build(body, to);
      this.steps[to] = { type: 'split', nexts: lazy ? [next, again] : [again, next] };
    } else for (let count = min; count < max; count++) to = this.split(lazy, this.build(body, to), next);
    for (let count = 0; count < min; count++) to = this.build(body, to);
    return to;
  }
}

const capturesInLook = (node: Node): boolean =>
  someNode(node, (one) => one.type === 'look' && someNode(one.body, (inner) => inner.type === 'capture'));

/** Undefined where the machine cannot run the tree: references, atomic groups, captures in looks, very long programs. */
export function programOf(node: Node): Program | undefined {
  if (capturesInLook(node)) return undefined;
  const builder = new Builder();
  try {
    const start = builder.build(node, 0);
    return { steps: builder.steps, start, tests: builder.tests };
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}
