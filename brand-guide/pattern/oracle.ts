/** Tells, for every place of a text, from which steps of a program a match can still be reached. */
import type { CharSet } from './char-set.ts';
import type { AssertionKind } from './node.ts';
import type { Program, Test } from './program.ts';
import { WORD } from './unicode-class.ts';

/** The steps from which a match can be reached, with what is known of the places before. */
interface State {
  readonly number: number;
  readonly steps: Uint8Array;
  /** By the class of the character before and what holds at its other side. */
  readonly befores: (State | undefined)[];
}

/** `canMatch(at, step)`; `at` is an offset between two characters. */
export interface Oracle {
  readonly canMatch: (at: number, step: number) => boolean;
}

/** Where the character before a place begins. */
export const stepBack = (text: string, at: number): number => {
  const low = text.charCodeAt(at - 1);
  const high = at > 1 ? text.charCodeAt(at - 2) : 0;
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? at - 2 : at - 1;
};

export const stepOn = (text: string, at: number): number =>
  at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Whether an assertion holds at a place, by the code points around it; -1 where the text ends. */
type Holds = (at: number, before: number, after: number) => boolean;

const LINE_FEED = 0x0a;

const isWord = (point: number): boolean => point >= 0 && WORD.has(point);

const PLACES: Readonly<Record<AssertionKind, Holds>> = {
  start: (_at, before) => before < 0,
  end: (_at, _before, after) => after < 0,
  'line-start': (_at, before) => before < 0 || before === LINE_FEED,
  'line-end': (_at, _before, after) => after < 0 || after === LINE_FEED,
  word: (_at, before, after) => isWord(before) !== isWord(after),
  'not-word': (_at, before, after) => isWord(before) === isWord(after),
};

const testOf = (text: string, test: Test): Holds => {
  if (test.type === 'place') return PLACES[test.kind];
  const { program, behind, negated } = test;
  // One character is looked at where it stands.
  const only = program.steps[program.start];
  if (only?.type === 'set' && program.steps[only.next]?.type === 'match')
    return (_at, before, after) =>
      (behind ? before >= 0 && only.set.has(before) : after >= 0 && only.set.has(after)) !== negated;
  const oracle = oracleOf(program, text, behind ? 'forwards' : 'backwards');
  return (at) => oracle.canMatch(at, program.start) !== negated;
};

/** Numbers characters by which of the program's sets they are in. */
const classifier = (program: Program): ((point: number) => number) => {
  const sets = [...new Set(program.steps.flatMap((step) => (step.type === 'set' ? [step.set] : [])))];
  const numbers = new Map<string, number>();
  const units = new Int32Array(0x10000).fill(-1);
  const known: number[] = [];
  return (point) => {
    const found = point < 0x10000 ? (units[point] ?? -1) : (known[point] ?? -1);
    if (found !== -1) return found;
    const key = sets.map((set) => (set.has(point) ? '1' : '0')).join('');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    if (point < 0x10000) units[point] = number;
    else known[point] = number;
    return number;
  };
};

/** The steps that lead to a step without taking a character. */
const leadersOf = ({ steps }: Program): readonly (readonly number[])[] => {
  const leaders: number[][] = steps.map(() => []);
  steps.forEach((step, at) => {
    if (step.type === 'split') for (const next of step.nexts) leaders[next]?.push(at);
    else if (step.type === 'test' || step.type === 'save') leaders[step.next]?.push(at);
  });
  return leaders;
};

const bitsOf = (tests: readonly Holds[], at: number, before: number, after: number): number => {
  let bits = 0;
  for (let test = 0; test < tests.length; test++) if (tests[test]?.(at, before, after)) bits |= 1 << test;
  return bits;
};

const MOST_STATES = 1000;

/** What a program has been seen to do, kept from one text to the next. */
class Machine {
  readonly program: Program;
  readonly classOf: (point: number) => number;
  readonly states: State[] = [];
  private readonly leaders: readonly (readonly number[])[];
  private known = new Map<string, State>();

  constructor(program: Program) {
    this.program = program;
    this.leaders = leadersOf(program);
    this.classOf = classifier(program);
  }

  /** The state of a place: `taken` are the steps that take the character beside it and can go on. */
  state(taken: (set: CharSet, next: number) => boolean, bits: number): State {
    const { steps } = this.program;
    const reached = new Uint8Array(steps.length);
    const open: number[] = [];
    steps.forEach((step, at) => {
      if (step.type === 'match' || (step.type === 'set' && taken(step.set, step.next))) open.push(at);
    });
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached[at] === 1) continue;
      reached[at] = 1;
      for (const leader of this.leaders[at] ?? []) {
        const step = steps[leader];
        if (step?.type !== 'test' || (bits & (1 << step.test)) !== 0) open.push(leader);
      }
    }
    return this.kept(reached);
  }

  private kept(steps: Uint8Array): State {
    const key = String.fromCharCode(...steps);
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= MOST_STATES) this.known = new Map();
    const state = { number: this.states.length, steps, befores: [] };
    this.states.push(state);
    this.known.set(key, state);
    return state;
  }
}

const machines = new WeakMap<Program, Machine>();

/** A fresh one once it has seen too much; whoever still holds the old one keeps it. */
const machineOf = (program: Program): Machine => {
  const known = machines.get(program);
  if (known && known.states.length < MOST_STATES) return known;
  const machine = new Machine(program);
  machines.set(program, machine);
  return machine;
};

const isHalf = (unit: number): boolean => (unit & 0xf800) === 0xd800;

/** The code point that begins, or with `back` ends, at a place within the text. */
const pointAt = (text: string, at: number, back: boolean): number => {
  const unit = text.charCodeAt(back ? at - 1 : at);
  return isHalf(unit) ? (text.codePointAt(back ? stepBack(text, at) : at) ?? -1) : unit;
};

/** `backwards` reads the text from its end, for what matches from a place on; `forwards`, for what matches up to it. */
export function oracleOf(program: Program, text: string, way: 'backwards' | 'forwards'): Oracle {
  const back = way === 'backwards';
  const tests = program.tests.map((test) => testOf(text, test));
  const machine = machineOf(program);
  const { classOf, states } = machine;
  const places = new Int32Array(text.length + 1).fill(-1);
  const last = back ? 0 : text.length;
  let at = back ? text.length : 0;
  let ahead = text.length === 0 ? -1 : pointAt(text, at, back);
  let state = machine.state(() => false, bitsOf(tests, at, back ? ahead : -1, back ? -1 : ahead));
  places[at] = state.number;
  while (at !== last) {
    const point = ahead;
    at += (back ? -1 : 1) * (point > 0xffff ? 2 : 1);
    ahead = at === last ? -1 : pointAt(text, at, back);
    const bits = tests.length === 0 ? 0 : bitsOf(tests, at, back ? ahead : point, back ? point : ahead);
    const key = classOf(point) * (1 << tests.length) + bits;
    const { steps, befores }: State = state;
    state = befores[key] ?? machine.state((set, to) => steps[to] === 1 && set.has(point), bits);
    if (key < MOST_STATES) befores[key] = state;
    places[at] = state.number;
  }
  return { canMatch: (place, step) => states[places[place] ?? -1]?.steps[step] === 1 };
}
