/** Writes a replacement in the case of what it replaces. */
import data from './article-words.json' with { type: 'json' };
import { languageOf } from './locale.ts';
import { beginsSentence } from './prose.ts';
import type { Range } from './types.ts';

function letters(text: string): string[] {
  return text.match(/\p{L}/gu) ?? [];
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase() && letter === letter.toUpperCase();
}

/** With its first letter raised. */
export function capitalised(text: string, locale: string): string {
  const first = /^[^\p{L}]*\p{L}/u.exec(text)?.[0] ?? '';
  // Only a word wholly in capitals drops its tonos, so a first letter is raised by the root locale in Greek.
  const raised = languageOf(locale) === 'el' ? first.toUpperCase() : first.toLocaleUpperCase(locale);
  return raised + text.slice(first.length);
}

const SMALL_WORDS = new Set(data.small);

/** Headlines keep their short words small. */
function titled(word: string, locale: string): string {
  return SMALL_WORDS.has(word) ? word : capitalised(word, locale);
}

/** ALL CAPITALS, Capitals On Each Word and a Capital at the start carry over; a capital that the replacement has of its own stays. */
export function likeCase(replacement: string, original: string, locale: string): string {
  const from = letters(original);
  if (from.length > 1 && from.every(isCapital)) return replacement.toLocaleUpperCase(locale);
  const words = original.split(/\s+/u).filter((word) => !SMALL_WORDS.has(word));
  if (words.length > 1 && words.every((word) => isCapital(letters(word)[0])))
    return replacement
      .split(' ')
      .map((word) => titled(word, locale))
      .join(' ');
  return isCapital(from[0]) ? capitalised(replacement, locale) : replacement;
}

/** Likewise where `own` is what was looked for: a capital that it has of its own says nothing about the place. */
export function caseInPlace(
  replacement: string,
  own: string,
  text: string,
  { start, end }: Range,
  locale: string,
): string {
  const original = text.slice(start, end);
  if (!letters(own).some(isCapital) || own.normalize('NFC') !== original.normalize('NFC'))
    return likeCase(replacement, original, locale);
  return beginsSentence(text, start) ? capitalised(replacement, locale) : replacement;
}
