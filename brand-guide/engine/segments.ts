/** Cuts a text into sentences and words. */
import { IDEOGRAPH, kindOf } from './character.ts';
import { languageOf } from './locale.ts';
import abbreviations from './abbreviations.json' with { type: 'json' };
import type { Range, Scope } from './types.ts';

const PARAGRAPH_END = /\r?\n[^\S\n]*(?:\r?\n\s*)/gu;
const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u200C\u200D]|['’.‑-](?=[\p{L}\p{N}]))*/gu;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, made);
  return made;
}

const endings = new Map(
  Object.entries(abbreviations).map(([language, list]) => [
    language,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map((one) => one.replaceAll('.', '\\.')).join('|')})$`, 'iu'),
  ]),
);

/** Paragraphs: an empty line ends one. */
export function paragraphsOf(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(PARAGRAPH_END)) {
    found.push({ start, end: index });
    start = index + gap.length;
  }
  found.push({ start, end: text.length });
  return found.filter((one) => one.end > one.start);
}

function trimmed(text: string, start: number, end: number): Range {
  const piece = text.slice(start, end);
  const from = start + (piece.length - piece.trimStart().length);
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) };
}

/** Sentences in order, without the white space around them. Paragraphs are cut alone: cutting a long text takes quadratic time. */
export function sentencesOf(text: string, locale: string): Range[] {
  const segmenter = segmenterOf(locale);
  const abbreviated = endings.get(languageOf(locale));
  const found: Range[] = [];
  for (const { start, end } of paragraphsOf(text)) {
    let open: number | undefined;
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      const from = open ?? start + index;
      const to = start + index + segment.length;
      open = abbreviated?.test(segment.trimEnd()) && to < end ? from : undefined;
      if (open === undefined) found.push(trimmed(text, from, to));
    }
    if (open !== undefined) found.push(trimmed(text, open, end));
  }
  return found.filter((one) => one.end > one.start);
}

function isClosed({ kind }: Scope): boolean {
  return kind !== 'quotation';
}

/** Words in order. What is a scope but a quotation holds none; a Han or kana run is cut into its characters. */
export function wordsOf(text: string, scopes: readonly Scope[]): Range[] {
  const closed = scopes.filter(isClosed);
  const found: Range[] = [];
  let next = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const end = index + word.length;
    while ((closed[next]?.end ?? Infinity) <= index) next++;
    if ((closed[next]?.start ?? Infinity) < end) continue;
    found.push(...cut(text, index, end));
  }
  return found;
}

function* cut(text: string, start: number, end: number): Iterable<Range> {
  let from = start;
  for (let at = start; at < end;) {
    const point = text.codePointAt(at) ?? 0;
    const to = at + (point > 0xffff ? 2 : 1);
    if ((kindOf(point) & IDEOGRAPH) !== 0) {
      if (from < at) yield { start: from, end: at };
      yield { start: at, end: to };
      from = to;
    }
    at = to;
  }
  if (from < end) yield { start: from, end };
}
