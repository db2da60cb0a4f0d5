/** Where a wording stands in a text as one contiguous run, whatever its case, spaces and quotation marks. */
import { foldText } from './fold.ts';
import type { FoldedText } from './fold.ts';
import type { Range } from '../engine/types.ts';

const WORDED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}]/u;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const patterns = new Map<string, RegExp>();

function pattern(wording: string): RegExp {
  const known = patterns.get(wording);
  if (known) return known;
  const folded = foldText(wording, { keepAccents: true }).text.trim();
  const body = folded.split(/\s+/u).map(escape).join('\\s+');
  const open = WORDED.test(folded.slice(0, 1)) ? `(?<!${WORDED.source})` : '';
  const close = WORDED.test(folded.slice(-1)) ? `(?!${WORDED.source})` : '';
  const made = new RegExp(folded === '' ? '(?!)' : `${open}${body}${close}`, 'gu');
  if (patterns.size < 1024) patterns.set(wording, made);
  return made;
}

/** Folded ranges of every occurrence; the text must be folded with its accents kept. */
export const occurrences = (text: FoldedText, wording: string): Range[] =>
  [...text.text.matchAll(pattern(wording))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The first occurrence of any of the wordings, over the text as typed. */
export function firstOccurrence(source: string, wordings: readonly string[]): Range | undefined {
  const text = foldText(source, { keepAccents: true });
  for (const wording of wordings) {
    const [found] = occurrences(text, wording);
    if (found) return text.range(found.start, found.end);
  }
  return undefined;
}
