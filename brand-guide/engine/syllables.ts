/** Counts the syllables of a word. */
import { syllable } from 'syllable';

const RUSSIAN_VOWELS = /[аеёиоуыэюя]/giu;

const counted = new Map<string, number>();
const LIMIT = 20_000;

/** Counting is slow and words come again, so counts are kept. */
function english(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word.slice(0, 60)));
  if (counted.size < LIMIT) counted.set(word, count);
  return count;
}

function russian(word: string): number {
  return Math.max(1, word.normalize('NFC').match(RUSSIAN_VOWELS)?.length ?? 0);
}

/** At least 1. Undefined for a language whose syllables are not counted here. */
export function syllablesOf(word: string, language: string): number | undefined {
  if (language === 'en') return english(word);
  return language === 'ru' ? russian(word) : undefined;
}
