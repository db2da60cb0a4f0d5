/** `repetition`: a word twice in a row, inside one sentence. */
import { applyAction } from '../actions.ts';
import { exceptionsOf } from '../exceptions.ts';
import type { KindOf } from '../kind.ts';
import { sameLetters } from '../matcher.ts';
import { fillMessage } from '../messages.ts';
import { flagField, listField, numberField } from '../rule-fields.ts';
import { isOneSentence } from '../sentences.ts';
import type { MatchRange } from '../../pattern/pattern.ts';

const LETTERS = /^\p{L}*$/u;

export const repetition: KindOf = (fields, head, context) => {
  const exceptions = exceptionsOf(fields, context, flagField(fields, 'vocab', true));
  const ignoreCase = flagField(fields, 'ignorecase');
  const alpha = flagField(fields, 'alpha');
  const max = numberField(fields, 'max');
  const source = `${ignoreCase ? '(?i)' : ''}(${listField(fields, 'tokens').join('|')})`;
  const same = (a: string, b: string): boolean => (ignoreCase ? sameLetters(a, b) : a === b);
  return {
    patterns: [source],
    always: false,
    *run({ text }, _, hits) {
      let before: (MatchRange & { readonly word: string }) | undefined;
      let count = 0;
      for (const { start, end, text: match } of hits(0)) {
        const word = match.trim();
        const hit = before && word !== '' && same(word, before.word) && (!alpha || LETTERS.test(word));
        if (hit) count++;
        const from = before?.start ?? start;
        before = { start, end, word };
        if (!hit || count <= max) continue;
        const both = text.slice(from, end);
        const range = { start: from, end };
        if (!isOneSentence(both) || exceptions.holds(both) || exceptions.covers(text, range)) continue;
        yield {
          range,
          match: both,
          ...applyAction(head, both, []),
          message: fillMessage(head.message, [word]),
        };
        count = 0;
      }
    },
  };
};
