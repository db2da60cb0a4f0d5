/** Tells languages of one script apart: by characters that only one of them has, or by a margin of function words. */
import data from '../data/locale-words.json' with { type: 'json' };
import { languageOf } from '../../engine/locale.ts';
import { writingOf } from './scripts.ts';

const FUNCTION_WORDS = new Map(
  Object.entries(data.functionWords).map(([language, words]) => [language, new Set(words)]),
);
const languagesOf = new Map<string, string[]>();
for (const [language, words] of FUNCTION_WORDS)
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
const LEAST_WORDS = 4;
const MARGIN = 3;
const SIMPLIFIED = new Set(data.simplified);
const TRADITIONAL = new Set(data.traditional);

/** The other language that the words are surely in; undefined where there is doubt. Words are in lower case. */
export function otherLanguage(words: readonly string[], locale: string): string | undefined {
  if (!FUNCTION_WORDS.has(languageOf(locale))) return undefined;
  const found = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) found.set(language, (found.get(language) ?? 0) + 1);
  const counts = [...found].map(([language, count]) => ({ language, count }));
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  if (!first || first.language === languageOf(locale) || first.count < LEAST_WORDS) return undefined;
  const isSure =
    first.count > MARGIN * (found.get(languageOf(locale)) ?? 0) && first.count > (second?.count ?? 0);
  return isSure ? first.language : undefined;
}

/** The characters that the locale's Chinese does not have, and whose they are. */
export function wrongCharacters(
  locale: string,
): { readonly characters: ReadonlySet<string>; readonly are: 'simplified' | 'traditional' } | undefined {
  if (languageOf(locale) !== 'zh') return undefined;
  return writingOf(locale) === 'Hant'
    ? { characters: SIMPLIFIED, are: 'simplified' }
    : { characters: TRADITIONAL, are: 'traditional' };
}

interface Letters {
  readonly language: string;
  readonly other: string;
  /** Letters of the language that the other has not, and the other way round. */
  readonly own: RegExp;
  readonly others: RegExp;
}
const PERSIAN = /[پچژگ]/gu;
/** Persian keyboards may give ي and ك, so those tell nothing. */
const ARABIC = /[ةإى]|(?<![\p{L}\p{M}])ال/gu;
const RUSSIAN = /[ыэёъ]/gu;
const UKRAINIAN = /[іїєґ]/gu;
const LETTERS: readonly Letters[] = [
  { language: 'fa', other: 'Arabic', own: PERSIAN, others: ARABIC },
  { language: 'ar', other: 'Persian', own: ARABIC, others: PERSIAN },
  { language: 'ru', other: 'Ukrainian', own: RUSSIAN, others: UKRAINIAN },
  { language: 'uk', other: 'Russian', own: UKRAINIAN, others: RUSSIAN },
];
const LEAST_LETTERS = 3;

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** The language of the same alphabet whose own letters the text has, and none of its locale's. Text is in lower case. */
export function otherByLetters(text: string, locale: string): string | undefined {
  const pairs = LETTERS.filter(({ language }) => language === languageOf(locale));
  return pairs.find(({ own, others }) => countOf(own, text) === 0 && countOf(others, text) >= LEAST_LETTERS)
    ?.other;
}
