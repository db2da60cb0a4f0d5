/** Counts the syllables of an English word by its letters, by the rules of Greg Fast's Lingua::EN::Syllable and its heirs. */
import rules from './syllables.json' with { type: 'json' };

const EXACT = new Map(Object.entries(rules.exact));
const LESS = rules.less.map((source) => new RegExp(source, 'gu'));
const MORE = rules.more.map((source) => new RegExp(source, 'gu'));
const affix = (anchor: (list: string) => string) => (row: readonly (string | number)[]) => ({
  worth: Number(row[0]),
  pattern: new RegExp(anchor(String(row[1])), 'u'),
});
const PREFIXES = rules.prefixes.map(affix((list) => `^(?:${list})`));
const SUFFIXES = rules.suffixes.map(affix((list) => `(?:${list})$`));

type Affixes = readonly { readonly worth: number; readonly pattern: RegExp }[];

/** Takes the first affix of the first row that has one away, and says what it is worth. */
function stripped(word: string, affixes: Affixes): readonly [rest: string, worth: number] {
  const found = affixes.find(({ pattern }) => pattern.test(word));
  return found ? [word.replace(found.pattern, ''), found.worth] : [word, 0];
}

const count = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0;
const counted = new Map<string, number>();

function measure(word: string): number {
  const [withoutPrefix, before] = stripped(word, PREFIXES);
  const [stem, after] = stripped(withoutPrefix, SUFFIXES);
  const vowels = count(stem, /[aeiouy]+/gu);
  const less = LESS.reduce((sum, pattern) => sum + count(stem, pattern), 0);
  const more = MORE.reduce((sum, pattern) => sum + count(stem, pattern), 0);
  return Math.max(1, before + after + vowels - less + more);
}

export function valeSyllables(text: string): number {
  const letters = [...text].length;
  if (letters < 3) return Math.min(letters, 1);
  const word = text.toLowerCase();
  const known = EXACT.get(word) ?? counted.get(word);
  if (known !== undefined) return known;
  const syllables = measure(word);
  if (counted.size > 20_000) counted.clear();
  counted.set(word, syllables);
  return syllables;
}
