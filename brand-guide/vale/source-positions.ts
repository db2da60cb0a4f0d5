/** Turns offsets of a source into lines and columns, columns counted in code points. */
import { lineAt, lineStarts } from '../engine/positions.ts';

export interface SourcePosition {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

const SURROGATE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Reads the source once. */
export function sourcePositions(source: string): (offset: number) => SourcePosition {
  const starts = lineStarts(source);
  const wide = /[\uD800-\uDBFF]/.test(source);
  return (offset) => {
    const line = lineAt(starts, offset);
    const start = starts[line] ?? 0;
    const pairs = wide ? (source.slice(start, offset).match(SURROGATE)?.length ?? 0) : 0;
    return { line: line + 1, column: offset - start - pairs + 1 };
  };
}
