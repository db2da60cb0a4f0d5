/** Measures English prose as Vale does: words, sentences, syllables, and the grades that are made of them. */
import { valeSentences } from './sentences.ts';
import { valeSyllables } from './syllables.ts';

export interface TextMetrics {
  readonly words: number;
  readonly sentences: number;
  readonly characters: number;
  readonly syllables: number;
  /** More than two syllables. */
  readonly polysyllabic_words: number;
  /** More than two syllables without a common ending. */
  readonly complex_words: number;
  /** More than six bytes. */
  readonly long_words: number;
}

type Tally = { -readonly [Key in keyof TextMetrics]: number };

const WORD = /(?:[A-Z]\.){2,}|[\p{N}\p{L}']+/gu;
const ENDING = /(?:es|ed|ing)$/u;
const encoder = new TextEncoder();

function isLong(word: string): boolean {
  return word.length > 6 || (/[^\0-\x7F]/u.test(word) && encoder.encode(word).length > 6);
}

function addWord(tally: Tally, word: string): void {
  const syllables = valeSyllables(word);
  tally.words++;
  tally.characters += word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  tally.syllables += syllables;
  if (isLong(word)) tally.long_words++;
  if (syllables > 2) tally.polysyllabic_words++;
  if (syllables - (ENDING.test(word) ? 1 : 0) > 2) tally.complex_words++;
}

/** Paragraphs stand apart by an empty line. */
export function textMetricsOf(text: string): TextMetrics {
  const tally: Tally = {
    words: 0,
    sentences: 0,
    characters: 0,
    syllables: 0,
    polysyllabic_words: 0,
    complex_words: 0,
    long_words: 0,
  };
  for (const paragraph of text.split('\n\n')) {
    for (const { start, end } of valeSentences(paragraph)) {
      tally.sentences++;
      for (const [word] of paragraph.slice(start, end).matchAll(WORD)) addWord(tally, word);
    }
  }
  return tally;
}

const GRADES = {
  'Gunning Fog': (m: TextMetrics) => 0.4 * (m.words / m.sentences + (100 * m.complex_words) / m.words),
  'Coleman-Liau': (m: TextMetrics) =>
    0.0588 * (m.characters / m.words) * 100 - 0.296 * (m.sentences / m.words) * 100 - 15.8,
  'Flesch-Kincaid': (m: TextMetrics) =>
    (0.39 * m.words) / m.sentences + (11.8 * m.syllables) / m.words - 15.59,
  SMOG: (m: TextMetrics) => 1.043 * Math.sqrt((m.polysyllabic_words * 30) / m.sentences) + 3.1291,
  'Automated Readability': (m: TextMetrics) =>
    4.71 * (m.characters / m.words) + 0.5 * (m.words / m.sentences) - 21.43,
} as const;

export const GRADE_NAMES: readonly string[] = Object.keys(GRADES);

const GRADE_OF = new Map<string, (metrics: TextMetrics) => number>(Object.entries(GRADES));

/** The grades' mean; a name that is no grade counts as nothing but is divided by. */
export function meanGrade(metrics: TextMetrics, names: readonly string[]): number {
  const asked = new Set(names);
  const sum = [...GRADE_OF].reduce(
    (total, [name, grade]) => total + (asked.has(name) ? grade(metrics) : 0),
    0,
  );
  return sum / names.length;
}
