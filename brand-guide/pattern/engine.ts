/** Gives an alternative the engine that may run it, and the words to say where none may. */
import type { CharSet } from './char-set.ts';
import type { Node } from './node.ts';
import { nativeOf, type Native } from './native.ts';
import { programOf, type Program } from './program.ts';
import { groupsMayLapse } from './references.ts';
import { routeOf } from './route.ts';
import { walker, type Finder } from './walk.ts';

export interface Engine {
  readonly node: Node;
  /** Where a match need not begin: see `Alternative`. */
  readonly run: CharSet | undefined;
  readonly native: Native;
  readonly finder: (text: string) => Finder;
  /** Whether the native engine may run over a text of any length. */
  readonly isLinear: boolean;
}

/** UTF-16 units; a search that grows with the square of a text this long takes less than a millisecond or two. */
const SHORT = 1000;

const NEEDS_PROOF =
  'This could take too long on some texts, and references and atomic groups keep the linear engine from running it: ' +
  'write it without them, or without repetitions inside repetitions';

/** The machine's program, made when it is first needed. */
class Walked {
  private readonly node: Node;
  private made: Program | undefined;

  constructor(node: Node) {
    this.node = node;
  }

  get program(): Program | undefined {
    this.made ??= programOf(this.node);
    return this.made;
  }
}

/** `proven`: said to be linear by a proof that took longer. @returns the reason where no engine may run it. */
export const engineOf = (node: Node, groups: number, proven: boolean): Engine | string => {
  const { route, run } = routeOf(node);
  const walked = new Walked(node);
  const lapse = groups > 0 && groupsMayLapse(node) && walked.program !== undefined;
  const isLinear = (proven || route === 'linear') && !lapse;
  if (!isLinear && !walked.program) return NEEDS_PROOF;
  const native = nativeOf([{ node, run }], groups);
  const isNative = (text: string): boolean =>
    isLinear || (route === 'short' && !lapse && text.length <= SHORT);
  return {
    node,
    run,
    native,
    isLinear,
    finder: (text) =>
      walked.program && !isNative(text) ? walker(walked.program, groups, text) : native.finder(text),
  };
};
