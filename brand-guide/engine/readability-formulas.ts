/** The readability formulas, each for the languages it was made for. */
import type { ReadabilityMetric } from '../schema/style.ts';

/** What is counted of a text; words are those with a letter. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly letters: number;
  /** Words of more than six letters. */
  readonly longWords: number;
  /** 0 where the language's syllables are not counted. */
  readonly syllables: number;
  /** Words of three syllables or more. */
  readonly polysyllables: number;
}

export interface Formula {
  readonly name: string;
  readonly score: (counts: Counts) => number;
  /** Whether a higher score is harder to read. */
  readonly gradesHardness: boolean;
  /** What the length of sentences and that of words add to the hardness of a plain text, in the formula's points. */
  readonly drivers: (counts: Counts) => { readonly sentences: number; readonly words: number };
}

const perSentence = ({ words, sentences }: Counts): number => words / sentences;
const perWord = ({ syllables, words }: Counts): number => syllables / words;
const share = (part: number, { words }: Counts): number => (100 * part) / words;

/** An easy text has about 12 words in a sentence and 1.4 syllables in an English word. */
const PLAIN_SENTENCE = 12;

function linear(
  name: string,
  base: number,
  sentence: number,
  word: number,
  plainWord: number,
  ofWords: (counts: Counts) => number,
): Formula {
  const gradesHardness = sentence > 0;
  return {
    name,
    gradesHardness,
    score: (counts) => base + sentence * perSentence(counts) + word * ofWords(counts),
    drivers: (counts) => ({
      sentences: Math.abs(sentence) * (perSentence(counts) - PLAIN_SENTENCE),
      words: Math.abs(word) * (ofWords(counts) - plainWord),
    }),
  };
}

const poly = (counts: Counts): number => share(counts.polysyllables, counts);
const long = (counts: Counts): number => share(counts.longWords, counts);
const letters = (counts: Counts): number => counts.letters / counts.words;

const smog: Formula = {
  name: 'The SMOG grade',
  gradesHardness: true,
  score: ({ polysyllables, sentences }) => 1.043 * Math.sqrt((polysyllables * 30) / sentences) + 3.1291,
  drivers: (counts) => ({ sentences: perSentence(counts) - PLAIN_SENTENCE, words: poly(counts) - 8 }),
};

const colemanLiau: Formula = {
  name: 'The Coleman–Liau index',
  gradesHardness: true,
  score: (counts) => 5.88 * letters(counts) - 29.6 / perSentence(counts) - 15.8,
  drivers: (counts) => ({
    sentences: 29.6 / PLAIN_SENTENCE - 29.6 / perSentence(counts),
    words: 5.88 * (letters(counts) - 4.4),
  }),
};

const lix = linear('LIX', 0, 1, 1, 22, long);

/** Björnsson's LIX counts letters alone, so it serves every language that parts words by spaces; bounds differ by language. */
const everywhere: Formulas = { lix };
type Formulas = Readonly<Partial<Record<ReadabilityMetric, Formula>>>;

const english: Formulas = {
  'flesch-reading-ease': linear('Flesch reading ease', 206.835, -1.015, -84.6, 1.4, perWord),
  'flesch-kincaid': linear('The Flesch–Kincaid grade', -15.59, 0.39, 11.8, 1.4, perWord),
  'gunning-fog': linear('The Gunning fog index', 0, 0.4, 0.4, 8, poly),
  smog,
  'coleman-liau': colemanLiau,
  'automated-readability': linear('The automated readability index', -21.43, 0.5, 4.71, 4.4, letters),
  lix,
};

/** Oborneva's coefficients (2006): Russian words have more syllables. */
const russian: Formulas = {
  'flesch-reading-ease': linear('Flesch reading ease (Oborneva)', 206.835, -1.3, -60.1, 2.2, perWord),
  'flesch-kincaid': linear('The Flesch–Kincaid grade (Oborneva)', -15.59, 0.5, 8.4, 2.2, perWord),
  lix,
};

/** The formulas of a language, by metric. */
export function formulasOf(language: string): Formulas {
  if (language === 'en') return english;
  return language === 'ru' ? russian : everywhere;
}

/** The metric of a language where the guide names none. */
export function usualMetric(language: string): ReadabilityMetric {
  return language === 'en' || language === 'ru' ? 'flesch-reading-ease' : 'lix';
}
