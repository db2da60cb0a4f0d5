/** Words that multiply the number before them: 10k, 15 juta, 5 тыс., 3萬, ۲ میلیون. */
import { SUFFIX } from './currency.ts';
import { foldWord } from './fold.ts';
import { anyOf, LANGUAGES, LETTER } from './lexicon.ts';

const powers = new Map<string, number>(
  LANGUAGES.flatMap((language) =>
    Object.entries(language.multipliers).map(([word, power]): [string, number] => [foldWord(word), power]),
  ),
);

/** Behind a number, over folded text. */
export const MULTIPLIER = `(?: ?${anyOf(powers.keys())}(?:(?!${LETTER})|(?=${SUFFIX})))`;

/** The power of ten that a written multiplier stands for; 0 for none. */
export const powerOf = (written = ''): number => powers.get(written.trim()) ?? 0;
