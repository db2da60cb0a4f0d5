/** Holds the words in capitals of a text to the number that the guide allows. */
import { entryFor } from '../engine/locale.ts';
import { beginsSentence, isVerbatim } from '../engine/prose.ts';
import type { Literal, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import currencies from '../facts/data/currencies.json' with { type: 'json' };
import type { Guide } from '../schema/guide.ts';
import data from './data/all-caps.json' with { type: 'json' };

interface Shout extends Range {
  readonly part: Part;
  /** A single capital letter counts for nothing, and still joins what stands around it. */
  readonly counts: boolean;
}

const acronyms = new Set(data.acronyms);
const units = new Set(data.units);
const notRoman = new Set(data.notRoman);
const money: ReadonlySet<string> = new Set(currencies.iso);
const local: Readonly<Record<string, readonly string[]>> = { el: data.el, ru: data.ru, id: data.id };

const SMALL = /[\p{Ll}\p{N}\p{Lo}]/u;
const CAPITALS = /\p{Lu}/gu;
const ROMAN = /^M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/u;
/** Letters that are only spelt out, as `MDR`. */
const UNSPEAKABLE = /^(?!H?MM|P?SH)[B-DF-HJ-NP-TV-XZ]{2,5}$/u;
const JOIN = /^[^\S\n]*[,&+–—-]?[^\S\n]*$/u;

function isAcronym(word: string, locale: string): boolean {
  const plain = word.replaceAll(/[.’'](?:S$)?/gu, '');
  const isRoman = ROMAN.test(plain) && !notRoman.has(plain);
  return (
    isRoman ||
    UNSPEAKABLE.test(plain) ||
    acronyms.has(plain) ||
    units.has(plain) ||
    (entryFor(local, locale)?.includes(plain) ?? false)
  );
}

/** A word in brackets, or with dots between its letters, stands for longer ones; a currency stands by its amount or its sign. */
function standsForMore(text: string, word: string, { start, end }: Range): boolean {
  if (/^\p{Lu}(?:\.\p{Lu})+$/u.test(word)) return true;
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  if (before.endsWith('(') && after.startsWith(')')) return true;
  if (/^\p{Sc}/u.test(after)) return true;
  return money.has(word) && (/\d\s?$/u.test(before) || /^\s?\d/u.test(after));
}

/** Lines that must be written so, such as “Reply STOP to end”. */
function* lines(
  { disclosures = [], requiredPhrases = [], phrases }: Guide,
  locale: string,
): Iterable<string> {
  for (const { text } of [...disclosures, ...requiredPhrases]) yield* entryFor(text, locale) ?? [];
  const optOut = entryFor(phrases, locale)?.optOut;
  if (optOut !== undefined) yield optOut;
}

function isShouted(context: RuleContext, part: Part, range: Range): boolean {
  const word = part.text.slice(range.start, range.end);
  if (SMALL.test(word) || !/\p{Lu}/u.test(word)) return false;
  if (isAcronym(word, context.place.locale) || standsForMore(part.text, word, range)) return false;
  return !context.hits(part).some((hit) => hit.start <= range.start && hit.end >= range.end);
}

function shoutsIn(context: RuleContext, part: Part): Shout[] {
  if (!/\p{Lu}[\p{M}’'-]*\p{Lu}/u.test(part.text)) return [];
  return context
    .words(part)
    .filter(
      ({ start, end }) => isCapital(part.text.charCodeAt(start)) && isShouted(context, part, { start, end }),
    )
    .map(({ start, end }) => ({
      part,
      start,
      end,
      counts: (part.text.slice(start, end).match(CAPITALS) ?? []).length > 1,
    }));
}

/** Whether a unit may begin a word in capitals; a quick no for most. */
function isCapital(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || unit > 0xbf;
}

/** One finding for words in capitals that stand together. */
function grouped(shouts: readonly Shout[]): Shout[] {
  const groups: Shout[] = [];
  for (const shout of shouts) {
    const last = groups.at(-1);
    const joins =
      last?.part === shout.part && JOIN.test(shout.part.text.slice(last.end, shout.start).slice(0, 12));
    if (last && joins)
      groups[groups.length - 1] = { ...last, end: shout.end, counts: last.counts || shout.counts };
    else if (shout.counts) groups.push(shout);
  }
  return groups;
}

/** Greek capitals have lost their accents, so nobody can write the small letters without the word. */
function quieter(context: RuleContext, { part, start, end }: Range & { readonly part: Part }): string[] {
  const { locale } = context.place;
  const text = part.text.slice(start, end);
  if (/\p{sc=Greek}/u.test(text)) return [];
  const small = text.toLocaleLowerCase(locale);
  const first = String.fromCodePoint(small.codePointAt(0) ?? 0);
  return [
    beginsSentence(part.text, start) ? first.toLocaleUpperCase(locale) + small.slice(first.length) : small,
  ];
}

function reportOf(context: RuleContext, group: Shout, all: number, max: number): Report {
  const words = all === 1 ? '1 word in capitals' : `${all} words in capitals`;
  const use = quieter(context, group);
  return {
    field: group.part.field,
    start: group.start,
    end: group.end,
    message: `${words} in this text, and the guide allows ${max === 0 ? 'none' : `only ${max}`}; write small letters, or add an acronym to the guide’s \`vocabulary.accept\`.`,
    ...(use.length > 0 ? { suggestions: use } : {}),
  };
}

export const allCaps: Rule = {
  meta: {
    id: 'all-caps',
    says: 'A text has no more words in capitals than the guide allows.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Counts the words of two letters or more in capitals, in any script that has them, over all parts against `voice.allCapsMax`, and finds those from the first that is too many; neighbours are one finding. Not counted: what `vocabulary.accept`, a name, a term, a disclosure or a fact writes so, widely known acronyms and Latin letters without a vowel, a word in brackets or with dots, Roman numerals, units, currency codes beside an amount, words with digits, and what is in links, tags and code.',
    options: ['voice', 'vocabulary', 'names'],
    examples: [
      {
        guide: { voice: { allCapsMax: 1 }, vocabulary: { accept: ['NWC'] } },
        locale: 'en-US',
        accept: [
          'Mint is BACK.',
          'NWC at 5 PM in the USA, part XIV',
          'The Fair Growers Group (FGG) has a NEW mint.',
        ],
        reject: [{ text: 'Mint is BACK and BETTER.', evidence: 'BETTER' }],
      },
      {
        guide: { voice: { allCapsMax: 0 } },
        locale: 'el-GR',
        accept: ['Τιμές με ΦΠΑ'],
        reject: [{ text: 'Τώρα ΔΩΡΕΑΝ ΔΟΚΙΜΗ', evidence: 'ΔΩΡΕΑΝ ΔΟΚΙΜΗ' }],
      },
    ],
  },
  wanted: (guide) => guide.voice?.allCapsMax !== undefined,
  *literals(guide, place): Iterable<Literal> {
    const accepted = guide.vocabulary?.accept ?? [];
    const terms = (guide.vocabulary?.terms ?? []).map(({ term }) => term);
    const names = (guide.names ?? []).flatMap(({ canonical, forms }) => [
      canonical,
      ...(entryFor(forms, place.locale) ?? []),
    ]);
    for (const text of [...accepted, ...terms, ...names, ...lines(guide, place.locale)])
      if (/\p{Lu}.*\p{Lu}/u.test(text))
        yield { text, item: text, caseSensitive: true, anywhere: true, suffixes: true };
  },
  *check(context) {
    const max = context.guide.voice?.allCapsMax;
    if (max === undefined) return;
    const found = context.subject.parts.flatMap((part) => shoutsIn(context, part));
    if (found.filter((one) => one.counts).length <= max) return;
    const shouts = found.filter((one) => !one.counts || !isVerbatim(context, one.part, one));
    const counted = shouts.filter((one) => one.counts);
    const first = counted[max];
    if (!first) return;
    for (const group of grouped(shouts.slice(shouts.indexOf(first))))
      yield reportOf(context, group, counted.length, max);
  },
};
