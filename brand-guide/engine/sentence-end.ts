/** Says where end marks and line ends end a sentence: the same in every engine, whose own dictionaries differ. */
import { IDEOGRAPH, kindOf } from './character.ts';
import { verdictOn } from './abbreviation.ts';
import type { Following } from './abbreviation.ts';
import type { Range } from './types.ts';

/** What joins the character before it. */
const JOINED = String.raw`[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200C\u200D]`;
const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|(?![©®™‼⁉])\p{Extended_Pictographic}${JOINED}*(?:(?<=\u200D)\p{Extended_Pictographic}${JOINED}*)*)`;
const MARK = String.raw`.!?…؟۔。！？．｡‼⁇⁈⁉\u037E`;
const LINE_END = String.raw`\r\n|[\n\r\u0085\u2028\u2029]`;

const candidates = (mark: string): RegExp =>
  new RegExp(`[${mark}](?:${JOINED}*[${mark}])*${JOINED}*|${LINE_END}`, 'gu');
const COMMON = candidates(MARK);
/** The Greek question mark is the semicolon. */
const GREEK = candidates(`${MARK};`);

const CLOSING = new RegExp(`(?:["'”’»›)\\]}」』）】》〉〕*_~]${JOINED}*)*`, 'uy');
const OPENING = /["'“‘«‹([{„¿¡「『（【《*_~\u2066-\u2069\u200E\u200F\u202A-\u202E]*/uy;
const SPACE = /\s*/uy;
const WORD = /[\p{L}\p{M}'’\u200C]{0,24}/uy;
const TRAILING_EMOJI = new RegExp(`(?:[^\\S\\n\\r]*(?![👉👇➡▶⬇🔗📍])${EMOJI})+(?=\\s|$|[#＃@])`, 'uy');
const BEGINS_EMOJI = new RegExp(EMOJI, 'uy');
const BULLET = /[•●◦▪■□‣⁃∙✓✔➤►‐–—*+-]\s|[•●◦▪■‣⁃∙✓✔➤►]|\p{Nd}{1,3}[.)]\s|[#＃]/uy;
const IS_JOINED = new RegExp(`^${JOINED}`, 'u');

/** Where nobody wraps lines: shorter ones end where their writer meant it. */
const LEAST_WIDTH = 60;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? at + found[0].length : at;
}

/** Past white space; a space that carries a mark is part of what follows. */
export function skipSpace(text: string, at: number): number {
  const end = endOf(SPACE, text, at);
  const carried =
    end > at &&
    IS_JOINED.test(text.slice(end, end + 2)) &&
    !/[\n\r\u0085\u2028\u2029]/u.test(text.charAt(end - 1));
  return carried ? end - 1 : end;
}

function kindOfWord(word: string): Following['kind'] {
  if (/^\p{Ll}(?!\p{Lu})/u.test(word)) return 'lower';
  if (/^\p{L}?[\p{Lu}\p{Lt}]/u.test(word)) return 'upper';
  return /^\p{L}/u.test(word) ? 'uncased' : 'other';
}

function followingAt(text: string, at: number): Following {
  const from = endOf(OPENING, text, at);
  const end = endOf(WORD, text, from);
  const word = text.slice(from, end);
  const kind = /^\p{Nd}/u.test(text.slice(from, from + 2)) ? 'digit' : kindOfWord(word);
  return { kind, word, initial: text.charAt(end) === '.' && /^\p{L}\p{M}*$/u.test(word) };
}

function isIdeograph(text: string, at: number): boolean {
  return at >= 0 && (kindOf(text.codePointAt(at) ?? 0) & IDEOGRAPH) !== 0;
}

interface Mark {
  readonly text: string;
  /** Where the sentence begins. */
  readonly open: number;
  /** The run of marks. */
  readonly run: Range;
  /** Behind quotation marks and brackets that close. */
  readonly closed: number;
  /** Behind the space after those. */
  readonly next: number;
  readonly language: string;
}

/** With nothing between the mark and the next character. */
function endsUnspaced({ text, run, closed }: Mark): boolean {
  const marks = text.slice(run.start, run.end);
  if (/[؟۔]/u.test(marks)) return true;
  if (endOf(BEGINS_EMOJI, text, closed) > closed) return true;
  if (/[!?]/u.test(marks)) return isIdeograph(text, closed) || /[#＃]/u.test(text.charAt(closed));
  if (marks === '.' && isIdeograph(text, closed)) return isIdeograph(text, run.start - 1);
  return (
    marks === '.' &&
    /\p{sc=Arabic}{2}$/u.test(text.slice(Math.max(0, run.start - 4), run.start)) &&
    /^\p{sc=Arabic}{2}/u.test(text.slice(closed, closed + 4))
  );
}

function endsAtStop({ text, open, run, next, language }: Mark, following: Following): boolean {
  if (following.kind === 'lower') return false;
  if (text.charAt(next) === '.') return false;
  return verdictOn(text, open, run.end, following, language) !== 'inside';
}

function endsSpaced(mark: Mark): boolean {
  const { text, run, closed, next } = mark;
  const marks = text.slice(run.start, run.end);
  if (endOf(BEGINS_EMOJI, text, next) > next || /[#＃@]/u.test(text.charAt(next))) return true;
  const following = followingAt(text, next);
  if (marks === '.') return endsAtStop(mark, following);
  if (/^(?:\.+|…+)$/u.test(marks)) return following.kind === 'upper' || following.kind === 'digit';
  if (/[,،;؛:–—]/u.test(text.charAt(next))) return false;
  return following.kind !== 'lower' || closed === run.end;
}

function ends(mark: Mark, limit: number): boolean {
  const { text, run, closed, next } = mark;
  if (next >= limit) return true;
  if (/[。！？｡]/u.test(text.slice(run.start, run.end))) return true;
  return next === closed ? endsUnspaced(mark) : endsSpaced(mark);
}

/** A line end is meant where the next word would still have fitted, and always before a list's item. */
function endAtLine(text: string, line: Range, next: number, width: number): number | undefined {
  if (endOf(BULLET, text, next) > next || endOf(BEGINS_EMOJI, text, next) > next) return line.end;
  const { kind, word } = followingAt(text, next);
  const fits = line.end - line.start + 1 + word.length <= width;
  return fits && kind !== 'lower' ? line.end : undefined;
}

function widthOf(text: string, { start, end }: Range): number {
  return text
    .slice(start, end)
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length), LEAST_WIDTH);
}

function findAt(pattern: RegExp, text: string, at: number): Range | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Where the sentence that the mark stands in ends; undefined where it goes on. */
function endAtMark(mark: Mark, limit: number): number | undefined {
  if (!ends(mark, limit)) return undefined;
  return Math.max(mark.closed, endOf(TRAILING_EMOJI, mark.text, mark.closed));
}

/** Where sentences end in a paragraph, and where the next begin: `[end, start]` in order. */
export function* sentenceEnds(
  text: string,
  paragraph: Range,
  language: string,
): Iterable<readonly [number, number]> {
  const pattern = language === 'el' ? GREEK : COMMON;
  const width = widthOf(text, paragraph);
  let open = skipSpace(text, paragraph.start);
  let line = paragraph.start;
  let run = findAt(pattern, text, open);
  while (run && run.start < paragraph.end) {
    const isLineEnd = /^\s/u.test(text.charAt(run.start));
    const closed = isLineEnd ? run.start : endOf(CLOSING, text, run.end);
    const next = skipSpace(text, Math.max(closed, run.end));
    const end = isLineEnd
      ? endAtLine(text, { start: line, end: run.start }, next, width)
      : endAtMark({ text, open, run, closed, next, language }, paragraph.end);
    if (isLineEnd) line = run.end;
    if (end !== undefined) {
      open = skipSpace(text, end);
      yield [end, open];
      const newline = text.slice(end, open).lastIndexOf('\n');
      if (newline >= 0) line = end + newline + 1;
    }
    run = findAt(pattern, text, end === undefined ? run.end : open);
  }
}
