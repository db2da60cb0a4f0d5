/** The blocks of a text: a headline above, a call to action, and what stands between and below them. */
import type { Mention } from '../../../brand-guide/facts/types.ts';
import { endsSentence } from '../sentences.ts';
import { callIn, type Call } from './call.ts';
import { withoutMarks } from './inline-marks.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { Block } from '../../core/free-text.ts';

/** Code points: a longer line is a story. */
const HEADLINE_MOST = 120;

const isProse = (piece: Piece | undefined): boolean => piece?.kind === 'text' || piece?.kind === 'heading';

/** A line that goes on in lower case below was only wrapped. */
const isWrapped = (last: Piece, next: Piece | undefined, locale: string): boolean =>
  next?.paragraph === last.paragraph && !endsSentence(last.text, locale) && /^\p{Ll}/u.test(next.text);

/** The pieces of the first line of prose, where that is short; `from` equals `to` where there is no headline. */
function headlineIn(
  source: string,
  pieces: readonly Piece[],
  locale: string,
): { readonly from: number; readonly to: number } {
  const from = pieces.findIndex(isProse);
  const none = { from: 0, to: 0 };
  const first = pieces[from];
  if (!first) return none;
  let to = from + 1;
  while (pieces[to]?.line === first.line && pieces[to]?.kind === 'text') to += 1;
  const last = pieces[to - 1] ?? first;
  if (first.kind === 'heading') return { from, to: from + 1 };
  const said = source.slice(first.start, Math.min(last.end, first.start + 2 * HEADLINE_MOST + 1));
  return Array.from(said).length <= HEADLINE_MOST && !isWrapped(last, pieces[to], locale)
    ? { from, to }
    : none;
}

const typed = (source: string, first: Piece, last: Piece): string =>
  first === last ? first.text : source.slice(first.start, last.end);

/** Lines as typed, each without the blanks around it. */
function bodyBlock(source: string, pieces: readonly [Piece, ...Piece[]]): Block {
  const lines = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const line = lines.get(piece.line);
    if (line) line.push(piece);
    else lines.set(piece.line, [piece]);
  }
  const said = [...lines.values()].flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    return first && last ? [typed(source, first, last)] : [];
  });
  const last = pieces.at(-1) ?? pieces[0];
  return { kind: 'body', start: pieces[0].start, end: last.end, text: withoutMarks(said.join('\n')) };
}

const markedAs = (
  source: string,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Omit<Block, 'kind'> => {
  const first = pieces[from];
  const last = pieces[to - 1];
  if (!first || !last) return { start: 0, end: 0, text: '' };
  return { start: first.start, end: last.end, text: withoutMarks(typed(source, first, last)) };
};

function otherBlock({ kind, start, end, text, emoji, channel }: Piece): Block {
  return {
    kind: kind === 'text' || kind === 'heading' ? 'body' : kind,
    start,
    end,
    text: withoutMarks(text),
    ...(emoji !== undefined && { emoji }),
    ...(channel && { channel }),
  };
}

function callBlock(pieces: readonly Piece[], { from, to, text, url }: Call): Block {
  return { kind: 'cta', start: pieces[from]?.start ?? 0, end: pieces[to - 1]?.end ?? 0, text, url };
}

/** Every character that is not blank is in one of them. */
export function blocksOf(source: string, mentions: readonly Mention[], locale: string): readonly Block[] {
  const pieces = piecesOf(source, locale);
  const headline = headlineIn(source, pieces, locale);
  const call = callIn(source, pieces, mentions, headline.to, locale);
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (!piece) break;
    let to = at + 1;
    if (at === headline.from && headline.to > at) {
      to = headline.to;
      blocks.push({ kind: 'headline', ...markedAs(source, pieces, at, to) });
    } else if (at === call?.from) {
      to = call.to;
      blocks.push(callBlock(pieces, call));
    } else if (isProse(piece)) {
      while (to !== call?.from && isProse(pieces[to]) && pieces[to]?.paragraph === piece.paragraph) to += 1;
      blocks.push(bodyBlock(source, [piece, ...pieces.slice(at + 1, to)]));
    } else blocks.push(otherBlock(piece));
    at = to;
  }
  return blocks;
}
