/** Says what a full stop after an abbreviation, an initial or a number means. */
import { foldText } from './fold.ts';
import abbreviations from './abbreviations.json' with { type: 'json' };

/** What comes after a full stop and the space behind it. */
export interface Following {
  readonly kind: 'lower' | 'upper' | 'uncased' | 'digit' | 'other';
  readonly word: string;
  /** The word is one letter with a stop of its own. */
  readonly initial: boolean;
}

/** A stop ends a sentence, does not, or says nothing: then it is a common full stop. */
export type Verdict = 'ends' | 'inside' | 'unknown';

type Words = ReadonlySet<string>;

interface Lists {
  /** Always has something after it: `Dr.`, `π.χ.`, `Jl.` */
  readonly inside: Words;
  /** Stands before its number: `No.`, `σελ.` */
  readonly number: Words;
  /** After a number a measure or a year, elsewhere a title of what follows: `г. Москва`. */
  readonly unit: Words;
  /** Ends a sentence where a capital follows: `p.m.`, `κ.λπ.` */
  readonly either: Words;
  /** Capitals that follow an abbreviation all the same: `p.m. Friday`. */
  readonly follows: Words;
  /** Words that no name begins with, so that after `plan B.` a sentence begins. */
  readonly starts: Words;
}

/** Longer than any abbreviation and the word before it. */
const LOOK_BACK = 24;
const INITIAL = /(?<![\p{L}\p{N}\p{M}])[\p{Lu}\p{sc=Arabic}]\p{M}*\.$/u;
const DOTTED = /(?<![\p{L}\p{N}\p{M}])(?:\p{L}\p{M}*\.){2,}$/u;
const NUMBERED = /(?:\p{N}|[IVXLC])[\s\u00A0]*$/u;

function plain(word: string): string {
  return foldText(word.replaceAll(/[\s\u200C]/gu, ' '));
}

function wordsOf(list: readonly string[]): Words {
  return new Set(list.map(plain));
}

const LISTS: ReadonlyMap<string, Lists> = new Map(
  Object.entries(abbreviations).map(([language, lists]) => [
    language,
    {
      inside: wordsOf(lists.inside),
      number: wordsOf(lists.number),
      unit: wordsOf(lists.unit),
      either: wordsOf(lists.either),
      follows: new Set<string>(lists.follows),
      starts: new Set<string>(lists.starts),
    },
  ]),
);

/** The word that ends with the stop, and it with the one before: `т. д.` is written with a space. */
const LAST = /(?:([\p{L}\p{M}.\u200C-]{1,4}\.)[ \u00A0\u202F])?([\p{L}\p{M}.\u200C-]+)$/u;

function either({ kind, word }: Following, follows: Words): Verdict {
  if (kind === 'other') return 'unknown';
  return kind === 'upper' && !follows.has(word) ? 'ends' : 'inside';
}

function byList(before: string, words: readonly string[], next: Following, lists: Lists): Verdict {
  const is = (list: Words): boolean => words.some((word) => list.has(word));
  if (is(lists.inside)) return 'inside';
  if (is(lists.number) && next.kind === 'digit') return 'inside';
  const measures = is(lists.unit) && NUMBERED.test(before);
  if (is(lists.unit) && !measures) return 'inside';
  return measures || is(lists.either) ? either(next, lists.follows) : 'unknown';
}

/** Of the stop that ends at `end` in a sentence that begins at `start`. Latin abbreviations hold in every language. */
export function verdictOn(
  text: string,
  start: number,
  end: number,
  next: Following,
  language: string,
): Verdict {
  const before = text.slice(Math.max(start, end - LOOK_BACK), end);
  if (end - start <= 4 && /^\p{Nd}{1,3}\.$/u.test(before)) return 'inside';
  const [whole = '', ahead, last = ''] = LAST.exec(before) ?? [];
  const words = [plain(last), ...(ahead === undefined ? [] : [plain(whole)])];
  for (const lists of [LISTS.get(language), language === 'en' ? undefined : LISTS.get('en')]) {
    const verdict = lists
      ? byList(before.slice(0, before.length - last.length), words, next, lists)
      : 'unknown';
    if (verdict !== 'unknown') return verdict;
  }
  if (!INITIAL.test(before) && !DOTTED.test(before)) return 'unknown';
  if (next.kind === 'other') return 'unknown';
  return !next.initial && LISTS.get(language)?.starts.has(next.word) ? 'ends' : 'inside';
}
