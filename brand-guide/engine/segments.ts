/** Cuts a text into paragraphs, sentences and words, in time linear in the text. */
import { IDEOGRAPH, kindOf } from './character.ts';
import { languageOf } from './locale.ts';
import { sentenceEnds, skipSpace } from './sentence-end.ts';
import type { Range, Scope } from './types.ts';
import { matchesOf } from './matches-of.ts';

const PARAGRAPH_END = /(?:\r?\n[^\S\n]*){2,}|\u2029\s*/gu;
const JOINED = String.raw`\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200C\u200D\u00AD\u2060`;
/** Marks inside a word: between letters an apostrophe, a hyphen or a dot; between digits a comma or a colon. */
const WORD = new RegExp(
  String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{Pc}${JOINED}]|['’.‑-](?=[\p{L}\p{N}])|(?<=\p{N})[,:٫٬](?=\p{N}))*`,
  'gu',
);
const JOINS = new RegExp(`[${JOINED}]`, 'u');
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}]/u;

/** Paragraphs: an empty line ends one. */
export function paragraphsOf(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const { index } of matchesOf(text, PARAGRAPH_END)) {
    found.push({ start, end: index });
    start = skipSpace(text, index);
  }
  found.push({ start, end: text.length });
  return found.filter((one) => /\S/u.test(text.slice(one.start, one.end)));
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Sentences in order, without the white space around them; none crosses a paragraph. */
export function sentencesOf(text: string, locale: string): Range[] {
  const language = languageOf(locale);
  const found: Range[] = [];
  for (const paragraph of paragraphsOf(text)) {
    let start = skipSpace(text, paragraph.start);
    for (const [end, next] of sentenceEnds(text, paragraph, language)) {
      found.push({ start, end: trimmedEnd(text, start, end) });
      start = next;
    }
    if (start < paragraph.end) found.push({ start, end: trimmedEnd(text, start, paragraph.end) });
  }
  return found.filter((one) => one.end > one.start);
}

function isClosed({ kind }: Scope): boolean {
  return kind !== 'quotation';
}

/** Words in order. What is a scope but a quotation holds none; a Han, kana or Thai run is cut into its characters. */
export function wordsOf(text: string, scopes: readonly Scope[]): Range[] {
  const closed = scopes.filter(isClosed);
  const mayBeUnspaced = UNSPACED.test(text);
  const found: Range[] = [];
  let next = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const end = index + word.length;
    while ((closed[next]?.end ?? Infinity) <= index) next++;
    if ((closed[next]?.start ?? Infinity) < end) continue;
    if (mayBeUnspaced && UNSPACED.test(word)) found.push(...cut(text, index, end));
    else found.push({ start: index, end });
  }
  return found;
}

function isUnspaced(point: number): boolean {
  return (kindOf(point) & IDEOGRAPH) !== 0 || (point >= 0x0e00 && point <= 0x0e7f);
}

function isJoined(point: number): boolean {
  return JOINS.test(String.fromCodePoint(point));
}

function* cut(text: string, start: number, end: number): Iterable<Range> {
  let from = start;
  let alone = false;
  for (let at = start; at < end;) {
    const point = text.codePointAt(at) ?? 0;
    const joined = at > from && isJoined(point);
    if (!joined && (alone || isUnspaced(point))) {
      if (from < at) yield { start: from, end: at };
      from = at;
      alone = isUnspaced(point);
    }
    at += point > 0xffff ? 2 : 1;
  }
  if (from < end) yield { start: from, end };
}
