/** Finds what floods a text: filler lines, invisible padding, walls of emoji and of tags, letters drawn out. */
import limits from '../rules/data/caption-flood.json' with { type: 'json' };
import { emojiIn } from './emoji.ts';
import type { Fix, Range, Scope } from './types.ts';

export interface Flood extends Range {
  readonly kind: 'filler' | 'padding' | 'emoji' | 'hashtags' | 'letters';
  /** How many lines, characters, emoji or tags. */
  readonly count: number;
  readonly fix?: Fix;
  readonly suggestions?: readonly string[];
}

/** Blank to the eye, though no white space to a program: Braille blank and the Hangul fillers. */
const BLANK = String.raw`\u2800\u3164\u115F\u1160\uFFA0`;
const ZERO_WIDTH = String.raw`\u200B\u2060\uFEFF\u180E`;
const DOT = '.·•∙‧・˙⋅．。';

const FILLER_LINE = new RegExp(
  `^(?:[${BLANK}${ZERO_WIDTH}\\s]*[${DOT}${BLANK}])+[${BLANK}${ZERO_WIDTH}\\s]*$`,
  'u',
);
const ANY_FILLER = new RegExp(`[${DOT}${BLANK}]`, 'u');
const EMPTY_LINE = new RegExp(`^[${ZERO_WIDTH}\\s]*$`, 'u');
const PADDING = new RegExp(`(?:[${BLANK}${ZERO_WIDTH}][^\\S\\r\\n]*){2,}`, 'gu');
const ANY_PADDING = new RegExp(`[${BLANK}${ZERO_WIDTH}]`, 'u');
const HAS_BLANK = new RegExp(`[${BLANK}]`, 'u');
/** Ideographs, kana and Thai repeat to laugh, and no word of theirs is drawn out. */
const DRAWN_OUT = new RegExp(
  `(?![\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\u0640])(\\p{L})\\1{${limits.letters},}`,
  'giu',
);

interface Line extends Range {
  readonly text: string;
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/gu), ({ 0: line, index }) => ({
    text: line,
    start: index,
    end: index + line.length,
  }));
}

function isFiller({ text }: Line): boolean {
  return ANY_FILLER.test(text) && FILLER_LINE.test(text);
}

/** Lines in a row that pass a test; empty lines between them do not end the row. */
function rows(lines: readonly Line[], passes: (line: Line) => boolean): (readonly Line[])[] {
  const found: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (passes(line)) {
      if (open) open.push(line);
      else found.push((open = [line]));
    } else if (!EMPTY_LINE.test(line.text)) open = undefined;
  }
  return found;
}

/** Lines of lone dots and blanks; the fix leaves one empty line between the words around them. */
export function fillerLines(text: string): Flood[] {
  return rows(linesOf(text), isFiller).flatMap((row) => {
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) return [];
    const start = text.slice(0, first.start).trimEnd().length;
    const end = text.length - text.slice(last.end).trimStart().length;
    const gap = start === 0 || end === text.length ? '' : '\n\n';
    return [
      {
        kind: 'filler',
        start: first.start,
        end: last.end,
        count: row.length,
        fix: { start, end, text: gap },
      },
    ];
  });
}

/** Invisible characters in a row. */
export function padding(text: string): Flood[] {
  if (!ANY_PADDING.test(text)) return [];
  return Array.from(text.matchAll(PADDING), ({ 0: run, index }): Flood => {
    const [start, end] = [index, index + run.trimEnd().length];
    const apart = HAS_BLANK.test(run) && /\S/u.test(text.charAt(start - 1)) && /\S/u.test(text.charAt(end));
    const count = [...run.replaceAll(/\s/gu, '')].length;
    return { kind: 'padding', start, end, count, fix: { start, end, text: apart ? ' ' : '' } };
  });
}

/** Ranges with nothing but white space between them, more than `most` of them. */
function walls(text: string, ranges: readonly Range[], most: number): (readonly Range[])[] {
  const found: Range[][] = [];
  for (const range of ranges) {
    const open = found.at(-1);
    if (open && text.slice(open.at(-1)?.end, range.start).trim() === '') open.push(range);
    else found.push([range]);
  }
  return found.filter((wall) => wall.length > most);
}

function span(kind: Flood['kind'], ranges: readonly Range[]): Flood {
  return { kind, start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0, count: ranges.length };
}

export function emojiWalls(text: string): Flood[] {
  return walls(text, emojiIn(text), limits.emoji).map((wall) => span('emoji', wall));
}

/** Too many tags in a row, or too many lines of nothing but tags. */
export function tagWalls(text: string, scopes: readonly Scope[]): Flood[] {
  const tags = scopes.filter(({ kind }) => kind === 'hashtag');
  const long = walls(text, tags, limits.hashtags);
  const tall = walls(text, tags, 1).filter((wall) => {
    const { start, end } = span('hashtags', wall);
    const lines = text.slice(start, end).split(/\r\n|\n|\r/u);
    if (lines.filter((line) => line.trim() !== '').length <= limits.tagLines) return false;
    return text.slice(text.lastIndexOf('\n', start) + 1, start).trim() === '';
  });
  return [...new Set([...long, ...tall])].map((wall) => span('hashtags', wall));
}

/** Whether three units from the letters on are the same: without, no letter is drawn out. */
function repeats(text: string): boolean {
  for (let at = 2; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x40 && unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2)) return true;
  }
  return false;
}

/** A letter four times or more in a row; the word is meant with one of it, or with two. */
export function drawnOut(text: string): Flood[] {
  if (!repeats(text)) return [];
  return Array.from(text.matchAll(DRAWN_OUT), ({ 0: run, 1: letter = '', index }) => ({
    kind: 'letters',
    start: index,
    end: index + run.length,
    count: run.length / letter.length,
    suggestions: [letter, letter + letter],
  }));
}
