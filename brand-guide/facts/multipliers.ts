/** Words and letters that multiply a number: 25rb, 1,5 млн, 3萬, ۲ میلیون; an M is a million, in Indonesian a billion. */
import { SUFFIX } from './currency.ts';
import { foldWord } from './fold.ts';
import { anyOf, LANGUAGES, languageOf, LETTER } from './lexicon.ts';
import type { Language } from './lexicon.ts';

const powersOf = (language: Language): Map<string, number> =>
  new Map(Object.entries(language.multipliers).map(([word, power]) => [foldWord(word), power]));

const byLanguage = new Map(LANGUAGES.map((language) => [language.language, powersOf(language)]));
const all = new Map([...byLanguage.values()].toReversed().flatMap((powers) => [...powers]));

/** Behind a number, over folded text; "$5 M&Ms" are no millions. */
export const MULTIPLIER = `(?: ?${anyOf(all.keys())}(?:(?!${LETTER}|(?<=[\\d ]\\p{L})[-&'/]${LETTER})|(?=${SUFFIX})))`;
const HUNDRED_THOUSAND = 5;
/** Those that may stand before a smaller part: "1 million and 200 thousand", 1萬2千. */
export const BIG = anyOf(
  [...all]
    .filter(([word, power]) => word.length > 1 && power > HUNDRED_THOUSAND)
    .map(([word]) => word)
    .concat('萬'),
);

/** The power of ten that a multiplier stands for in the locale; 0 for none. */
export function powerOf(multiplier: string | undefined, locale: string): number {
  const word = multiplier?.trim() ?? '';
  return byLanguage.get(languageOf(locale).language)?.get(word) ?? all.get(word) ?? 0;
}
