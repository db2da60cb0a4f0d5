/** `capitalization`: the case of a whole block, most often a heading. */
import type { Pattern } from '../../pattern/pattern.ts';
import { applyAction } from '../actions.ts';
import { exceptionsOf, inItsCase, termAlternatives } from '../exceptions.ts';
import type { Exceptions } from '../exceptions.ts';
import type { KindOf } from '../kind.ts';
import { capitalized } from '../match-case.ts';
import { longestFirst, matcherOf } from '../matcher.ts';
import { fillMessage } from '../messages.ts';
import { flagField, listField, numberField, textField } from '../rule-fields.ts';
import type { RuleFields } from '../rule-fields.ts';
import { sentenceCaseOf } from '../sentence-case.ts';
import { titleCaseOf } from '../title-case.ts';
import type { CompileContext } from '../types.ts';

interface Verdict {
  readonly expected: string;
  readonly right: boolean;
}

type Judge = (text: string) => Verdict;

const WORD = String.raw`[\p{N}\p{L}*]+[^\s]*`;

interface Comparing {
  readonly words: Pattern;
  readonly exceptions: Exceptions;
  readonly threshold: number;
}

const textsOf = (words: Pattern, text: string): string[] =>
  [...words.matches(text)].map((match) => match.text);

/** The share of words that are as they should be; `spare` may let another word pass, or fail the whole (undefined). */
function compared(
  text: string,
  expected: string,
  { words, exceptions, threshold }: Comparing,
  spare: (word: string, at: number) => boolean | undefined,
): boolean {
  const wanted = textsOf(words, expected);
  const found = textsOf(words, text);
  let right = 0;
  for (const [at, word] of found.entries()) {
    if (at >= wanted.length || word === wanted[at] || exceptions.holds(word)) right++;
    else {
      const spared = spare(word, at);
      if (spared === undefined) return false;
      if (spared) right++;
    }
  }
  return right / found.length >= threshold;
}

function indicatesBy(indicators: readonly string[]): (word: string, at: number) => boolean {
  return (word, at) =>
    indicators.some((mark) => word.length > mark.length && word.endsWith(mark)) ||
    (at === 0 && /\d+\./u.test(word));
}

/** A heading whose first word is no capitalized one fails at once. */
const spareFirst = (word: string, at: number): boolean | undefined =>
  at === 0 && word !== capitalized(word.toLowerCase()) ? undefined : false;

/** Without a vocabulary, Vale's exceptions hold in their own case alone; with one, in any. */
function headingJudge(fields: RuleFields, context: CompileContext, exceptions: Exceptions): Judge {
  const vocabulary = flagField(fields, 'vocab', true) ? context.accepted : [];
  const own = listField(fields, 'exceptions');
  const terms = longestFirst(vocabulary.length > 0 ? [...own, ...vocabulary] : own.map(inItsCase));
  const known = termAlternatives(fields, context, flagField(fields, 'vocab', true));
  const words = matcherOf(known === '' ? WORD : `${known}|${WORD}`, context);
  const comparing = { words, exceptions, threshold: numberField(fields, 'threshold') || 0.8 };
  const prefix = textField(fields, 'prefix');
  if (textField(fields, 'match') === '$title') {
    const style = textField(fields, 'style') === 'Chicago' ? 'Chicago' : 'AP';
    const convert = titleCaseOf({ style, terms, prefix });
    return (text) => {
      const expected = convert(text);
      return { expected, right: compared(text, expected, comparing, (word) => word === word.toUpperCase()) };
    };
  }
  const convert = sentenceCaseOf({ terms, prefix, indicates: indicatesBy(listField(fields, 'indicators')) });
  return (text) => {
    const expected = convert(text);
    return { expected, right: compared(text, expected, comparing, spareFirst) };
  };
}

function judgeOf(fields: RuleFields, context: CompileContext, exceptions: Exceptions): Judge {
  const match = textField(fields, 'match');
  if (match === '$title' || match === '$sentence') return headingJudge(fields, context, exceptions);
  if (match === '$lower' || match === '$upper') {
    return (text) => {
      const expected = match === '$lower' ? text.toLowerCase() : text.toUpperCase();
      return { expected, right: text === expected || exceptions.holds(text) };
    };
  }
  const pattern = matcherOf(match, context);
  return (text) => ({ expected: match, right: pattern.test(text) || exceptions.holds(text) });
}

/** Tells the whole block; its message is given the block and what it should be. */
export const capitalization: KindOf = (fields, head, context) => {
  const judge = judgeOf(fields, context, exceptionsOf(fields, context, flagField(fields, 'vocab', true)));
  const cased = ['$title', '$sentence'].includes(textField(fields, 'match'));
  return {
    patterns: [],
    always: true,
    *run({ text }) {
      const { expected, right } = judge(text);
      if (right) return;
      const replaces = cased && head.action?.name === 'replace' && head.action.params.length === 0;
      const made = applyAction(head, text, []);
      yield {
        range: { start: 0, end: text.length },
        match: text,
        ...made,
        ...(replaces && { action: { name: 'replace', params: [expected] }, suggestions: [expected] }),
        message: fillMessage(head.message, [text, expected]),
      };
    },
  };
};
