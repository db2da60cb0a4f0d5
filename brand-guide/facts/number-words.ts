/** Numbers in words: "five", "είκοσι πέντε", "двадцати пяти", "dua puluh lima", "بیست و پنج", "полторы тысячи". */
import data from './data/numerals.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';

interface Numerals {
  readonly words: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them. */
  readonly times: Readonly<Record<string, number>>;
  /** Words for one and a half and their kin, which amounts of money are told in. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Those that begin an amount of money as well: тысяча двести рублей. */
  readonly alone?: readonly string[];
  /** Words that add ten to the digit before them. */
  readonly teens?: readonly string[];
  readonly and: readonly string[];
}

const ALL: readonly Numerals[] = Object.values(data);
const folded = (
  pick: (numerals: Numerals) => Readonly<Record<string, number>> | undefined,
): Map<string, number> =>
  new Map(
    ALL.flatMap((one) => Object.entries(pick(one) ?? {})).map(([word, number]) => [foldWord(word), number]),
  );
const words = folded(({ words: own }) => own);
const times = folded((one) => one.times);
const parts = folded((one) => one.parts);
const teens = new Set(ALL.flatMap((one) => one.teens ?? []).map(foldWord));

/** "بیست‌وپنج" and "سه‌هزار": Persian joins words by a mark that folding drops. */
const joined = new Map<string, string>();
for (const [word, number] of Object.entries(data.fa.words)) {
  if (number >= 20 && number < 100)
    for (const [unit, units] of Object.entries(data.fa.words))
      if (units >= 1 && units < 10) joined.set(foldWord(`${word}و${unit}`), foldWord(`${word} ${unit}`));
  for (const factor of Object.keys(data.fa.times))
    if (number > 0) joined.set(foldWord(word + factor), foldWord(`${word} ${factor}`));
}

const COUNTED = [...words.keys(), ...joined.keys()];
const AND = anyOf(ALL.flatMap(({ and }) => and));
const STARTS = [...COUNTED, 'a hundred', 'a thousand'];
/** Where a number's last word ends: Persian sets its money right behind. */
const END = `(?:(?!${LETTER})|(?=(?:تومان|تومن|ریال)(?!${LETTER})))`;

function numberWords(
  starts: readonly string[],
  further: readonly string[],
  and: string,
  most: number,
): string {
  const word = `${anyOf(further)}${END}`;
  return `(?<!${LETTER}|[\\p{N}-])${anyOf(starts)}${END}(?:(?:[ -]| ${and} )${word}){0,${most - 1}}`;
}

const FURTHER = [...COUNTED, ...times.keys(), ...teens];
/** A number in words of at most eight words, over folded text. */
export const NUMBER_WORDS = numberWords(STARTS, FURTHER, AND, 8);
/** The same of at most sixteen words, with halves and a bare thousand: "полторы тысячи", "тысяча двести". */
export const AMOUNT_WORDS = numberWords(
  [...STARTS, ...parts.keys(), ...ALL.flatMap(({ alone = [] }) => alone)],
  [...FURTHER, ...parts.keys()],
  `(?:${AND}|с(?= половин))`,
  16,
);
/** Any one word of a number. */
export const NUMBER_WORD = `(?:(?<!${LETTER})${anyOf([...FURTHER, ...parts.keys()])}(?!${LETTER}))`;

/** The lowest power of ten that the number fills, ten million at most: what is added must lie below it. */
const lowest = (number: number): number => 10 ** (/0{0,7}$/.exec(String(number))?.[0].length ?? 0);

/** The value, or undefined where the words are no single number: "five six". */
export function readWords(written: string): number | undefined {
  let [total, done, last, least] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (const word of written.split(/[ -]+/u).flatMap((one) => joined.get(one)?.split(' ') ?? one)) {
    const factor = times.get(word);
    const value = words.get(word) ?? parts.get(word);
    if (factor !== undefined && factor >= 1000) {
      if (factor >= least) return undefined;
      total += (done + last || 1) * factor;
      [done, last, least] = [0, 0, factor];
    } else if (factor === 100 && done > 0 && done < 100) [done, last] = [0, (done + last) * factor];
    else if (factor !== undefined) last = (last || 1) * factor;
    else if (teens.has(word)) last += 10;
    // "یک میلیون و نیم": half of what stands before it.
    else if (value === 0.5 && done + last === 0 && Number.isFinite(least)) total += least / 2;
    else if (value !== undefined) {
      if (last > 0 && value >= lowest(last)) return undefined;
      [done, last] = [done + last, value];
    }
  }
  return done + last < least ? total + done + last : undefined;
}
