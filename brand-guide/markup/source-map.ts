/** Keeps where each character of a text was read from. */
import type { Range } from '../engine/types.ts';
import type { SourceMap } from './types.ts';

/** A stretch of the text from `at` to the next piece's, and what it was read from. */
export interface Piece extends Range {
  readonly at: number;
  /** The source has the same characters; otherwise an entity, an escape, a line end or nothing stands there. */
  readonly verbatim: boolean;
}

function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** `pieces` in order of the text, from 0 on; their sources may lie in any order. */
export function sourceMapOf(pieces: readonly Piece[], length: number): SourceMap {
  const startOf = (offset: number): number => {
    const piece = pieces[pieceAt(pieces, offset)];
    if (!piece) return 0;
    return piece.verbatim ? Math.min(piece.start + offset - piece.at, piece.end) : piece.start;
  };
  const endOf = (offset: number): number => {
    if (offset <= 0) return startOf(0);
    const piece = pieces[pieceAt(pieces, offset - 1)];
    if (!piece) return 0;
    return piece.verbatim ? Math.min(piece.start + offset - piece.at, piece.end) : piece.end;
  };
  const isVerbatim = ({ start, end }: Range): boolean => {
    const last = pieceAt(pieces, Math.max(start, end - 1));
    for (let at = pieceAt(pieces, start); at <= last; at++) {
      const piece = pieces[at];
      if (!piece?.verbatim) return false;
      if (at < last && pieces[at + 1]?.start !== piece.end) return false;
    }
    return true;
  };
  return {
    toSource: (offset) => (offset >= length ? endOf(length) : startOf(offset)),
    toRange: ({ start, end }) => {
      if (start >= end) return { start: endOf(start), end: endOf(start) };
      const from = startOf(start);
      return { start: from, end: Math.max(from, endOf(end)) };
    },
    isVerbatim,
  };
}

/** Of a text that is a stretch of its source, from `start` on. */
export function stretchMap(start: number, length: number): SourceMap {
  return sourceMapOf([{ at: 0, start, end: start + length, verbatim: true }], length);
}
