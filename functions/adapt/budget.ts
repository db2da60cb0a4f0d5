/** Chooses sentences under a budget: exactly, as a knapsack over what they weigh, matter and say. */
import { chainsOf } from './blocks.ts';
import type { Sentence } from './blocks.ts';

export interface Choice {
  readonly sentences: readonly Sentence[];
  readonly budget: number;
  readonly weigh: (sentence: Sentence) => number;
  readonly value: (sentence: Sentence) => number;
  /** Facts that have to be said; each is worth more than any sentence's value. */
  readonly wanted: ReadonlySet<string>;
  /** Facts that are said elsewhere already, and facts that may be said twice. */
  readonly said: ReadonlySet<string>;
  readonly repeatable: ReadonlySet<string>;
}

interface State {
  readonly weight: number;
  readonly value: number;
  readonly said: ReadonlySet<string>;
  /** The same ids in order, to compare by. */
  readonly key: string;
  /** The last that was picked; a list by links, since a chain may have thousands of sentences. */
  readonly picked?: Picked;
}

interface Picked {
  readonly sentence: Sentence;
  readonly before?: Picked;
}

const inOrder = (last: Picked | undefined): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  for (let one = last; one; one = one.before) sentences.push(one.sentence);
  return sentences.toReversed();
};

const keyOf = (said: ReadonlySet<string>): string => [...said].toSorted().join('\n');

const WANTED = 1_000;
const REPEATED = 100;
/** Above this many chains only the most telling ones take part, which keeps long bodies cheap. */
const MOST_CHAINS = 24;
const MOST_STATES = 2_000;

/** In the message's order; empty when nothing fits. Repeats a fact only to say another that is wanted. */
export function choose(choice: Choice): readonly Sentence[] {
  let states: readonly State[] = [{ weight: 0, value: 0, said: choice.said, key: keyOf(choice.said) }];
  for (const chain of candidates(choice)) {
    states = thin(states.flatMap((state) => [state, ...extensions(state, chain, choice)]));
  }
  return inOrder(states.reduce((best, state) => (better(state, best) ? state : best)).picked);
}

function candidates(choice: Choice): readonly (readonly Sentence[])[] {
  const chains = chainsOf(choice.sentences);
  if (chains.length <= MOST_CHAINS) return chains;
  const worth = (chain: readonly Sentence[]): number =>
    Math.max(
      ...chain.map(
        (one) => choice.value(one) + WANTED * [...one.says].filter((id) => choice.wanted.has(id)).length,
      ),
    );
  const telling = new Set(chains.toSorted((one, other) => worth(other) - worth(one)).slice(0, MOST_CHAINS));
  return chains.filter((chain) => telling.has(chain));
}

/** Each front part of the chain that the budget allows. */
function extensions(state: State, chain: readonly Sentence[], choice: Choice): State[] {
  const extended: State[] = [];
  let current = state;
  for (const sentence of chain) {
    current = take(current, sentence, choice);
    if (current.weight > choice.budget) break;
    extended.push(current);
  }
  return extended;
}

/** The set itself where it has them all. */
const withAll = (said: ReadonlySet<string>, ids: ReadonlySet<string>): ReadonlySet<string> =>
  [...ids].every((id) => said.has(id)) ? said : new Set([...said, ...ids]);

function take(state: State, sentence: Sentence, choice: Choice): State {
  const fresh = [...sentence.says].filter((id) => choice.wanted.has(id) && !state.said.has(id)).length;
  const again = [...sentence.says].filter((id) => state.said.has(id) && !choice.repeatable.has(id)).length;
  const said = withAll(state.said, sentence.says);
  return {
    weight: state.weight + choice.weigh(sentence),
    value: state.value + choice.value(sentence) + WANTED * fresh - REPEATED * again,
    said,
    key: said === state.said ? state.key : keyOf(said),
    picked: { sentence, ...(state.picked && { before: state.picked }) },
  };
}

const better = (one: State, other: State): boolean =>
  one.value > other.value || (one.value === other.value && one.weight < other.weight);

/** Drops a state that another with the same facts beats in both weight and value. */
function thin(states: readonly State[]): readonly State[] {
  const bySaid = new Map<string, State[]>();
  for (const state of states.toSorted((one, other) => one.weight - other.weight || other.value - one.value)) {
    const front = bySaid.get(state.key);
    if (front === undefined) bySaid.set(state.key, [state]);
    else if ((front.at(-1)?.value ?? -Infinity) < state.value) front.push(state);
  }
  const kept = [...bySaid.values()].flat();
  return kept.length <= MOST_STATES
    ? kept
    : kept.toSorted((one, other) => other.value - one.value).slice(0, MOST_STATES);
}
