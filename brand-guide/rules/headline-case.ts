/** Holds headlines, and lines that stand alone, to title case or sentence case. */
import { foldText } from '../engine/fold.ts';
import { languageOf } from '../engine/locale.ts';
import { closedScopes } from '../engine/ranges.ts';
import type { Check, Part, Place, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import type { LetterCase } from '../schema/style.ts';
import common from './data/common-words.json' with { type: 'json' };
import { sentenceChanges } from './headline-case/sentence.ts';
import { titleChanges } from './headline-case/title.ts';
import { exceptionsOf, hasOwnCase, isUpper, namedWords, wordsIn } from './headline-case/words.ts';
import type { Change, Word } from './headline-case/words.ts';

const HEADLINES: ReadonlySet<string> = new Set(['headline', 'subject', 'title', 'heading']);
const COMMON = new Map(
  Object.entries(common).map(([language, words]) => [language, new Set(words.map((one) => foldText(one)))]),
);

/** Longer lines are text without its full stop. */
const MOST_WORDS = 14;

/** The first line of another part, where it stands alone without an end of its own and is no heading. */
function firstLine({ text, headings: [heading] = [] }: Part): Range | undefined {
  if (heading?.start === 0) return undefined;
  const end = text.indexOf('\n');
  const line = end < 0 ? '' : text.slice(0, end).trimEnd();
  if (line === '' || /[.!?;…,:。！？，：]["'”’»)]?$/u.test(line)) return undefined;
  return { start: 0, end: line.length };
}

/** Words that the subject writes small somewhere else than in this line. */
function writtenSmall(context: RuleContext): ReadonlySet<string> {
  const words = context.subject.parts
    .filter(({ field }) => !HEADLINES.has(field))
    .flatMap((part) => context.words(part).map(({ start, end }) => part.text.slice(start, end)));
  return new Set(words.filter((word) => !isUpper(word.charAt(0))).map((word) => foldText(word)));
}

/** From the first word to change to the last. */
function reportOf(part: Part, changes: readonly Change[], asked: LetterCase): Report | undefined {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return undefined;
  let text = '';
  let at = first.start;
  for (const change of changes) {
    text += part.text.slice(at, change.start) + change.text;
    at = change.end;
  }
  const range = { start: first.start, end: last.end };
  const message = `Headlines are in ${asked} case here; write “${text}”.`;
  const report = { field: part.field, ...range, message };
  return changes.every((change) => change.isSafe)
    ? { ...report, fix: { ...range, text } }
    : { ...report, suggestions: [text] };
}

const isRaised = ({ text }: Change): boolean => isUpper(text.charAt(0));

/** The capital at the start needs no choice; what may hold a name is one choice together. */
function reportsOf(part: Part, changes: readonly Change[], asked: LetterCase): Report[] {
  const groups = changes.every((change) => change.isSafe)
    ? [changes]
    : [changes.filter(isRaised), changes.filter((change) => !isRaised(change))];
  return groups.flatMap((group) => reportOf(part, group, asked) ?? []);
}

/** ALL CAPITALS is another matter than a headline’s case. */
function isShouted(words: readonly Word[]): boolean {
  const cased = words.filter(({ text }) => text.length > 1);
  return cased.length > 0 && cased.every(({ text }) => text === text.toUpperCase() && hasOwnCase(text));
}

function lineCheck(guide: Guide, { locale }: Place) {
  const names = namedWords(guide);
  const exceptions = exceptionsOf(guide);
  const listed = COMMON.get(languageOf(locale));
  const style = guide.casing?.style ?? 'ap';
  return (context: RuleContext, part: Part, line: Range, asked: LetterCase): Report[] => {
    const text = part.text.slice(line.start, line.end);
    const words = wordsIn(text, line.start, closedScopes(context, part), context.sentences(part));
    if (words.length === 0 || isShouted(words)) return [];
    if (asked === 'title')
      return reportsOf(part, titleChanges(text, line.start, words, style, exceptions, locale), asked);
    let small: ReadonlySet<string> | undefined;
    const isCommon = (folded: string): boolean =>
      listed?.has(folded) === true || (small ??= writtenSmall(context)).has(folded);
    return reportsOf(part, sentenceChanges(words, { names, common: isCommon, locale }), asked);
  };
}

/** Title case is English; other languages are told of sentence case alone. */
function isMadeFor(asked: LetterCase | undefined, locale: string): asked is LetterCase {
  return asked === 'sentence' || (asked === 'title' && languageOf(locale) === 'en');
}

function checkWith(guide: Guide, place: Place): Check {
  const { headline, body } = guide.casing ?? {};
  const lineOf = lineCheck(guide, place);
  return function* check(context) {
    for (const part of context.subject.parts) {
      if (isMadeFor(headline, place.locale))
        for (const heading of part.headings ?? []) yield* lineOf(context, part, heading, headline);
      const isHeadline = HEADLINES.has(part.field);
      const asked = isHeadline ? headline : body;
      const line = isHeadline ? { start: 0, end: part.text.length } : firstLine(part);
      if (!line || !isMadeFor(asked, place.locale)) continue;
      if (!isHeadline && context.words(part).filter(({ start }) => start < line.end).length > MOST_WORDS)
        continue;
      yield* lineOf(context, part, line, asked);
    }
  };
}

export const headlineCase: Rule = {
  meta: {
    id: 'headline-case',
    says: 'Headlines are in title case or in sentence case, as the guide asks.',
    severity: 'suggestion',
    fixable: true,
    languages: ['en', 'el', 'ru', 'id'],
    docs: 'Checks `casing.headline` in the parts `headline`, `subject`, `title` and `heading` and in the headings of a Markdown or HTML file, and `casing.body` in the first line of another part where it stands alone. Title case is English: AP keeps articles, conjunctions and prepositions of up to three letters small, Chicago those of up to four. Names, terms, acronyms, mixed case and `exceptions` are kept. In sentence case a word that may be a name is only suggested, and only in a headline that is in title case throughout.',
    options: ['casing'],
    examples: [
      {
        guide: { casing: { headline: 'title', exceptions: ['northwind'] } },
        locale: 'en-US',
        field: 'headline',
        accept: ['Meet Java Mint, the Coolest of Them All', 'An iPhone in the NASA Café by northwind'],
        reject: [
          {
            text: 'Meet Java mint, The coolest Yet',
            evidence: 'mint, The coolest',
            fixed: 'Meet Java Mint, the Coolest Yet',
          },
        ],
      },
      {
        guide: { casing: { headline: 'sentence' }, names: [{ id: 'lumen', canonical: 'Lumen' }] },
        locale: 'el-GR',
        field: 'headline',
        accept: ['Διάλεξε πέντε σκελετούς της Lumen. Κράτα έναν', 'Στην Αθήνα και στον Πειραιά'],
        reject: [
          { text: 'διάλεξε σκελετούς', evidence: 'διάλεξε', fixed: 'Διάλεξε σκελετούς' },
          { text: 'Διάλεξε Και Κράτα Έναν', evidence: 'Και Κράτα Έναν' },
        ],
      },
    ],
  },
  wanted: ({ casing }, { locale }) =>
    casing !== undefined &&
    [casing.headline, casing.body].some(
      (asked) => asked === 'sentence' || (asked === 'title' && isMadeOrTold(locale)),
    ),
  prepare: checkWith,
};

/** Where title case is asked for in a language with case that has none, nothing is; in others it is said to be unchecked. */
function isMadeOrTold(locale: string): boolean {
  return !['el', 'ru', 'id'].includes(languageOf(locale));
}
