/** Gives an alternative the engine that may run it, and the words to say where none may. */
import type { CharSet } from './char-set.ts';
import { someNode, type Node } from './node.ts';
import { nativeOf, type Native } from './native.ts';
import { programOf, type Program } from './program.ts';
import { groupsMayLapse } from './references.ts';
import { routeOf, type Routed } from './route.ts';
import { walker, type Finder } from './walk.ts';

export interface Engine {
  readonly node: Node;
  /** Where a match need not begin: see `Alternative`. */
  readonly run: CharSet | undefined;
  readonly native: Native;
  /** Whether the native engine may run over any text. */
  readonly isLinear: boolean;
  readonly mayRunNative: (text: string) => boolean;
  /** Finds the same, more slowly, in time that grows as the text does. */
  readonly walker: (text: string) => Finder;
}

const IS_BARRED =
  'This could take too long on some texts, and references and atomic groups keep the linear engine from running it: ' +
  'write it without them, or without repetitions inside repetitions';
const IS_LONG =
  'This could take too long on some texts, and it is too large for the linear engine: ' +
  'write smaller counts of repetitions, or several patterns';

/** Why no engine takes what is not proven. */
const refusalOf = (node: Node): string =>
  someNode(node, ({ type }) => type === 'reference' || type === 'atomic') ? IS_BARRED : IS_LONG;

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

/** Finds a run that is longer than the loops of an alternative may be given. */
const longRun = ({ loops, longestRun }: Routed): RegExp => {
  const tooLong = ({ text }: CharSet): string => `(?<!${text})${text}{${longestRun + 1}}`;
  return new RegExp(loops.map(tooLong).join('|'), 'u');
};

const shortRuns = (routed: Routed): ((text: string) => boolean) => {
  const { longestRun } = routed;
  let tooLong: RegExp | undefined;
  return (text) => {
    if (longestRun === 0 || text.length <= longestRun) return longestRun > 0;
    tooLong ??= longRun(routed);
    return !tooLong.test(text);
  };
};

/** `proven`: said to be linear by a proof that took longer. @returns the reason where no engine may run it. */
export const engineOf = (node: Node, groups: number, proven: boolean): Engine | string => {
  const routed = routeOf(node);
  const walked = new Walked(node);
  const lapse = groups > 0 && groupsMayLapse(node) && walked.program !== undefined;
  const isLinear = (proven || routed.isLinear) && !lapse;
  if (!isLinear && !walked.program) return refusalOf(node);
  const native = nativeOf([{ node, run: routed.run }], groups);
  const runsAreShort = shortRuns(routed);
  return {
    node,
    run: routed.run,
    native,
    isLinear,
    mayRunNative: (text) => isLinear || (!lapse && runsAreShort(text)),
    walker: (text) => (walked.program ? walker(walked.program, groups, text) : native.finder(text)),
  };
};

/** The search that is right for a text. */
export const finderFor = (engine: Engine, text: string): Finder =>
  engine.mayRunNative(text) ? engine.native.finder(text) : engine.walker(text);
