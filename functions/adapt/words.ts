/** Words for comparing, in any of our scripts: folded, and Han text by pairs of characters. */

/** NFC, lower case, final sigma as sigma, curly apostrophes straight. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('’', "'")
    .replace(/\s{2,}|[^\S ]/gu, ' ');

/** As `fold`, without the mark that ends a sentence: “Terms apply: link” says “Terms apply.” */
export const foldOpen = (text: string): string =>
  fold(text)
    .trim()
    .replace(/[.!。！।؟]+$/u, '');

const RUN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}'\u200c]+/gu;

/** In reading order. Han runs come as overlapping pairs, since dictionaries differ between engines. */
export function wordsOf(text: string): readonly string[] {
  return (fold(text).match(RUN) ?? []).flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

const HAN = /\p{Script=Han}/gu;

/** How wide a text stands: a Han character fills two columns. */
export const columns = (text: string): number => text.length + (text.match(HAN)?.length ?? 0);

/** As a line of its own begins. */
export const asLine = (text: string, locale: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale));
