/** Finds a pattern's matches in time that grows as the text does, whatever the pattern: it only goes where a match can be reached. */
import type { MatchRange, PatternMatch } from './pattern.ts';
import { oracleOf, stepOn, type Oracle } from './oracle.ts';
import type { Program } from './program.ts';

/** Looks from a place on; undefined where nothing is found. */
export interface Finder {
  readonly next: (from: number) => PatternMatch | undefined;
}

/** One thing to do at a place: go to a step, or forget a group's end again. */
type Task = { readonly step: number } | { readonly slot: number; readonly was: number };

class Walk {
  private readonly program: Program;
  private readonly text: string;
  private readonly oracle: Oracle;
  private readonly saved: number[];
  private readonly seen: Int32Array;

  constructor(program: Program, text: string, oracle: Oracle, groups: number) {
    this.program = program;
    this.text = text;
    this.oracle = oracle;
    this.saved = Array.from({ length: groups * 2 + 2 }, () => -1);
    this.seen = new Int32Array(program.steps.length).fill(-1);
  }

  from(start: number): PatternMatch {
    this.saved.fill(-1);
    this.seen.fill(-1);
    let at = start;
    for (let step = this.settle(this.program.start, at); ; step = this.settle(step, at)) {
      const taking = this.program.steps[step];
      if (taking?.type !== 'set') break;
      at = stepOn(this.text, at);
      step = taking.next;
    }
    return { start, end: at, text: this.text.slice(start, at), groups: this.groups(start, at) };
  }

  /** The step that takes the next character, or the match: the first way that leads to one without going in a circle. */
  private settle(step: number, at: number): number {
    const first = this.program.steps[step];
    if (first?.type === 'set' && this.seen[step] !== at) return step;
    const tasks: Task[] = [{ step }];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      if ('slot' in task) {
        this.saved[task.slot] = task.was;
        continue;
      }
      if (this.seen[task.step] === at || !this.oracle.canMatch(at, task.step)) continue;
      this.seen[task.step] = at;
      const doing = this.program.steps[task.step];
      if (doing?.type === 'split') for (const next of doing.nexts.toReversed()) tasks.push({ step: next });
      else if (doing?.type === 'test') tasks.push({ step: doing.next });
      else if (doing?.type === 'save') {
        tasks.push({ slot: doing.slot, was: this.saved[doing.slot] ?? -1 }, { step: doing.next });
        this.saved[doing.slot] = at;
      } else return task.step;
    }
    return 0;
  }

  private groups(start: number, end: number): readonly (MatchRange | undefined)[] {
    const groups: (MatchRange | undefined)[] = [{ start, end }];
    for (let slot = 2; slot < this.saved.length; slot += 2) {
      const [from = -1, to = -1] = [this.saved[slot], this.saved[slot + 1]];
      groups.push(to === -1 ? undefined : { start: from, end: to });
    }
    return groups;
  }
}

/** `groups`: how many the pattern has. The text is read once, when the first match is asked for. */
export const walker = (program: Program, groups: number, text: string): Finder => {
  let oracle: Oracle | undefined;
  return {
    next: (from) => {
      oracle ??= oracleOf(program, text, 'backwards');
      for (let at = from; at <= text.length; at = stepOn(text, at))
        if (oracle.canMatch(at, program.start)) return new Walk(program, text, oracle, groups).from(at);
      return undefined;
    },
  };
};
