/** The words of all languages as data, folded and compiled once into patterns over folded text. */
import el from './data/el.json' with { type: 'json' };
import en from './data/en.json' with { type: 'json' };
import fa from './data/fa.json' with { type: 'json' };
import id from './data/id.json' with { type: 'json' };
import ru from './data/ru.json' with { type: 'json' };
import zh from './data/zh.json' with { type: 'json' };
import { foldWord } from './fold.ts';

/** Cue words that stand before or after a value. */
export interface Sides {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const LANGUAGES = [en, el, ru, id, zh, fa] as const;
export type Language = (typeof LANGUAGES)[number];

/** A letter of a script that separates its words by spaces. */
export const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Arabic}]';

/** Persian joins the parts of a word by a space, by nothing or by a mark that folding drops. */
const escape = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, /\p{Script=Arabic}/u.test(word) ? ' *' : ' +');

const isStem = (word: string): boolean => word.endsWith('*');

/**
 * One alternation of folded words, the longest first; never matches when there are none.
 * A word that ends in `*` is a stem: any ending of its language may follow.
 */
export function anyOf(words: Iterable<string>): string {
  const folded = [...new Set([...words].map(foldWord))].filter((word) => word !== '');
  folded.sort((a, b) => b.length - a.length);
  const stems = folded.filter(isStem).map((word) => escape(word.slice(0, -1)));
  const whole = folded.filter((word) => !isStem(word)).map(escape);
  // One ending for all stems: a class of letters for each is slow to compile.
  const said = stems.length === 0 ? whole : [...whole, `(?:${stems.join('|')})\\p{L}*`];
  return said.length === 0 ? '(?!)' : `(?:${said.join('|')})`;
}

/** Words that stand alone: no letter touches them, unless their own edge is no letter. */
const standing = (words: Iterable<string>): string => `(?<!${LETTER})${anyOf(words)}(?!${LETTER})`;

/** Collects one list from every language. */
export const fromAll = (pick: (language: Language) => readonly string[]): string[] =>
  LANGUAGES.flatMap((language) => [...pick(language)]);

const FILLER = standing(fromAll((language) => language.fillers));
const GAP = `[ :=~≈"“”'‘(*_]*`;

/** Matches one of the cues at the end of a window, with nothing but filler words between cue and value. */
export const endingIn = (
  words: readonly string[],
  between: string = FILLER,
  notAfter: string = '% ?',
): RegExp =>
  new RegExp(`(?<!${LETTER}|${notAfter})${anyOf(words)}(?!${LETTER})(?:${GAP}${between}){0,4}${GAP}$`, 'u');

/** Matches one of the cues at the start of a window. */
export const startingWith = (words: readonly string[]): RegExp =>
  new RegExp(`^[ )*_"”'+]{0,3}(?:[-–] ?)?${anyOf(words)}(?!${LETTER})`, 'u');

/** A month's number by its folded word. */
export function numbered(pick: (language: Language) => readonly (readonly string[])[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const language of LANGUAGES)
    pick(language).forEach((words, index) => words.forEach((word) => numbers.set(foldWord(word), index + 1)));
  return numbers;
}

const dataOf = (locale: string): Language | undefined => {
  const language = locale.toLowerCase().split('-')[0];
  return LANGUAGES.find((candidate) => candidate.language === language);
};

/** Whether there are words of the locale's language: without them only what is free of language is read and held to. */
export const hasWords = (locale: string): boolean => dataOf(locale) !== undefined;

/** The data of the locale's language; English where there is none. */
export const languageOf = (locale: string): Language => dataOf(locale) ?? en;
