/** Finds sentences that are longer than the guide allows. */
import { IDEOGRAPH, kindOf } from '../engine/character.ts';
import type { Part, Range, Rule, RuleContext } from '../engine/types.ts';

/** Chinese and Japanese words have about so many characters each. */
const CHARACTERS_PER_WORD = 1.6;

function weightOf(text: string, { start }: Range): number {
  return (kindOf(text.codePointAt(start) ?? 0) & IDEOGRAPH) === 0 ? 1 : 1 / CHARACTERS_PER_WORD;
}

interface Measured extends Range {
  readonly words: number;
}

/** Sentences with how many words each has; both lists are in order, so one walk serves. */
function measuredSentences(context: RuleContext, part: Part): Measured[] {
  const words = context.words(part);
  let at = 0;
  return context.sentences(part).map(({ start, end }) => {
    while ((words[at]?.start ?? Infinity) < start) at++;
    let count = 0;
    for (let word = words[at]; word && word.start < end; word = words[++at])
      count += weightOf(part.text, word);
    return { start, end, words: Math.round(count) };
  });
}

export const sentenceLength: Rule = {
  meta: {
    id: 'sentence-length',
    says: 'No sentence has more words than the guide allows.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Counts the words of each sentence against `readability.sentenceMaxWords`. Links, handles, hashtags, code and merge tags are no words; 1.6 Han or kana characters count as one. A line that stands alone is a sentence, and abbreviations do not end one.',
    options: ['readability'],
    examples: [
      {
        guide: { readability: { sentenceMaxWords: 6 } },
        locale: 'en-US',
        accept: [
          'Mint is back. It is cold, sweet and green.',
          'See https://northwind.example/a now #a #b #c #d',
        ],
        reject: [
          {
            text: 'Mint is back. It is cold, sweet, green and very good.',
            evidence: 'It is cold, sweet, green and very good.',
          },
        ],
      },
      {
        guide: { readability: { sentenceMaxWords: 6 } },
        locale: 'zh-TW',
        accept: ['薄荷回來了，又涼又甜。'],
        reject: [
          { text: '薄荷回來了，又涼又甜，快來試試看。', evidence: '薄荷回來了，又涼又甜，快來試試看。' },
        ],
      },
    ],
  },
  wanted: (guide) => guide.readability?.sentenceMaxWords !== undefined,
  *check(context) {
    const max = context.guide.readability?.sentenceMaxWords;
    if (max === undefined) return;
    for (const part of context.subject.parts) {
      for (const { start, end, words } of measuredSentences(context, part)) {
        if (words <= max) continue;
        const message = `This sentence has ${words} words, and the guide allows ${max}; split it.`;
        yield { field: part.field, start, end, message };
      }
    }
  },
};
