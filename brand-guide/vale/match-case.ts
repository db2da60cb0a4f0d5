/** Gives a replacement the case of the text that it replaces. */
import { sameLetters } from './matcher.ts';

type Casing = 'lower' | 'upper' | 'title' | 'mixed';

export function capitalized(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

export function uncapitalized(text: string): string {
  const [first = ''] = text;
  return first.toLowerCase() + text.slice(first.length);
}

function casingOf(text: string): Casing {
  const letters = text.match(/\p{L}/gu) ?? [];
  const upper = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  const lower = letters.filter((letter) => /\p{Ll}/u.test(letter)).length;
  if (letters.length === 0) return 'mixed';
  if (upper === 0) return 'lower';
  if (lower === 0) return letters.length === 1 ? 'title' : 'upper';
  return upper === 1 && /\p{Lu}/u.test(letters[0] ?? '') ? 'title' : 'mixed';
}

function inCase(word: string, casing: Casing): string {
  if (casing === 'lower') return word.toLowerCase();
  if (casing === 'upper') return word.toUpperCase();
  return casing === 'title' ? capitalized(word.toLowerCase()) : word;
}

const WORDS = /\p{L}(?:\p{L}|['’](?=\p{L}))*/gu;

/** The words that both texts begin with, or with `back` end with. */
function shared(a: readonly string[], b: readonly string[], most: number, back: boolean): number {
  let count = 0;
  const at = (list: readonly string[]): string => list[back ? list.length - 1 - count : count] ?? '';
  while (count < most && sameLetters(at(a), at(b))) count++;
  return count;
}

interface Alignment {
  readonly head: number;
  readonly tail: number;
  /** The case of what the rule rewrote. */
  readonly casing: Casing;
  /** Whether each word of it carries that case, and not only the first. */
  readonly each: boolean;
}

function align(words: readonly string[], observed: readonly string[]): Alignment {
  const head = shared(words, observed, Math.min(words.length, observed.length), false);
  const tail = shared(words, observed, Math.min(words.length, observed.length) - head, true);
  const middle = observed.slice(head, observed.length - tail);
  const beside = tail > 0 ? observed[observed.length - tail] : observed[head - 1];
  const casing = casingOf(middle.length > 0 ? middle.join(' ') : (beside ?? ''));
  const allTitle = middle.length > 1 && middle.every((word) => casingOf(word) === 'title');
  return {
    head,
    tail,
    casing,
    each: casing !== 'title' || allTitle,
  };
}

/** Word by word: those that both texts share keep their case, the rest takes that of what it replaces. */
export function matchCase(replacement: string, observed: string): string {
  const words = replacement.match(WORDS) ?? [];
  const others = observed.match(WORDS) ?? [];
  if (words.length === 0 || others.length === 0) return inCase(replacement, casingOf(observed));
  const { head, tail, casing, each } = align(words, others);
  let at = -1;
  return replacement.replaceAll(WORDS, (word) => {
    at++;
    if (at < head) return inCase(word, casingOf(others[at] ?? ''));
    if (at >= words.length - tail)
      return inCase(word, casingOf(others[others.length - words.length + at] ?? ''));
    if (casing === 'title' && !each && at > head) return word.toLowerCase();
    return inCase(word, casing);
  });
}
