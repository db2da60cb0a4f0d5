/** English prose of any length, the same at every run. */
import { readFileSync } from 'node:fs';

const SENTENCES = JSON.parse(readFileSync(new URL('prose.json', import.meta.url), 'utf8'));
const A_PARAGRAPH = 5;

/** Deterministic numbers from 0 to 1 (a linear congruential generator, the constants of Numerical Recipes). */
export function numbers(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

/** At least `length` UTF-16 units, in paragraphs. */
export function prose(length, seed = 1) {
  const next = numbers(seed);
  const paragraphs = [];
  for (let written = 0; written < length;) {
    const sentences = Array.from(
      { length: A_PARAGRAPH },
      () => SENTENCES[Math.floor(next() * SENTENCES.length)],
    );
    paragraphs.push(sentences.join(' '));
    written += paragraphs.at(-1).length + 2;
  }
  return paragraphs.join('\n\n');
}

/** A caption of exactly `length` units, with a link, an emoji and tags at its end. */
export function caption(length, seed = 1) {
  const tail = ' ☕️ https://northwind.example/mint #NorthwindCoffee #JavaMint';
  return prose(length, seed).slice(0, length - tail.length) + tail;
}
