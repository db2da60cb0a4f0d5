/** The lines of a text that say something, with their ranges in it. */
import type { Range } from '../../../brand-guide/engine/types.ts';

/** `text` is the range as typed, without the blanks around it. */
export interface SourceLine extends Range {
  readonly text: string;
  /** Blank lines part paragraphs, numbered from 0. */
  readonly paragraph: number;
  readonly isIndented: boolean;
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/gu;

function* rangesOf(source: string): Iterable<Range> {
  let start = 0;
  for (const { index, 0: found } of source.matchAll(BREAK)) {
    yield { start, end: index };
    start = index + found.length;
  }
  yield { start, end: source.length };
}

export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let paragraph = 0;
  for (const { start, end } of rangesOf(source)) {
    const typed = source.slice(start, end);
    const text = typed.trim();
    const lead = typed.length - typed.trimStart().length;
    if (text !== '')
      lines.push({
        start: start + lead,
        end: start + lead + text.length,
        text,
        paragraph,
        isIndented: lead > 1,
      });
    else if (lines.at(-1)?.paragraph === paragraph) paragraph += 1;
  }
  return lines;
}
