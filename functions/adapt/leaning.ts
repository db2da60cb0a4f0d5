/** Sentences that make no sense without the one before: by closed lists of each language. */
import { languageOf } from '../../brand-guide/engine/locale.ts';
import lists from './data/leaning.json' with { type: 'json' };
import { fold } from './words.ts';

interface Leaning {
  readonly opening: readonly string[];
  readonly early: readonly string[];
  readonly anywhere: readonly string[];
}
const WRITTEN: Readonly<Record<string, Leaning>> = lists;
const LISTS = new Map(
  Object.entries(WRITTEN).map(([language, { opening, early, anywhere }]): [string, Leaning] => [
    language,
    { opening: opening.map(fold), early: early.map(fold), anywhere: anywhere.map(fold) },
  ]),
);
/** Later than this a pronoun usually stands for something in its own sentence. */
const EARLY = 4;

/** “In those hours” leans, where “those who” does not. */
const saysPhrase = (words: readonly string[], phrase: string): boolean =>
  ` ${words.join(' ')} `.includes(` ${phrase} `);

export function leans(sentence: string, locale: string): boolean {
  const list = LISTS.get(languageOf(locale));
  if (list === undefined) return false;
  const text = fold(sentence);
  if (languageOf(locale) === 'zh')
    return (
      list.opening.some((one) => text.startsWith(one)) || list.anywhere.some((one) => text.includes(one))
    );
  const words: readonly string[] = text.match(/[\p{L}\p{M}\p{N}'\u200c]+/gu) ?? [];
  return (
    list.opening.some((one) => words[0] === one) ||
    list.early.some((one) => words.slice(0, EARLY).includes(one)) ||
    list.anywhere.some((one) => (one.includes(' ') ? saysPhrase(words, one) : words.includes(one)))
  );
}
