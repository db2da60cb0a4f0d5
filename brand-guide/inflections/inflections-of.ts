/** Proposes the forms of a term, for a person to confirm when the guide is saved. */
import { languageOf } from '../engine/locale.ts';
import { affixesOf, stemsOf } from './hunspell.ts';
import type { Affix, Affixes, Hunspell } from './hunspell.ts';

export type { Hunspell };

interface Dictionary {
  readonly affixes: Affixes;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly Affix[];
}

const read = new WeakMap<Hunspell, Dictionary>();

/** Reading takes a while and a guide has many terms, so the last reading of each dictionary is kept. */
function dictionaryOf(source: Hunspell): Dictionary {
  const known = read.get(source);
  if (known) return known;
  const affixes = affixesOf(source.aff);
  const made = { affixes, stems: stemsOf(source.dic), all: [...affixes.byFlag.values()].flat() };
  read.set(source, made);
  return made;
}

function apply(word: string, { kind, strip, add, fits }: Affix): string | undefined {
  const holds = kind === 'suffix' ? word.endsWith(strip) : word.startsWith(strip);
  if (!holds || !fits(word)) return undefined;
  return kind === 'suffix' ? word.slice(0, word.length - strip.length) + add : add + word.slice(strip.length);
}

function grow(
  word: string,
  flags: readonly string[],
  kind: Affix['kind'],
  { byFlag }: Affixes,
): [string, Affix][] {
  return flags
    .flatMap((flag) => byFlag.get(flag) ?? [])
    .filter((affix) => affix.kind === kind)
    .flatMap((affix): [string, Affix][] => {
      const grown = apply(word, affix);
      return grown === undefined ? [] : [[grown, affix]];
    });
}

/** A stem's own word, its suffixes, what may follow those, and prefixes before all that cross. */
function expand(stem: string, flags: readonly string[], affixes: Affixes): Set<string> {
  const forms = new Set<string>();
  if (affixes.forbidden !== undefined && flags.includes(affixes.forbidden)) return forms;
  if (affixes.needsAffix === undefined || !flags.includes(affixes.needsAffix)) forms.add(stem);
  const suffixed = grow(stem, flags, 'suffix', affixes);
  for (const [form, { next }] of suffixed) {
    forms.add(form);
    for (const [further] of grow(form, next, 'suffix', affixes)) forms.add(further);
  }
  for (const [form, { crosses }] of grow(stem, flags, 'prefix', affixes)) {
    forms.add(form);
    const crossing = crosses ? suffixed.filter(([, suffix]) => suffix.crosses) : [];
    for (const [ended] of crossing)
      for (const [both] of grow(ended, flags, 'prefix', affixes)) forms.add(both);
  }
  return forms;
}

function formsOf(stem: string, { affixes, stems }: Dictionary): string[] {
  return (stems.get(stem) ?? []).flatMap((flags) => [...expand(stem, affixes.flagsOf(flags), affixes)]);
}

/** Stems that the word may be a form of: `custom` for `customer`. */
function* rootsOf(word: string, { all }: Dictionary): Iterable<string> {
  for (const { kind, strip, add } of all) {
    if (kind === 'suffix' && add !== '' && word.endsWith(add) && word !== add)
      yield word.slice(0, word.length - add.length) + strip;
  }
}

function spellings(word: string): string[] {
  const small = word.toLowerCase();
  return [...new Set([word, small, small.charAt(0).toUpperCase() + small.slice(1)])];
}

/**
 * A word's own forms and, since `customers` may be listed under `custom`, those of its root that go on from it. What is
 * itself a form, such as a plural, has all forms of its root where `whole` asks for them.
 */
function inflected(word: string, dictionary: Dictionary, whole: boolean): string[] {
  const written = spellings(word);
  const own = written.flatMap((one) => formsOf(one, dictionary));
  const small = word.toLowerCase();
  const roots = new Set([...rootsOf(small, dictionary)].filter((root) => !written.includes(root)));
  const longer = [...roots].flatMap((root) => {
    const forms = formsOf(root, dictionary);
    if (!forms.includes(small)) return [];
    return whole && own.length === 0 ? forms : forms.filter((form) => form.startsWith(small));
  });
  return [...new Set([...own, ...longer])];
}

const EACH_WORD = new Set(['ru', 'el']);
/** More combinations than a person would read through. */
const MOST = 120;

function joined(parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (starts, forms) =>
      starts.flatMap((start) => forms.map((form) => (start === '' ? form : `${start} ${form}`))),
    [''],
  );
}

/** The words that inflect: in Greek and Russian every one, as long as a person can read the list through; else the last. */
function phrases(words: readonly string[], dictionary: Dictionary, each: boolean, inEach = each): string[] {
  const last = words.length - 1;
  const parts = words.map((word, at) =>
    each || at === last ? [...new Set([word, ...inflected(word, dictionary, inEach)])] : [word],
  );
  const size = parts.reduce((product, forms) => product * forms.length, 1);
  if (size <= MOST || !each) return joined(parts);
  return phrases(words, dictionary, false, inEach);
}

/** English finds its possessives by itself. */
function isPossessive(form: string, language: string): boolean {
  return language === 'en' && /['’]s?$/u.test(form);
}

/**
 * The forms of a term by a Hunspell dictionary of its locale, without the term itself: sorted, each once, and none where
 * the dictionary does not know it. In a phrase of English or Indonesian the last word inflects, in Greek and Russian each.
 */
export function inflectionsOf(term: string, source: Hunspell, locale: string): string[] {
  const language = languageOf(locale);
  const words = term.normalize('NFC').trim().split(/\s+/u);
  const found = phrases(words, dictionaryOf(source), EACH_WORD.has(language));
  const itself = new Set([words.join(' '), words.join(' ').toLowerCase()]);
  const forms = found.filter((form) => !itself.has(form) && !isPossessive(form, language));
  return [...new Set(forms)].toSorted((a, b) => a.length - b.length || (a < b ? -1 : Number(a > b)));
}
