/** A source with stretches replaced, and the way back to where they were. */
import { sourceMapOf } from '../markup/source-map.ts';
import type { Piece } from '../markup/source-map.ts';
import type { SourceMap } from '../markup/types.ts';
import { MappedBuffer, sliced, stretch } from './mapped.ts';
import type { Mapped } from './token.ts';

/** One replacement: white space and marks of its own around a part of what was there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  /** What stays of the text. */
  readonly kept: { readonly start: number; readonly end: number };
  readonly after: string;
}

export function whole(source: string): Mapped {
  return stretch(source, 0, source.length);
}

function mark(text: string, pieces: readonly Piece[], last: boolean): Mapped {
  const at = (last ? pieces.at(-1)?.end : pieces[0]?.start) ?? 0;
  return { text, pieces: [{ at: 0, start: at, end: at, verbatim: false }] };
}

/** In order of place, none over another. */
export function withEdits(mapped: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return mapped;
  const buffer = new MappedBuffer();
  let at = 0;
  for (const { start, end, before, kept, after } of edits) {
    const middle = sliced(mapped, kept.start, kept.end);
    buffer.add(sliced(mapped, at, start));
    buffer.add(mark(before, middle.pieces, false));
    buffer.add(middle);
    buffer.add(mark(after, middle.pieces, true));
    at = end;
  }
  buffer.add(sliced(mapped, at));
  return buffer.taken();
}

/** `inner` maps into a text that `outer` maps on. */
export function composed(inner: SourceMap, outer: SourceMap): SourceMap {
  return {
    toSource: (offset) => outer.toSource(inner.toSource(offset)),
    toRange: (range) => outer.toRange(inner.toRange(range)),
    isVerbatim: (range) => inner.isVerbatim(range) && outer.isVerbatim(inner.toRange(range)),
  };
}

export function mapOf({ text, pieces }: Mapped): SourceMap {
  return sourceMapOf(pieces, text.length);
}
