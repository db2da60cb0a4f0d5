/** Sentence case: a capital at the start, and then only in names. */
import { foldText } from '../../engine/fold.ts';
import { languageOf } from '../../engine/locale.ts';
import polite from '../data/polite-capitals.json' with { type: 'json' };
import { hasOwnCase, isInitial, isUpper, lowered, raised } from './words.ts';
import type { Change, Word } from './words.ts';

/** What is known of words. */
export interface Known {
  readonly names: ReadonlySet<string>;
  /** Words that are no names: the language's commonest, and those that the subject writes small elsewhere. */
  readonly common: (folded: string) => boolean;
  readonly locale: string;
}

/** From this share of capitals, with a word among them that is no name, a headline is in title case and does not just hold names. */
const TITLED = 0.6;
const FEWEST = 2;

/** Chicago's and everybody's "don’t" is one word; its stem tells it. */
const stem = (folded: string): string => folded.replace(/['’].*$/u, '');

/** Written with a capital wherever they stand: Anda, Вы. */
const POLITE = new Map(
  Object.entries(polite).map(([language, words]) => [language, new Set(words.map((one) => foldText(one)))]),
);

function lowering(word: Word, { names, common, locale }: Known): Change | undefined {
  const folded = foldText(word.text);
  if (POLITE.get(languageOf(locale))?.has(folded) === true) return undefined;
  const isSafe = common(folded);
  if (names.has(folded) || names.has(stem(folded)) || (isInitial(word.text) && !isSafe)) return undefined;
  return { start: word.start, end: word.end, text: lowered(word.text, locale), isSafe };
}

function opening(words: readonly Word[], { names, locale }: Known): Change[] {
  return words
    .filter(({ opens, text }) => opens === 'line' && !isUpper(text.charAt(0)) && !hasOwnCase(text))
    .filter(({ text }) => !names.has(foldText(text)))
    .map(({ start, end, text }) => ({ start, end, text: raised(text, locale), isSafe: true }));
}

/** A word that may be a name is changed only where the whole headline is in title case, and then only suggested. */
export function sentenceChanges(words: readonly Word[], known: Known): Change[] {
  const inside = words.filter(({ opens, text }) => opens === undefined && !hasOwnCase(text));
  const capital = inside.filter(({ text }) => isUpper(text.charAt(0)));
  const lower = capital.flatMap((word) => lowering(word, known) ?? []);
  const titled =
    capital.length >= FEWEST &&
    capital.length >= TITLED * inside.length &&
    lower.some((change) => change.isSafe);
  const changes = titled ? lower : lower.filter((change) => change.isSafe);
  return [...opening(words, known), ...changes].toSorted((a, b) => a.start - b.start);
}
