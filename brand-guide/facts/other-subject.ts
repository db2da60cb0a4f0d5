/** Whether a mention is of something beside the fact: a student's discount, the parking, a day for returns. */
import { hasLabel, labelsOf } from './compatible.ts';
import data from './data/other-subjects.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';
import type { Spoken } from './spoken.ts';
import type { Fact } from './types.ts';

/** What the message tells of the facts. */
export interface Subjects {
  /** Folded; empty where nothing is said. */
  readonly text: () => string;
  /** Whether the message states the fact. */
  readonly states: (fact: Fact) => boolean;
}

const wordsOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<!${LETTER})${anyOf(words)}(?!${LETTER})`, 'gu');
const OTHERS = {
  price: wordsOf(data.price),
  date: wordsOf(data.date),
  percentage: wordsOf(data.percentage),
} as const;
const isListed = (kind: Fact['kind']): kind is keyof typeof OTHERS => Object.hasOwn(OTHERS, kind);

/** "Lenses £49", "Parking is £3", "lenses: from £49". */
const NOUN = new RegExp(
  `(?<!${LETTER})(?<noun>[\\p{L}\\p{M}'-]{3,24})[:–—]?(?: ${anyOf(data.links)}){0,2} ?[:–—-]? ?$`,
  'u',
);
const GENERIC = new Set([...data.generic, ...data.links].map(foldWord));

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];

/** The ending of a noun may differ; a short one has none. */
const stem = (noun: string): string => noun.slice(0, Math.max(4, noun.length - 2));

/** The word right before a price, where it may name what costs that. */
function nounAhead({ near }: Spoken): string | undefined {
  const noun = NOUN.exec(near().ahead)?.groups?.['noun'];
  return noun === undefined || /\p{Script=Han}/u.test(noun) || GENERIC.has(noun) ? undefined : noun;
}

function hasOtherNoun(
  one: Spoken,
  fact: Fact,
  { text, states }: Subjects,
  labels: readonly string[],
): boolean {
  if (fact.kind !== 'price' || (labels.length === 0 && !states(fact))) return false;
  const noun = nounAhead(one);
  if (noun === undefined) return false;
  const own = labels.length > 0 ? labels.map(foldWord).join(' ') : text();
  // A word of another script is a foreign one, and the message may say the same in its own.
  if (!SCRIPTS.some((script) => script.test(noun) && script.test(own))) return false;
  return !own.includes(stem(noun));
}

/** What the message speaks of itself is no other subject, nor is anything beside the fact's own label. */
export function isOfOther(one: Spoken, fact: Fact, subjects: Subjects, locale: string): boolean {
  if (hasLabel(fact, one.clause, locale)) return false;
  if (hasOtherNoun(one, fact, subjects, labelsOf(fact, locale))) return true;
  if (!isListed(fact.kind)) return false;
  const { ahead, behind } = one.near();
  const said = `${ahead} # ${behind}`.match(OTHERS[fact.kind]) ?? [];
  return said.some((word) => !subjects.text().includes(word));
}
