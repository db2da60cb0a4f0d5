/** Where a wording stands in a text as one contiguous run, whatever its case, spaces and quotation marks. */
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import type { Range } from '../engine/types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const WORDED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}]/u;
const ARABIC = /\p{Script=Arabic}/u;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const patterns = new Map<string, RegExp>();

/** Persian joins the parts of a name by a space, by nothing or by a mark that folding drops. */
function bodyOf(wording: string, keepAccents: boolean): string {
  const gap = ARABIC.test(wording) ? '\\s*' : '\\s+';
  const parts = wording.trim().split(/[\s\u200C]+/u);
  return parts.map((part) => escape(foldText(part, { keepAccents }).text)).join(gap);
}

function pattern(wording: string, keepAccents = true): RegExp {
  const key = `${String(keepAccents)} ${wording}`;
  const known = patterns.get(key);
  if (known) return known;
  const body = bodyOf(wording, keepAccents);
  const folded = foldText(wording).text.trim();
  const open = WORDED.test(folded.slice(0, 1)) ? `(?<!${WORDED.source})` : '';
  const isOpenEnded = ARABIC.test(folded.slice(-1)) || !WORDED.test(folded.slice(-1));
  const close = isOpenEnded ? '' : `(?!${WORDED.source})`;
  const made = new RegExp(body === '' ? '(?!)' : `${open}${body}${close}`, 'gu');
  if (patterns.size < 1024) patterns.set(key, made);
  return made;
}

/** Persian joins an ending to a name by a mark that folding drops. */
function endsWord({ text, range }: FoldedText, end: number): boolean {
  if (!ARABIC.test(text.slice(end - 1, end)) || !WORDED.test(text.slice(end, end + 1))) return true;
  return range(end - 1, end).end < range(end, end + 1).start;
}

const rangesOf = (text: FoldedText, wanted: RegExp): Range[] =>
  matchesOf(text.text, wanted)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ end }) => endsWord(text, end));

/** Folded ranges of every occurrence; the text must be folded with its accents kept. */
export function occurrences(text: FoldedText, wording: string): Range[] {
  const found = rangesOf(text, pattern(wording));
  if (found.length > 0 || !/\p{Script=Greek}/u.test(wording)) return found;
  // Greek capitals carry no accents.
  return rangesOf(text, pattern(wording, false)).filter(({ start, end }) => {
    const typed = text.typed(start, end);
    return typed === typed.toUpperCase();
  });
}

/** The first occurrence of any of the wordings, over the text as typed. */
export function firstOccurrence(source: string, wordings: readonly string[]): Range | undefined {
  const text = foldText(source, { keepAccents: true });
  for (const wording of wordings) {
    const [found] = occurrences(text, wording);
    if (found) return text.range(found.start, found.end);
  }
  return undefined;
}
