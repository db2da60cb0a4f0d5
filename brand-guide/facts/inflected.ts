/** A name in another form than its own: with other endings, as cases and possessives give them. */
import type { Range } from '../engine/types.ts';
import { foldText, foldWord } from './fold.ts';
import { matchesOf } from '../engine/matches-of.ts';

/** How many letters an ending may take away, and put in their place. */
const ENDING = 2;
const LEAST_STEM = 3;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function stemOf(word: string): string {
  const letters = [...word];
  const stem = letters.slice(0, Math.max(LEAST_STEM, letters.length - ENDING)).join('');
  return letters.length <= LEAST_STEM ? escape(word) : `${escape(stem)}\\p{L}{0,${ENDING + 2}}`;
}

/** Where a name stands with other endings; its own form is left out. Ranges are over the text as typed. */
export function inflectedForms(source: string, name: string): readonly Range[] {
  const own = foldWord(name).trim();
  if (own === '' || /\p{Script=Han}/u.test(own)) return [];
  const text = foldText(source);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${own.split(/\s+/u).map(stemOf).join('\\s+')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return matchesOf(text.text, pattern)
    .filter(({ 0: found }) => found.replace(/\s+/gu, ' ') !== own)
    .map(({ 0: found, index }) => text.range(index, index + found.length));
}
