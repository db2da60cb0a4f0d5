/** Finds misspelt words, by the dictionary that the guide names for the language. */
import { IDEOGRAPH, kindOf } from '../engine/character.ts';
import { foldText } from '../engine/fold.ts';
import { entryFor } from '../engine/locale.ts';
import { beginsSentence, isVerbatim } from '../engine/prose.ts';
import type {
  Check,
  Dictionaries,
  Dictionary,
  Part,
  Place,
  Range,
  Report,
  Rule,
  RuleContext,
} from '../engine/types.ts';
import type { Fact } from '../facts/types.ts';
import type { Guide } from '../schema/guide.ts';

/** Looking for what may be meant takes its time; a text with more distinct slips is in another language. */
const MOST_SUGGESTED = 20;

function nameOf(guide: Guide, { locale }: Place): string | undefined {
  return entryFor(guide.vocabulary?.spelling, locale);
}

function* texts({ names = [], vocabulary = {} }: Guide): Iterable<string> {
  yield* vocabulary.accept ?? [];
  for (const { canonical, forms = {} } of names) yield* [canonical, ...Object.values(forms).flat()];
  for (const { term, use = [], insteadOf = [], forms = [], inflections } of vocabulary.terms ?? []) {
    yield* [term, ...use, ...insteadOf, ...forms.flatMap((form) => [form.find, form.use])];
    if (Array.isArray(inflections)) yield* inflections.map(String);
  }
}

function* factTexts(facts: readonly Fact[] = []): Iterable<string> {
  for (const { kind, value, forms = {}, label = {} } of facts) {
    if (kind === 'name' || kind === 'legal') yield value;
    yield* [...Object.values(forms), ...Object.values(label)].flat();
  }
}

const PIECE = /[\p{L}\p{M}'’]+/gu;

function wordsIn(all: Iterable<string>): Set<string> {
  const known = new Set<string>();
  for (const text of all) {
    known.add(foldText(text));
    for (const [piece] of text.matchAll(PIECE)) known.add(foldText(piece));
  }
  return known;
}

const ODD = /\p{N}|[\p{Ll}\p{M}]['’]?\p{Lu}|^\p{Lu}['’.-]?\p{Lu}/u;
const LETTER = /\p{L}/u;
const POSSESSIVE = /['’]s?$/u;

/** Codes, acronyms, brand names in mixed case, Han and single letters are not spelt. */
function isSpelt(word: string): boolean {
  return (
    word.length > 1 &&
    LETTER.test(word) &&
    !ODD.test(word) &&
    (kindOf(word.codePointAt(0) ?? 0) & IDEOGRAPH) === 0
  );
}

/** As dictionaries write it: composed, a straight apostrophe, Persian letters, no tatweel. */
function plain(word: string): string {
  return word
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('\u0640', '')
    .replaceAll('\u00AD', '');
}

function isKnown(word: string, dictionary: Dictionary, known: readonly ReadonlySet<string>[]): boolean {
  const own = foldText(word);
  if (known.some((words) => words.has(own) || words.has(own.replace(POSSESSIVE, '')))) return true;
  const written = plain(word);
  if (dictionary.correct(written) || dictionary.correct(written.replace(POSSESSIVE, ''))) return true;
  const parts = word.split(/[-‐‑.\u200C]/u);
  return (
    parts.length > 1 &&
    parts.every((part) => part.length < 2 || !isSpelt(part) || isKnown(part, dictionary, known))
  );
}

function reportOf(part: Part, { start, end }: Range, suggestions: readonly string[]): Report {
  const word = part.text.slice(start, end);
  const advice =
    suggestions.length > 0 ? `; is ${suggestions.map((one) => `“${one}”`).join(' or ')} meant?` : '.';
  const name = /^\p{Lu}/u.test(word) && !beginsSentence(part.text, start);
  return {
    field: part.field,
    start,
    end,
    message: `“${word}” is in no dictionary of the guide${advice}`,
    ...(suggestions.length > 0 ? { suggestions } : {}),
    // In the middle of a sentence a capital is more often a name than a slip.
    ...(name ? { severity: 'suggestion' as const } : {}),
  };
}

function suggesting(dictionary: Dictionary): (word: string) => readonly string[] {
  const asked = new Set<string>();
  return (word) => {
    if (asked.size >= MOST_SUGGESTED && !asked.has(word)) return [];
    asked.add(word);
    return dictionary.suggest(plain(word)).slice(0, 3);
  };
}

function* misspelt(context: RuleContext, dictionary: Dictionary, own: ReadonlySet<string>): Iterable<Report> {
  const known = [own, wordsIn(factTexts([...(context.subject.facts ?? []), ...(context.guide.facts ?? [])]))];
  const suggest = suggesting(dictionary);
  for (const part of context.subject.parts) {
    for (const { start, end } of context.words(part)) {
      const word = part.text.slice(start, end);
      if (!isSpelt(word) || isKnown(word, dictionary, known) || isVerbatim(context, part, { start, end }))
        continue;
      yield reportOf(part, { start, end }, suggest(word));
    }
  }
}

function prepare(guide: Guide, place: Place, dictionaries: Dictionaries): Check {
  const dictionary = dictionaries[nameOf(guide, place) ?? ''];
  const own = wordsIn(texts(guide));
  return (context) => (dictionary ? misspelt(context, dictionary, own) : []);
}

export const spelling: Rule = {
  meta: {
    id: 'spelling',
    says: 'Words are spelt as the language’s dictionary has them.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Checks each word with the Hunspell dictionary that `vocabulary.spelling` names for the locale; without one nothing is checked, and a dictionary that was not loaded is told as not checked. Known besides: `vocabulary.accept`, the words of names, terms and facts, and what hyphens join of known words. Words with digits, in capitals or mixed case, and those in links, tags and code are left alone; an unknown capitalised word inside a sentence is only a suggestion. Up to three words that may be meant are suggested.',
    options: ['vocabulary', 'names'],
    examples: [
      {
        guide: {
          vocabulary: { spelling: { en: 'sample' }, accept: ['affogato'] },
          names: [{ id: 'n', canonical: 'Northwind' }],
        },
        locale: 'en-US',
        accept: ['Our mint is here at Northwind’s.', 'An affogato, HTML5, iPhone, NASA #mynt'],
        reject: [{ text: 'Our mitn is here.', evidence: 'mitn' }],
      },
    ],
  },
  wanted: (guide, place) => nameOf(guide, place) !== undefined,
  lacks: (guide, place, dictionaries) => {
    const name = nameOf(guide, place) ?? '';
    return dictionaries[name] ? undefined : `the dictionary “${name}” is not loaded`;
  },
  prepare,
};
