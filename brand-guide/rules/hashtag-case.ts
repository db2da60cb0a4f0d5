/** Finds hashtags of several words that do not show where each begins. */
import { knownWords, lettersIn, neighboursIn, pascalTag } from '../engine/hashtag-words.ts';
import type { KnownWords, Neighbours } from '../engine/hashtag-words.ts';
import { foldText } from '../engine/fold.ts';
import type { Check, Report, Rule, RuleContext } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';

const LATER_CAPITAL = /^.[^]*\p{Lu}/u;
const CASED = /^(?:\p{Ll}|\p{Lu}|\p{M}|\p{N})+$/u;

/** Written in letters that have a case, none of them but the first a capital. */
function hidesWords(name: string): boolean {
  return CASED.test(name) && !LATER_CAPITAL.test(name);
}

/** Tags whose spelling `hashtag-policy` sees to. */
function settledBy({ hashtags }: Guide): ReadonlySet<string> {
  return new Set(hashtags?.case === 'pascal' ? (hashtags.required ?? []).map((tag) => foldText(tag)) : []);
}

/** Reads the texts for a tag's words, each reading made when first asked for. */
function readerOf({ subject }: RuleContext): (name: string) => Neighbours | undefined {
  let mayBe: ((name: string) => boolean) | undefined;
  let read: Neighbours | undefined;
  return (name) => {
    const texts = subject.parts.map(({ text }) => text);
    mayBe ??= lettersIn(texts);
    return mayBe(name) ? (read ??= neighboursIn(texts)) : undefined;
  };
}

function* hidden(context: RuleContext, known: KnownWords, settled: ReadonlySet<string>): Iterable<Report> {
  const neighbours = readerOf(context);
  for (const part of context.subject.parts) {
    for (const { kind, start, end } of context.scopes(part)) {
      const name = kind === 'hashtag' ? part.text.slice(start + 1, end) : '';
      if (!hidesWords(name) || (settled.size > 0 && settled.has(foldText(name)))) continue;
      const right = pascalTag(name, known, () => neighbours(name), context.place.locale);
      if (right === undefined || right === name) continue;
      const fix = { start: start + 1, end, text: right };
      const message = `A screen reader says #${name} as one word; write #${right}.`;
      yield { field: part.field, start, end, message, fix };
    }
  }
}

export const hashtagCase: Rule = {
  meta: {
    id: 'hashtag-case',
    says: 'A hashtag of several words begins each with a capital.',
    severity: 'suggestion',
    fixable: true,
    languages: 'any',
    docs: 'Finds hashtags in small letters whose words are known for certain: names, terms and required hashtags of the guide, or words that stand side by side in the text itself. The fix begins each word with a capital, so that screen readers tell them apart. Scripts without capitals are left alone, and so are all tags where `hashtags.case` is `lower`.',
    options: ['hashtags', 'names', 'vocabulary'],
    examples: [
      {
        guide: {
          names: [{ id: 'mint', canonical: 'Java Mint' }],
          hashtags: { required: ['NorthwindCoffee'] },
        },
        locale: 'en-US',
        accept: ['#JavaMint', '#weekend', '#java', '#somewhere new'],
        reject: [
          { text: 'New! #javamint', evidence: '#javamint', fixed: 'New! #JavaMint' },
          { text: '#northwindcoffee', evidence: '#northwindcoffee', fixed: '#NorthwindCoffee' },
          { text: 'An iced mint. #icedmint', evidence: '#icedmint', fixed: 'An iced mint. #IcedMint' },
        ],
      },
      {
        guide: {},
        locale: 'ru-RU',
        accept: ['Новые очки #очки', '#НовыеОчки'],
        reject: [{ text: 'Новые очки #новыеочки', evidence: '#новыеочки', fixed: 'Новые очки #НовыеОчки' }],
      },
    ],
  },
  wanted: ({ hashtags }) => hashtags?.case !== 'lower',
  prepare(guide, { locale }): Check {
    const known = knownWords(guide, locale);
    const settled = settledBy(guide);
    return (context) => hidden(context, known, settled);
  },
};
