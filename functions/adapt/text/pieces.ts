/** Parts a text into the pieces that its blocks are made of: sentences, items, small print, hashtags, handles. */
import type { Range } from '../../../brand-guide/engine/types.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { endsSentence, splitSentences } from '../sentences.ts';
import { isLegal } from './legal.ts';
import { shapeOf, type LineShape } from './line-shape.ts';
import { sourceLines, type SourceLine } from './source-lines.ts';

export interface Piece extends Range {
  readonly kind: 'text' | 'heading' | 'detail' | 'legal' | 'hashtags' | 'mentions' | 'marks';
  /** Without the mark of a heading or an item. */
  readonly text: string;
  readonly line: number;
  readonly paragraph: number;
  readonly emoji?: string;
  readonly channel?: ChannelId;
}

interface Shaped extends SourceLine {
  readonly shape: LineShape;
  readonly number: number;
}

/** Beyond it a line is a story, in which no small print and no hashtags are looked for. */
const LONGEST = 4_000;
const TAIL = /(?<=\s)(?:[#＃][\p{L}\p{M}\p{N}_\u200C]+\s*)+$/u;
const TAG = /[#＃]/gu;
const FRONT_MATTER_MOST = 50;

/** Where the body begins behind YAML front matter, as an index of lines. */
function behindFrontMatter(lines: readonly SourceLine[]): number {
  if (lines[0]?.text !== '---' || !/^[\p{L}][\p{L}\p{N}_-]*:/u.test(lines[1]?.text ?? '')) return 0;
  const close = lines.slice(1, FRONT_MATTER_MOST).findIndex(({ text }) => text === '---' || text === '...');
  return close < 0 ? 0 : close + 2;
}

/** An emoji or a number leads an item only where its neighbour has one too. */
const inRun = (lines: readonly Shaped[], at: number): boolean => {
  const is = lines[at]?.shape.is;
  return lines[at + 1]?.shape.is === is || (at > 1 && lines[at - 1]?.shape.is === is);
};

const pieceOf = (line: Shaped, kind: Piece['kind'], rest: Partial<Piece> = {}): Piece => ({
  kind,
  start: line.start,
  end: line.end,
  text: line.text,
  line: line.number,
  paragraph: line.paragraph,
  ...rest,
});

/** Hashtags behind a sentence, or several of them behind anything, are no words of it. */
function tailOf(text: string, locale: string): number {
  const tail = TAIL.exec(text);
  if (!tail) return text.length;
  const ahead = text.slice(0, tail.index).trimEnd();
  return endsSentence(ahead, locale) || (tail[0].match(TAG) ?? []).length > 1 ? tail.index : text.length;
}

/** Neighbours of one kind in a line are one piece of small print. */
function* sentencesOf(line: Shaped, text: string, locale: string): Iterable<Piece> {
  let cursor = 0;
  let open: Piece | undefined;
  for (const sentence of splitSentences(text, locale)) {
    const from = Math.max(cursor, text.indexOf(sentence.text, cursor));
    cursor = from + sentence.text.length;
    const kind = isLegal(sentence.text, locale) ? 'legal' : 'text';
    const piece = pieceOf(line, kind, {
      start: line.start + from,
      end: line.start + cursor,
      text: sentence.text,
    });
    if (open?.kind === 'legal' && kind === 'legal')
      open = { ...open, end: piece.end, text: text.slice(open.start - line.start, cursor) };
    else {
      if (open) yield open;
      open = piece;
    }
  }
  if (open) yield open;
}

function textPieces(line: Shaped, locale: string): readonly Piece[] {
  const { text, start, end } = line;
  if (text.length > LONGEST) return [pieceOf(line, 'text')];
  const cut = tailOf(text, locale);
  const tags = pieceOf(line, 'hashtags', { start: start + cut, end, text: text.slice(cut) });
  return [...sentencesOf(line, text.slice(0, cut), locale), ...(cut < text.length ? [tags] : [])];
}

function linePieces(lines: readonly Shaped[], at: number, locale: string): readonly Piece[] {
  const line = lines[at];
  if (!line) return [];
  const { shape } = line;
  switch (shape.is) {
    case 'marks':
      return [pieceOf(line, 'marks')];
    case 'hashtags':
      return [pieceOf(line, 'hashtags')];
    case 'handles':
      return [pieceOf(line, 'mentions', shape.channel ? { channel: shape.channel } : {})];
    case 'heading':
      return [pieceOf(line, 'heading', { text: shape.text })];
    case 'item': {
      const { is: _, ...said } = shape;
      return [
        isLegal(shape.text, locale)
          ? pieceOf(line, 'legal', { text: shape.text })
          : pieceOf(line, 'detail', said),
      ];
    }
    case 'emoji-first':
    case 'numbered': {
      const { is: _, ...said } = shape;
      return inRun(lines, at) ? [pieceOf(line, 'detail', said)] : textPieces(line, locale);
    }
    case 'text':
      return textPieces(line, locale);
    default:
      return shape satisfies never;
  }
}

/** An indented line below an item goes on with it. */
function continued(pieces: Piece[], line: Shaped): boolean {
  const last = pieces.at(-1);
  if (last?.kind !== 'detail' || !line.isIndented || line.shape.is !== 'text') return false;
  if (last.paragraph !== line.paragraph) return false;
  pieces[pieces.length - 1] = { ...last, end: line.end, text: `${last.text} ${line.text}` };
  return true;
}

/** In order; together they hold every character that is not blank. */
export function piecesOf(source: string, locale: string): readonly Piece[] {
  const all = sourceLines(source);
  const from = behindFrontMatter(all);
  const lines = all.map((line, number): Shaped => ({
    ...line,
    number,
    shape: number < from ? { is: 'marks' } : shapeOf(line.text),
  }));
  const pieces: Piece[] = [];
  for (const [at, line] of lines.entries())
    if (!continued(pieces, line)) for (const piece of linePieces(lines, at, locale)) pieces.push(piece);
  return pieces;
}
