/** Writes a heading in title case, by the Associated Press or the Chicago manual. */
import { matcherOf } from './matcher.ts';
import { capitalized } from './match-case.ts';
import { termReader } from './heading-terms.ts';
import words from './title-words.json' with { type: 'json' };

export interface TitleCase {
  readonly style?: 'AP' | 'Chicago';
  readonly terms?: readonly string[];
  /** A pattern for what stands before the heading proper. */
  readonly prefix?: string;
}

const WORD = /[\p{N}\p{L}]+[^\s\-/]*/gu;
const SMALL = new Set(words.small);
const PREPOSITIONS = new Set(words.prepositions);
const AFTER_INFINITIVE = new Set(words.afterInfinitive);

/** AP writes the `To` of an infinitive large; what may follow one is a closed list here. */
function staysSmall(style: TitleCase['style'], word: string, next: string, bounding: boolean): boolean {
  if (style !== 'Chicago' && word === 'to' && next !== '')
    return !AFTER_INFINITIVE.has(next.toLowerCase()) && /^[\p{L}]/u.test(next);
  return !bounding && (SMALL.has(word) || (style === 'Chicago' && PREPOSITIONS.has(word)));
}

/** Whether the marks around a word let it be small: after a space, a hyphen or a slash, never after a colon or before a hyphen. */
function mayBeSmall(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (!' -/'.includes(before) || before === '') return false;
  if (':-'.includes(text.charAt(start - 2)) && start > 1) return false;
  return text.charAt(end) !== '-' || before === '-';
}

const DASHES: Readonly<Record<string, string>> = { '–': '-', '—': '-' };

function convert(text: string, known: (word: string) => string, style: TitleCase['style']): string {
  const plain = text.replaceAll(/[–—]/gu, (dash) => DASHES[dash] ?? dash);
  const found = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  let result = '';
  let at = 0;
  for (const [number, { word, index }] of found.entries()) {
    const end = index + word.length;
    const bounding = index === 0 || end === text.length;
    const small =
      staysSmall(style, word.toLowerCase(), found[number + 1]?.word ?? '', bounding) &&
      mayBeSmall(plain, index, end);
    const term = known(word);
    result += text.slice(at, index) + (term !== '' ? term : small ? word.toLowerCase() : capitalized(word));
    at = end;
  }
  return result + text.slice(at);
}

export function titleCaseOf({ style = 'AP', terms = [], prefix = '' }: TitleCase): (text: string) => string {
  const known = termReader(terms);
  const lead = prefix === '' ? undefined : matcherOf(prefix);
  return (text) => {
    const [first] = lead?.matches(text) ?? [];
    const before = first && text.startsWith(first.text) ? first.text : '';
    return before + convert(text.slice(before.length), known, style);
  };
}

export function titleCase(text: string): string {
  return titleCaseOf({})(text);
}
