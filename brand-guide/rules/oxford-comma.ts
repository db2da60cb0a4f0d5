/** Holds English lists of three or more to one way with the comma before "and". */
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Check, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import data from './data/oxford-comma.json' with { type: 'json' };
import { isAside, mayBeAside } from './oxford-comma/aside.ts';
import { listAround, lower, wordsOf } from './oxford-comma/list.ts';
import type { List } from './oxford-comma/list.ts';
import { matchesOf } from '../engine/matches-of.ts';

const OPENS = new Set(data.opens);
const SUBJECTS = new Set(data.subjects);
const VERBS = new Set(data.verbs);
const DETERMINERS = new Set(data.determiners);
const FIRMS = new Set(data.firms);

/** Longer items are clauses more often than things. */
const MOST_WORDS = 3;
const CONJUNCTION = /(?<=[\p{L}\p{N}’'”")])(,?)[^\S\n]+(and|or)(?=[^\S\n]+[\p{L}\p{N}“"‘'])/gu;
/** A pronoun or a verb makes it a clause, "and" inside it another pair. */
function isThing(item: string): boolean {
  const words = wordsOf(item).map(lower);
  const [first = ''] = words;
  if (words.length === 0 || words.length > MOST_WORDS || SUBJECTS.has(first)) return false;
  if (/^\d+$/u.test(words.join(''))) return false;
  return !words.some((word) => VERBS.has(word) || word === 'and' || word === 'or');
}

/** "In May, …" and "Hello, …" begin a sentence, not a list. */
function isOpening(item: string): boolean {
  const [first = ''] = wordsOf(item).map(lower);
  return OPENS.has(first) || first.endsWith('ly') || (SUBJECTS.has(first) && wordsOf(item).length < 2);
}

function lastThing(last: string): string {
  return wordsOf(last).slice(0, 2).join(' ');
}

function isFirm({ last }: List): boolean {
  const [first = ''] = wordsOf(last).map(lower);
  return FIRMS.has(first);
}

function isList(list: List): boolean {
  const [first = '', ...middle] = list.items;
  if (middle.length === 0 || !middle.every(isThing) || first === '') return false;
  if (middle.length === 1 && (isOpening(first) || isAside(list))) return false;
  if (isFirm(list) || / (?:and|or) /u.test(` ${first} `)) return false;
  // "mac and cheese, and fries": the pair is an item of a longer list.
  if (/^,\s+(?:and|or)\s/u.test(list.next)) return false;
  const [word = ''] = wordsOf(list.last).map(lower);
  return !SUBJECTS.has(word) && !VERBS.has(word);
}

const isCapital = (item: string): boolean => /^\P{L}*\p{Lu}/u.test(item);

/** Whether it can be nothing but a list: "two things, mint and cocoa" and "Anna, my sister and I" explain or may. */
function isCertain(list: List): boolean {
  const { items, last, next } = list;
  const [first = '', ...middle] = items;
  const named = [...middle, lastThing(last)].some(isCapital);
  const [word = ''] = wordsOf(middle.at(-1) ?? '').map(lower);
  if (named || middle.some((item) => DETERMINERS.has(lower(wordsOf(item)[0] ?? '')))) return false;
  if (middle.length > 1) return true;
  if (mayBeAside(list)) return false;
  const head = lower(wordsOf(first).at(-1) ?? '');
  const explains = head.endsWith('s') && !word.endsWith('s');
  return wordsOf(middle[0] ?? '').length === 1 && !explains && !next.startsWith(',');
}

function reportOf(part: Part, always: boolean, at: Range & { comma: number }, list: List): Report {
  const { start, end, comma } = at;
  const written = part.text.slice(start, end);
  const right = always ? `,${written}` : written.slice(1);
  const message = always
    ? `A list takes a comma before “${written.trim()}”; write “${list.items.at(-1)}${right}”.`
    : `A list takes no comma before “${written.slice(1).trim()}”; write “${list.items.at(-1)}${right}”.`;
  const report = { field: part.field, start, end, message };
  const fix = { start, end: start + comma, text: always ? ',' : '' };
  return isCertain(list) ? { ...report, fix } : { ...report, suggestions: [right] };
}

function* inPart(context: RuleContext, part: Part, always: boolean): Iterable<Report> {
  const { text } = part;
  const found = Array.from(matchesOf(text, CONJUNCTION), ({ 0: all, 1: comma = '', index }) => ({
    start: index,
    end: index + all.length,
    comma: comma.length,
  }));
  for (const at of outside(found, closedScopes(context, part))) {
    if (always === at.comma > 0) continue;
    const list = listAround(text, at);
    if (isList(list)) yield reportOf(part, always, at, list);
  }
}

function checkWith(always: boolean): Check {
  return function* check(context) {
    for (const part of context.subject.parts) yield* inPart(context, part, always);
  };
}

export const oxfordComma: Rule = {
  meta: {
    id: 'oxford-comma',
    says: 'Lists of three or more are written with, or without, a comma before the last item.',
    severity: 'suggestion',
    fixable: true,
    languages: ['en'],
    docs: 'Checks `punctuation.oxfordComma`. A list is three or more items of up to three words; clauses, introductions (“In May, mint and lime …”), asides (“…, blended over ice and finished with cream”), firms and pairs inside an item are left alone. Where names, or a phrase that may explain the one before, make a list doubtful, the mend is only suggested.',
    options: ['punctuation'],
    examples: [
      {
        guide: { punctuation: { oxfordComma: 'always' } },
        locale: 'en-US',
        accept: [
          'Mint, cocoa, and sea salt.',
          'In May, mint and lime return.',
          'We roast, you sip and all is well.',
          'Mint meets espresso, blended over ice and finished with cream.',
        ],
        reject: [
          { text: 'Mint, cocoa and sea salt.', evidence: ' and', fixed: 'Mint, cocoa, and sea salt.' },
          { text: 'Ask Anna, Ben or Eve.', evidence: ' or' },
        ],
      },
      {
        guide: { punctuation: { oxfordComma: 'never' } },
        locale: 'en-GB',
        accept: ['Mint, cocoa and sea salt.', 'Salt and pepper, oil, and vinegar.'],
        reject: [{ text: 'Mint, cocoa, and salt.', evidence: ', and', fixed: 'Mint, cocoa and salt.' }],
      },
    ],
  },
  wanted: ({ punctuation }) => punctuation?.oxfordComma !== undefined,
  prepare: ({ punctuation }) => checkWith(punctuation?.oxfordComma === 'always'),
};
