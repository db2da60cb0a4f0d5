/** Turns offsets of a source into lines and columns, columns counted in code points. */

export interface SourcePosition {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

const SURROGATE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Reads the source once; look-ups in order of place count each line once. */
export function sourcePositions(source: string): (offset: number) => SourcePosition {
  const starts = [0];
  for (const { 0: mark, index } of source.matchAll(/\r\n|\n|\r/gu)) starts.push(index + mark.length);
  const wide = /[\uD800-\uDBFF]/.test(source);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low] ?? 0;
    const pairs = wide ? (source.slice(start, offset).match(SURROGATE)?.length ?? 0) : 0;
    return { line: low + 1, column: offset - start - pairs + 1 };
  };
}
