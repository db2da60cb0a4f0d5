/** Parts Markdown into plain paragraphs, which need no parser, and the stretches between them, which do. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** One paragraph without any mark, entity or address. */
  readonly plain: boolean;
}

/** What could be more than text, wherever it stands, and at the beginning or the end of a line. */
const MARKED = /[*_`[<\\|~@\t\r]|&[\w#]|:\/\/|www\.|^[\s=+#>-]|^\d{1,9}[.)]|[ ]$/imu;
/** Definitions hold for the whole document, so their document is read as a whole. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/mu;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
/** Fences that stand inside other blocks are left to the parser, with the whole document. */
const INNER_FENCE = /^(?: {4}|\t| *(?:[-*+]|\d+[.)])[ \t]| *>).*(?:`{3}|~{3})/mu;
/** HTML blocks that a blank line does not end. */
const RAW = /<(?:script|pre|style|textarea|!--|\?|![A-Z]|!\[CDATA\[)/iu;

/** Chunks between blank lines. */
function* chunksOf(source: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const { index, 0: gap } of source.matchAll(/\n[ \t]*\n[ \t\n]*(?<=\n)/gu)) {
    yield { start, end: index + gap.length };
    start = index + gap.length;
  }
  if (start < source.length) yield { start, end: source.length };
}

/** Whether a paragraph may stand alone: what is before and after it is neither fenced nor raw. */
function isSimple(source: string): boolean {
  return (
    !DEFINITION.test(source) && !RAW.test(source) && !INNER_FENCE.test(source) && !source.startsWith('\uFEFF')
  );
}

/** In order, without gaps. Neighbours that need the parser are one stretch, so that a list goes on over blank lines. */
export function markdownStretches(source: string): Stretch[] {
  if (!isSimple(source)) return [{ start: 0, end: source.length, plain: false }];
  const found: Stretch[] = [];
  let fence = '';
  for (const { start, end } of chunksOf(source)) {
    const chunk = source.slice(start, end);
    const plain = fence === '' && !MARKED.test(chunk.trimEnd());
    if (!plain) fence = fenceAfter(chunk, fence);
    const last = found.at(-1);
    if (!plain && last && !last.plain) found[found.length - 1] = { ...last, end };
    else found.push({ start, end, plain });
  }
  return found;
}

/** The fence that is open after a chunk. */
function fenceAfter(chunk: string, open: string): string {
  let fence = open;
  if (!/`{3}|~{3}/u.test(chunk)) return fence;
  for (const line of chunk.split('\n')) {
    if (fence === '') fence = FENCE.exec(line)?.[1] ?? '';
    else if (CLOSING.exec(line)?.[1]?.startsWith(fence)) fence = '';
  }
  return fence;
}
