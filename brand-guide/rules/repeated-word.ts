/** Finds words that were written twice in a row. */
import { IDEOGRAPH, kindOf } from '../engine/character.ts';
import { foldText } from '../engine/fold.ts';
import { languageOf } from '../engine/locale.ts';
import { isQuoted } from '../engine/prose.ts';
import type { Fix, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import data from './data/repeated-word.json' with { type: 'json' };

interface Habits {
  /** Words that are said twice on purpose. */
  readonly may: ReadonlySet<string>;
  /** Words that are no name, whatever their capitals. */
  readonly plain: ReadonlySet<string>;
  /** Where doubling makes plurals and adverbs, only these are ever a slip. */
  readonly only: ReadonlySet<string> | undefined;
}

interface Lists {
  readonly may?: readonly string[];
  readonly function?: readonly string[];
  readonly only?: readonly string[];
}

function setOf(words: readonly string[] = []): ReadonlySet<string> {
  return new Set(words.map((word) => foldText(word)));
}

const habits = new Map(
  Object.entries<Lists>(data).map(([language, lists]): [string, Habits] => [
    language,
    {
      may: setOf(lists.may),
      plain: setOf(lists.function),
      only: lists.only ? setOf(lists.only) : undefined,
    },
  ]),
);

const LETTER = /\p{L}/u;
const CAPITAL = /^\p{Lu}/u;
const GAP = /^[^\S\n]*(?:\n[^\S\n]*)?$/u;

/** Cheap: a word and its twin begin or end alike, however they are composed. */
function mayBeTwins(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 3) return false;
  const first = a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();
  return first || a.charAt(a.length - 1).toLowerCase() === b.charAt(b.length - 1).toLowerCase();
}

function isSlip(first: string, second: string, { may, plain, only }: Habits): boolean {
  if (!LETTER.test(first) || (kindOf(first.codePointAt(0) ?? 0) & IDEOGRAPH) !== 0) return false;
  const word = foldText(first);
  if (word !== foldText(second) || may.has(word)) return false;
  if (only) return only.has(word);
  // Duran Duran, Baden Baden: two capitals make a name.
  return plain.has(word) || !(CAPITAL.test(first) && CAPITAL.test(second)) || first === first.toUpperCase();
}

function isTwin(text: string, a: Range, b: Range, own: Habits): boolean {
  if (b.start - a.end > 40) return false;
  const first = text.slice(a.start, a.end);
  const second = text.slice(b.start, b.end);
  return (
    mayBeTwins(first, second) &&
    b.start > a.end &&
    GAP.test(text.slice(a.end, b.start)) &&
    isSlip(first, second, own)
  );
}

/** Takes the doubles out, with the space before them, or after them where a line begins with one. */
function fixOf(text: string, first: Range, second: Range, last: Range): Fix {
  const space = /^[^\S\n]+(?=\S)/u.exec(text.slice(last.end, last.end + 40))?.[0] ?? '';
  const breaks = text.slice(first.end, second.start).includes('\n') && space !== '';
  if (breaks) return { start: second.start, end: last.end + space.length, text: '' };
  return { start: first.end, end: last.end, text: '' };
}

function reportOf(context: RuleContext, part: Part, first: Range, second: Range, last: Range): Report {
  const range = { start: first.start, end: last.end };
  const word = part.text.slice(first.start, first.end);
  return {
    field: part.field,
    ...range,
    message: `“${word}” stands here twice in a row; write it once.`,
    ...(isQuoted(context, part, range)
      ? { suggestions: [word] }
      : { fix: fixOf(part.text, first, second, last) }),
  };
}

function* doubles(context: RuleContext, part: Part, own: Habits): Iterable<Report> {
  const words = context.words(part);
  const names = context.hits(part);
  for (let at = 0; at + 1 < words.length; at++) {
    const [first, second] = [words[at], words[at + 1]];
    if (!first || !second || !isTwin(part.text, first, second, own)) continue;
    let last = second;
    for (let next = words[at + 2]; next && isTwin(part.text, last, next, own); next = words[at + 2]) {
      last = next;
      at++;
    }
    at++;
    if (!names.some((hit) => hit.start <= first.start && hit.end >= last.end))
      yield reportOf(context, part, first, second, last);
  }
}

export const repeatedWord: Rule = {
  meta: {
    id: 'repeated-word',
    says: 'No word is written twice in a row by a slip.',
    severity: 'warning',
    fixable: true,
    languages: ['en', 'el', 'ru', 'id', 'zh', 'fa'],
    docs: 'Finds a word that follows itself, over a line break too but never over punctuation, an empty line or a link, and takes the double out. Words that a language says twice on purpose (“had had”, “σιγά σιγά”, “да да”) are left alone, and so are two capitals in a row, which make a name, and the names and terms of the guide. In Indonesian and Persian, where doubling makes plurals and adverbs, only small words such as “yang” and “را” are found. Han characters are never compared.',
    options: [],
    examples: [
      {
        guide: {},
        locale: 'en-US',
        accept: ['All the coffee that that café had had.', 'Duran Duran drink it.', 'Very, very fresh.'],
        reject: [
          { text: 'In the the morning', evidence: 'the the', fixed: 'In the morning' },
          { text: 'in the\nthe morning', evidence: 'the\nthe', fixed: 'in the\nmorning' },
        ],
      },
      {
        guide: {},
        locale: 'el-GR',
        accept: ['Σιγά σιγά'],
        reject: [{ text: 'Καφές και και νερό', evidence: 'και και', fixed: 'Καφές και νερό' }],
      },
    ],
  },
  *literals(guide) {
    for (const { id, canonical } of guide.names ?? [])
      if (canonical.includes(' ')) yield { text: canonical, item: id };
    for (const { id, term } of guide.vocabulary?.terms ?? []) {
      const [first, second] = term.split(' ');
      if (first !== undefined && first === second) yield { text: term, item: id };
    }
  },
  *check(context) {
    const own = habits.get(languageOf(context.place.locale));
    if (!own) return;
    for (const part of context.subject.parts) yield* doubles(context, part, own);
  },
};
