/** What a mistyped word may have meant. */

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** Insertions, deletions and replacements between two words, in code points. */
const distance = (a: string, b: string): number => {
  const columns = [...b];
  let row = Array.from({ length: columns.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of columns.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Up to three of the words within a third of the typed one's length, at most three slips, nearest first. */
export const nearest = (typed: string, words: Iterable<string>): readonly string[] => {
  const wanted = fold(typed.slice(0, 100));
  const most = Math.min(3, Math.max(1, Math.floor([...wanted].length / 3)));
  return [...words]
    .map((word) => ({ word, slips: distance(wanted, fold(word)) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ word }) => word);
};
