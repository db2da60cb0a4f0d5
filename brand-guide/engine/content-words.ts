/** The words that carry what a text says, as stems that survive inflection; of Chinese, pairs of characters. */
import { foldWord } from '../facts/fold.ts';

const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const STEM = 5;
/** Persian and Arabic leave short vowels out: three letters are a word. */
const SHORT = /^\p{Script=Arabic}{3,}$/u;

const pairsOf = (run: string): readonly string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
};

/** Folded; words of fewer than `least` letters are left out. */
export function contentWords(text: string, least = STEM): ReadonlySet<string> {
  const folded = foldWord(text);
  const pairs = (folded.match(HAN) ?? []).flatMap(pairsOf);
  const words = (folded.replace(HAN, ' ').match(WORD) ?? []).filter(
    (word) => [...word].length >= least || SHORT.test(word),
  );
  return new Set([...pairs, ...words.map((word) => [...word].slice(0, STEM).join(''))]);
}

const MOST = 1024;
const points = new Map<string, readonly string[]>();

/** The points of a message are asked for by each of its variants. */
function wordsOfPoint(point: string, least: number): readonly string[] {
  const key = `${least} ${point}`;
  const known = points.get(key);
  if (known) return known;
  const words = [...contentWords(point, least)];
  if (points.size >= MOST) points.clear();
  points.set(key, words);
  return words;
}

/** Surely absent: the point has words that carry it, and the text has none of them. */
export function lacksWords(point: string, said: ReadonlySet<string>, least = STEM): boolean {
  const words = wordsOfPoint(point, least);
  return words.length > 0 && !words.some((word) => said.has(word));
}
