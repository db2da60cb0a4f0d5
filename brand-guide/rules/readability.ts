/** Holds a text to the readability that the guide asks for. */
import { languageOf } from '../engine/locale.ts';
import { formulasOf, usualMetric } from '../engine/readability-formulas.ts';
import type { Counts, Formula } from '../engine/readability-formulas.ts';
import { syllablesOf } from '../engine/syllables.ts';
import type { Part, Range, Rule, RuleContext } from '../engine/types.ts';
import type { Readability } from '../schema/style.ts';

const MIN_WORDS = 30;
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

function formulaOf({ metric }: Readability, locale: string): Formula | undefined {
  const language = languageOf(locale);
  return formulasOf(language)[metric ?? usualMetric(language)];
}

function wordsWithLetters(context: RuleContext, part: Part): readonly Range[] {
  return context.words(part).filter(({ start, end }) => LETTER.test(part.text.slice(start, end)));
}

/** Sentences that have a word, both lists being in order. */
function spokenSentences(context: RuleContext, part: Part, words: readonly Range[]): Range[] {
  let at = 0;
  return context.sentences(part).filter(({ start, end }) => {
    while ((words[at]?.start ?? Infinity) < start) at++;
    return (words[at]?.start ?? Infinity) < end;
  });
}

function counted(part: Part, words: readonly Range[], sentences: number, language: string): Counts {
  let [letters, longWords, syllables, polysyllables] = [0, 0, 0, 0];
  for (const { start, end } of words) {
    const word = part.text.slice(start, end);
    const size = word.normalize('NFC').match(LETTERS)?.length ?? 0;
    const beats = syllablesOf(word, language) ?? 0;
    letters += size;
    syllables += beats;
    if (size > 6) longWords++;
    if (beats > 2) polysyllables++;
  }
  return { sentences, words: words.length, letters, longWords, syllables, polysyllables };
}

function driverOf(formula: Formula, counts: Counts): string {
  const weights = formula.drivers(counts);
  if (weights.sentences >= weights.words)
    return `its sentences weigh most, with ${Math.round(counts.words / counts.sentences)} words on average; split them`;
  return `its long words weigh most (${Math.round((100 * counts.longWords) / counts.words)}% have more than six letters); choose shorter ones`;
}

/** What is wrong with a score to one decimal, or nothing. */
function complaint(formula: Formula, { min, max }: Readability, counts: Counts): string | undefined {
  const score = Math.round(formula.score(counts) * 10) / 10;
  const low = min !== undefined && score < min;
  if (!low && (max === undefined || score <= max)) return undefined;
  const bound = low ? `at least ${min}` : `at most ${max}`;
  const hard = formula.gradesHardness !== low;
  const advice = hard ? driverOf(formula, counts) : 'it reads more simply than the brand does';
  return `${formula.name} of this text is ${score}, and the guide asks for ${bound}: ${advice}.`;
}

export const readability: Rule = {
  meta: {
    id: 'readability',
    says: 'A text reads as easily as the guide asks.',
    severity: 'suggestion',
    fixable: false,
    languages: ['en', 'el', 'ru', 'id', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi'],
    docs: 'Measures each part of `readability.minWords` words or more (default 30) by `readability.metric` and compares the score with `min` and `max`. Where the guide names no metric it is Flesch reading ease in English and in Russian (with Oborneva’s coefficients) and LIX elsewhere. The other metrics are English; LIX may be asked for everywhere, with bounds of its own for each language. Links, tags, code and numbers are no words. One finding over the prose says the score, the bound and what weighs most.',
    options: ['readability'],
    examples: [
      {
        guide: { readability: { metric: 'flesch-reading-ease', min: 60, minWords: 8 } },
        locale: 'en-US',
        accept: ['We roast our mint by hand. You drink it cold.', 'Incomprehensible.'],
        reject: [
          {
            text: 'Notwithstanding considerable administrative complications, organisational sustainability necessitates collaboration.',
          },
        ],
      },
      {
        guide: { readability: { max: 40, minWords: 5 } },
        locale: 'el-GR',
        accept: ['Ο καφές μας είναι εδώ. Έλα να τον πιεις.'],
        reject: [{ text: 'Εξειδικευμένες χρηματοοικονομικές διαδικασίες εξυπηρετούν απαιτητικούς πελάτες.' }],
      },
    ],
  },
  wanted: ({ readability: asked }) => asked?.min !== undefined || asked?.max !== undefined,
  lacks: ({ readability: asked = {} }, { locale }) =>
    formulaOf(asked, locale)
      ? undefined
      : `${asked.metric} is not made for this language; give the locale a metric of its own, such as lix`,
  *check(context) {
    const asked = context.guide.readability ?? {};
    const formula = formulaOf(asked, context.place.locale);
    if (!formula) return;
    for (const part of context.subject.parts) {
      const words = wordsWithLetters(context, part);
      if (words.length === 0 || words.length < (asked.minWords ?? MIN_WORDS)) continue;
      const sentences = spokenSentences(context, part, words);
      const [first] = sentences;
      const last = sentences.at(-1);
      if (!first || !last) continue;
      const message = complaint(
        formula,
        asked,
        counted(part, words, sentences.length, languageOf(context.place.locale)),
      );
      if (message !== undefined) yield { field: part.field, start: first.start, end: last.end, message };
    }
  },
};
