/** Finds a pattern's matches with the engine of JavaScript: fast, and only for patterns that are proven. */
import type { CharSet } from './char-set.ts';
import { emit } from './emit.ts';
import { inChoice, inSequence, type Node } from './node.ts';
import { stepBack, stepOn } from './oracle.ts';
import type { MatchRange, PatternMatch } from './pattern.ts';
import type { Finder } from './walk.ts';

/** An alternative, and the run of characters that a search need not begin within. */
export interface Alternative {
  readonly node: Node;
  readonly run: CharSet | undefined;
}

export interface Native {
  readonly finder: (text: string) => Finder;
  /** Only what begins right there. */
  readonly at: (text: string, start: number) => PatternMatch | undefined;
}

type Reader = (text: string, found: RegExpExecArray) => PatternMatch;

const guarded = ({ node, run }: Alternative): Node =>
  run
    ? inSequence([{ type: 'look', behind: true, negated: true, body: { type: 'set', set: run } }, node])
    : node;

const rangeOf = (indices: RegExpIndicesArray | undefined, group: number): MatchRange | undefined => {
  const range = indices?.[group];
  return range && { start: range[0], end: range[1] };
};

/** `slots`: which of the pattern's groups each group of the expression is. */
const readerOf = (slots: readonly number[], groups: number): Reader => {
  const asked = slots.flatMap((slot, at) => (slot > 0 ? [[slot, at + 1] as const] : []));
  return (text, found) => {
    const start = found.index;
    const end = start + found[0].length;
    const ranges: (MatchRange | undefined)[] = [{ start, end }];
    for (let slot = 1; slot <= groups; slot++) ranges.push(undefined);
    for (const [slot, at] of asked) ranges[slot] = rangeOf(found.indices, at) ?? ranges[slot];
    return { start, end, text: found[0], groups: ranges };
  };
};

/** Expressions are made when they are first used: most patterns of a guide never meet their literal. */
class NativeExpression implements Native {
  private readonly alternatives: readonly Alternative[];
  private readonly groups: number;
  private made: { readonly sticky: RegExp; readonly search: RegExp; readonly read: Reader } | undefined;

  constructor(alternatives: readonly Alternative[], groups: number) {
    this.alternatives = alternatives;
    this.groups = groups;
  }

  private get expressions() {
    if (this.made) return this.made;
    const plain = emit(inChoice(this.alternatives.map((one) => one.node)));
    const search = emit(inChoice(this.alternatives.map(guarded)));
    const flags = `${plain.slots.some((slot) => slot > 0) ? 'd' : ''}${plain.ignoreCase ? 'i' : ''}u`;
    this.made = {
      sticky: new RegExp(plain.text, `${flags}y`),
      search: new RegExp(search.text, `${flags}g`),
      read: readerOf(plain.slots, this.groups),
    };
    return this.made;
  }

  at(text: string, start: number): PatternMatch | undefined {
    const { sticky, read } = this.expressions;
    sticky.lastIndex = start;
    const found = sticky.exec(text);
    return found ? read(text, found) : undefined;
  }

  /** V8 also begins an empty match between the halves of a character when a look behind is asked first: that is none. */
  private search(text: string, from: number): PatternMatch | undefined {
    const { search, read } = this.expressions;
    search.lastIndex = from;
    let found = search.exec(text);
    while (found && found.index < text.length && stepBack(text, found.index + 1) !== found.index) {
      search.lastIndex = found.index + 1;
      found = search.exec(text);
    }
    return found ? read(text, found) : undefined;
  }

  finder(text: string): Finder {
    const hasRuns = this.alternatives.some((one) => one.run);
    return {
      next: (from) => {
        if (from > text.length) return undefined;
        const here = hasRuns && from > 0 ? this.at(text, from) : undefined;
        if (here) return here;
        return this.search(text, from);
      },
    };
  }
}

export const nativeOf = (alternatives: readonly Alternative[], groups: number): Native =>
  new NativeExpression(alternatives, groups);

/** Where the search goes on behind a match: past a character where the match was empty. */
const goOn = (text: string, { start, end }: PatternMatch): number =>
  start === end ? stepOn(text, end) : end;

export const allMatches = function* (finder: Finder, text: string): Generator<PatternMatch> {
  for (let found = finder.next(0); found; found = finder.next(goOn(text, found))) yield found;
};
