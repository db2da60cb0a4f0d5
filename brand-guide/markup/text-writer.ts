/** Puts a text together piece by piece, and keeps where each came from. */
import { sourceMapOf } from './source-map.ts';
import type { Piece } from './source-map.ts';
import type { SourceMap } from './types.ts';

export interface TextWriter {
  readonly length: () => number;
  /** The last character; empty where nothing is written. */
  readonly last: () => string;
  /** Writes what stands between two offsets of the source. */
  readonly copy: (start: number, end: number) => void;
  /** Writes a text that stands for what is between two offsets of the source. */
  readonly write: (text: string, start: number, end: number) => void;
  /** The text up to `end` with its map. */
  readonly read: (end?: number) => { readonly text: string; readonly map: SourceMap };
}

export function textWriter(source: string): TextWriter {
  const written: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let last = '';
  const add = (text: string, start: number, end: number, verbatim: boolean): void => {
    if (text === '') return;
    const before = pieces.at(-1);
    if (verbatim && before?.verbatim && before.end === start) pieces[pieces.length - 1] = { ...before, end };
    else pieces.push({ at: length, start, end, verbatim });
    written.push(text);
    length += text.length;
    last = text.slice(-1);
  };
  return {
    length: () => length,
    last: () => last,
    copy: (start, end) => add(source.slice(start, end), start, end, true),
    write: (text, start, end) => add(text, start, end, source.slice(start, end) === text),
    read: (end = length) => ({ text: written.join('').slice(0, end), map: sourceMapOf(pieces, end) }),
  };
}
