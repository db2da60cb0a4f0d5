/** What may stand between a number and the noun that it counts, by language, compiled once. */
import data from './data/counting.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';

interface Counting {
  readonly classifiers: readonly string[];
  readonly of: readonly string[];
  /** How many adjectives may stand before the noun. */
  readonly adjectives: number;
  /** Words that end the noun phrase: "5 days of frames" counts no frames. */
  readonly stop: readonly string[];
  /** Words whose number is a name: "iPhone 15", "seat 12". */
  readonly notAhead: readonly string[];
}

const LANGUAGES: Readonly<Record<string, Counting>> = data;
const fallback: Counting = data.en;

export interface CountingWords {
  /** Between a number and its noun; matches nothing too. */
  readonly gap: string;
  /** Between a noun and the number behind it. */
  readonly behind: string;
  readonly notAhead: RegExp;
}

const NOT_AHEAD = new RegExp(
  `(?:(?<!${LETTER})${anyOf(Object.values(LANGUAGES).flatMap(({ notAhead }) => notAhead))} ?[#№]?|[#№] ?)$`,
  'u',
);

function compiled({ classifiers, of, adjectives, stop }: Counting, isHan: boolean): CountingWords {
  const classifier = anyOf(classifiers);
  const adjective = `(?!${anyOf(stop)}(?!${LETTER}))[\\p{L}'-]{2,24} `;
  const measured = isHan
    ? `(?:${classifier}(?![月年天日週周時分秒])(?:[^\\P{Script=Han}天年月日週周元人和或及與的]{0,4}的?)?)?`
    : `(?: ?${classifier}(?!${LETTER})(?: ${anyOf(of)})?(?: |$))?`;
  return {
    gap: isHan ? ` ?${measured} ?` : `[ -]?${measured}(?:${adjective}){0,${adjectives}}`,
    behind: isHan ? '[ :×x]{0,2}' : ' ?(?:[:=×x]|—|–) ?',
    notAhead: NOT_AHEAD,
  };
}

/** Words of any language that measure out what is counted. */
export const CLASSIFIERS = anyOf(Object.values(LANGUAGES).flatMap(({ classifiers }) => classifiers));

const stops = new Map(
  Object.entries(LANGUAGES).map(([language, { stop }]) => [language, new Set(stop.map(foldWord))]),
);
/** Whether a folded word ends a noun phrase of the locale's language. */
export const isStopWord = (word: string, locale: string): boolean =>
  stops.get(foldWord(locale.split('-')[0] ?? ''))?.has(word) ?? false;

const made = new Map<string, CountingWords>();

export function countingWords(locale: string): CountingWords {
  const language = foldWord(locale.split('-')[0] ?? '');
  const known = made.get(language) ?? compiled(LANGUAGES[language] ?? fallback, language === 'zh');
  made.set(language, known);
  return known;
}
