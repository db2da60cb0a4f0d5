/** Writes a text as words of one form: `plain words`, `kebab-case`, `snake_case`, `camelCase`, `PascalCase`. */
import { capitalized, uncapitalized } from './match-case.ts';

/** Lower-case words, cut where the case rises and where anything but a letter or a digit stands. */
function wordsIn(text: string): string[] {
  return text
    .replaceAll(/(?<=.\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

export const simpleWords = (text: string): string => wordsIn(text).join(' ');
export const kebabWords = (text: string): string => wordsIn(text).join('-');
export const snakeWords = (text: string): string => wordsIn(text).join('_');
export const pascalWords = (text: string): string => wordsIn(text).map(capitalized).join('');
export const camelWords = (text: string): string => uncapitalized(pascalWords(text));
