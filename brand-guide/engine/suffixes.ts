/** The closed list of endings that a language writes onto a word without changing it. */
import { foldText } from './fold.ts';
import { languageOf } from './locale.ts';
import data from './suffixes.json' with { type: 'json' };

export interface Suffixes {
  /** Folded, the longest first. */
  readonly endings: readonly string[];
  /** Folded whole words that only look like a word with an ending. */
  readonly except: ReadonlySet<string>;
}

const NONE: Suffixes = { endings: [], except: new Set() };
const byLanguage = new Map(
  Object.entries(data).map(([language, { suffixes, except }]) => [
    language,
    {
      endings: suffixes.map((one) => foldText(one)).toSorted((a, b) => b.length - a.length),
      except: new Set(except.map((one) => foldText(one))),
    },
  ]),
);

export function suffixesOf(locale: string): Suffixes {
  return byLanguage.get(languageOf(locale)) ?? NONE;
}
