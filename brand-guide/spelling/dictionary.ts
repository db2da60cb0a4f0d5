/** A Hunspell dictionary as the `spelling` rule asks it. Loads a spelling engine: import it only when a guide asks for spelling. */
import nspell from 'nspell';
import type { Dictionary } from '../engine/types.ts';
import type { Hunspell } from '../inflections/hunspell.ts';

export type { Hunspell };

const KEPT = 20_000;
const LONGEST = 24;
/** Enough of a word list to show the letters of its language. */
const SHOWN = 50_000;

/** Letters that are tried in a misspelt word, the likeliest first; last the apostrophe, for “dont”. */
function lettersOf({ aff, dic }: Hunspell): readonly string[] {
  const likely = /^TRY[ \t]+(\S+)/mu.exec(aff)?.[1] ?? '';
  const shown = dic.slice(0, SHOWN).replaceAll(/\/\S*/gu, '');
  const letters = [...(likely + shown).toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  return [...new Set([...letters, "'"])];
}

/** Words one slip away, the likeliest slips first: two letters swapped, one doubled, one wrong, one missing. */
function* slips(word: string, letters: readonly string[]): Iterable<string> {
  const points = [...word];
  const without = (at: number, size: number, put = '') =>
    points.slice(0, at).join('') + put + points.slice(at + size).join('');
  for (let at = 0; at + 1 < points.length; at++)
    yield without(at, 2, `${points[at + 1] ?? ''}${points[at] ?? ''}`);
  for (let at = 0; at < points.length; at++) yield without(at, 0, points[at]);
  for (let at = 0; at < points.length; at++) yield without(at, 1);
  for (let at = 0; at < points.length; at++) for (const letter of letters) yield without(at, 1, letter);
  for (let at = 0; at <= points.length; at++) for (const letter of letters) yield without(at, 0, letter);
}

function remembering<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (word) => {
    const kept = known.get(word) ?? { value: make(word) };
    if (known.size < KEPT) known.set(word, kept);
    return kept.value;
  };
}

/** Takes a second or so for a large language; keep it. The engine's own suggestions take seconds for one word. */
export function dictionaryOf(source: Hunspell): Dictionary {
  const engine = nspell(source.aff, source.dic);
  const letters = lettersOf(source);
  const correct = remembering((word) => engine.correct(word));
  const suggest = remembering((word) => {
    if (word.length > LONGEST) return [];
    const found = new Set<string>();
    for (const slip of slips(word, letters)) {
      if (slip !== word && engine.correct(slip)) found.add(slip);
      if (found.size === 3) break;
    }
    return [...found];
  });
  return { correct, suggest };
}
