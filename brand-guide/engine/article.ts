/** Mends the English article before a word that a fix replaces. */
import words from './article-words.json' with { type: 'json' };
import type { Fix } from './types.ts';

const ARTICLE = /(?<![\p{L}\p{N}'’-])(an?)( +)$/iu;

/** Letters whose names begin with a vowel. */
const SPELT_AN = /^[AEFHILMNORSX]/u;

/** By sound as far as spelling tells it: an hour, a unit, an MP3, a CEO. */
export function takesAn(phrase: string): boolean {
  const word = /^[\p{L}\p{N}]+/u.exec(phrase)?.[0] ?? '';
  const lower = word.toLowerCase();
  if (words.spelt.includes(word)) return SPELT_AN.test(word);
  if (/^\p{Lu}./u.test(word) && word.length < 5 && word === word.toUpperCase() && !/[AEIOU]/u.test(word))
    return SPELT_AN.test(word);
  if (word.length === 1 && word !== lower) return SPELT_AN.test(word);
  if (words.an.some((start) => lower.startsWith(start))) return true;
  if (words.a.some((start) => lower.startsWith(start))) return false;
  return /^(?:[aeiou]|8|1[18](?!\d))/u.test(lower);
}

/** Widens the fix to the article where it must change; the article keeps its capital. */
export function mendArticle(text: string, fix: Fix): Fix {
  const before = ARTICLE.exec(text.slice(Math.max(0, fix.start - 8), fix.start));
  const [whole, article, space] = before ?? [];
  if (whole === undefined || article === undefined || space === undefined) return fix;
  const right = takesAn(fix.text) ? 'an' : 'a';
  if (article.toLowerCase() === right) return fix;
  const capital = article.startsWith('A');
  const written = capital ? `A${right.slice(1)}` : right;
  return { start: fix.start - whole.length, end: fix.end, text: `${written}${space}${fix.text}` };
}
