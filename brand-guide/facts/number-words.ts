/** Numbers in words: "five", "είκοσι πέντε", "двадцати пяти", "dua puluh lima", "بیست و پنج". */
import data from './data/numerals.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';

interface Numerals {
  readonly words: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them. */
  readonly times: Readonly<Record<string, number>>;
  /** Words that add ten to the digit before them. */
  readonly teens?: readonly string[];
  readonly and: readonly string[];
}

const ALL: readonly Numerals[] = Object.values(data);
const folded = (pick: (numerals: Numerals) => Readonly<Record<string, number>>): Map<string, number> =>
  new Map(ALL.flatMap((one) => Object.entries(pick(one))).map(([word, number]) => [foldWord(word), number]));
const words = folded(({ words: own }) => own);
/** "بیست‌وپنج": Persian writes tens and units as one word as well, joined by a mark that folding drops. */
for (const [ten, tens] of Object.entries(data.fa.words))
  for (const [unit, units] of Object.entries(data.fa.words))
    if (tens >= 20 && tens < 100 && units >= 1 && units < 10)
      words.set(foldWord(`${ten}و${unit}`), tens + units);
const times = folded((one) => one.times);
const teens = new Set(ALL.flatMap((one) => one.teens ?? []).map(foldWord));

const WORD = `${anyOf([...words.keys(), ...times.keys(), ...teens])}(?!${LETTER})`;
const AND = anyOf(ALL.flatMap(({ and }) => and));
/** A number in words of at most eight words, over folded text. */
export const NUMBER_WORDS = `(?<!${LETTER}|[\\p{N}-])${anyOf([...words.keys(), 'a hundred', 'a thousand'])}(?!${LETTER})(?:(?:[ -]| ${AND} )${WORD}){0,7}`;

/** The lowest power of ten that the number fills, ten million at most: what is added must lie below it. */
const lowest = (number: number): number => 10 ** (/0{0,7}$/.exec(String(number))?.[0].length ?? 0);

/** The value, or undefined where the words are no single number: "five six". */
export function readWords(written: string): number | undefined {
  let [total, done, last] = [0, 0, 0];
  for (const word of written.split(/[ -]+/u)) {
    const factor = times.get(word);
    const value = words.get(word);
    if (factor === 1000) {
      total += (done + last || 1) * 1000;
      [done, last] = [0, 0];
    } else if (factor !== undefined) last = (last || 1) * factor;
    else if (teens.has(word)) last += 10;
    else if (value !== undefined) {
      if (last > 0 && value >= lowest(last)) return undefined;
      [done, last] = [done + last, value];
    }
  }
  return total + done + last;
}
