/** `spelling`: words that no dictionary and no word list knows. */
import type { KindOf } from '../kind.ts';
import { matcherOf } from '../matcher.ts';
import { fillMessage } from '../messages.ts';
import { flagField, listField } from '../rule-fields.ts';
import type { RuleFields } from '../rule-fields.ts';
import { isNoPlainWord, spelledWords } from '../spelled-words.ts';
import { termPattern } from '../exceptions.ts';
import { BadValue } from '../types.ts';
import type { CompileContext, Speller } from '../types.ts';

function spellerOf(fields: RuleFields, { speller }: CompileContext): Speller {
  const names = [...listField(fields, 'dictionaries'), ...listField(fields, 'dic')];
  const found = speller?.(names);
  if (found) return found;
  throw new BadValue(
    'extends',
    names.length > 0 ? `no dictionary '${names.join("', '")}'` : 'no dictionary at hand',
  );
}

/** Whole words that the project accepts, and what the rule itself excepts. */
function acceptedOf(fields: RuleFields, context: CompileContext): (word: string) => boolean {
  const terms = [
    ...listField(fields, 'exceptions'),
    ...context.accepted.map((term) => `\\b${termPattern(term)}\\b`),
  ];
  if (terms.length === 0) return () => false;
  const pattern = matcherOf(`(?i)${terms.join('|')}`, context);
  return (word) => pattern.test(word);
}

function listedOf(fields: RuleFields, { wordList }: CompileContext): ReadonlySet<string> {
  return new Set(listField(fields, 'ignore').flatMap((name) => wordList?.(name) ?? []));
}

/** Accepted terms of several words pass as a whole; their words alone do not. */
function phraseBlanker(context: CompileContext): (text: string) => string {
  const phrases = context.accepted
    .filter((term) => /[ \t]/u.test(term) || term.includes('\\s'))
    .map(termPattern);
  if (phrases.length === 0) return (text) => text;
  const pattern = matcherOf(`(?i)\\b(?:${phrases.join('|')})\\b`, context);
  return (text) => {
    let result = '';
    let at = 0;
    for (const { start, end } of pattern.matches(text)) {
      result += text.slice(at, start) + ' '.repeat(end - start);
      at = end;
    }
    return result + text.slice(at);
  };
}

/** Each word is looked up once. */
function knownWords(
  fields: RuleFields,
  context: CompileContext,
  speller: Speller,
): (word: string) => boolean {
  const accepted = acceptedOf(fields, context);
  const listed = listedOf(fields, context);
  const custom = flagField(fields, 'custom');
  const filters = listField(fields, 'filters').map((filter) => matcherOf(filter, context));
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const right =
      (!custom && isNoPlainWord(word)) ||
      filters.some((filter) => filter.test(word)) ||
      listed.has(word) ||
      listed.has(word.toLowerCase()) ||
      isSpelled(word, speller) ||
      accepted(word);
    known.set(word, right);
    return right;
  };
}

/** A word with hyphens is right where its parts are. */
function isSpelled(word: string, speller: Speller): boolean {
  if (speller.correct(word)) return true;
  return word.includes('-') && word.split('-').every((part) => part === '' || speller.correct(part));
}

export const spelling: KindOf = (fields, head, context) => {
  const speller = spellerOf(fields, context);
  const knows = knownWords(fields, context, speller);
  const blank = phraseBlanker(context);
  const suggests = head.action?.name === 'suggest' && (head.action.params[0] ?? 'spellings') === 'spellings';
  return {
    patterns: [],
    always: true,
    *run({ text }) {
      for (const { word, start, end } of spelledWords(blank(text))) {
        if (knows(word)) continue;
        yield {
          range: { start, end },
          match: word,
          message: fillMessage(head.message, [word]),
          ...(head.action && { action: head.action }),
          ...(suggests && { suggestions: speller.suggest(word) }),
        };
      }
    },
  };
};
