/** Collects the blocks of a document while a reader walks over its source. */
import type { Range } from '../engine/types.ts';
import { textWriter } from './text-writer.ts';
import type { TextWriter } from './text-writer.ts';
import type { Block, Comment, Inline, InlineKind, SourceDocument } from './types.ts';

type Opening = Pick<Block, 'kind' | 'level' | 'within'>;

interface OpenInline {
  readonly kind: InlineKind;
  readonly at: number;
  readonly start: number;
  readonly target: string | undefined;
}

interface OpenBlock {
  readonly opening: Opening;
  readonly start: number;
  readonly writer: TextWriter;
  readonly inlines: Inline[];
  readonly open: OpenInline[];
}

export interface BlockWriter {
  /** Opens a block at an offset of the source; one opened inside another is a block of its own. */
  readonly open: (opening: Opening, start: number) => void;
  readonly close: (end: number) => void;
  readonly isOpen: () => boolean;
  /** Writes prose; without an open block it is lost. */
  readonly copy: (start: number, end: number) => void;
  readonly write: (text: string, start: number, end: number) => void;
  /** The last character that the open block has. */
  readonly last: () => string;
  readonly enter: (kind: InlineKind, start: number, target?: string) => void;
  /** Ends the innermost of its kind, and what was left open inside it. */
  readonly leave: (kind: InlineKind, end: number, target?: string) => void;
  /** An inline without text of its own. */
  readonly mark: (kind: 'image' | 'html', start: number, end: number, target?: string) => void;
  readonly comment: (start: number, end: number, text: string) => void;
  /** Where a link goes, as the source writes it. */
  readonly target: (range: Range) => void;
  readonly done: () => Pick<SourceDocument, 'blocks' | 'comments' | 'targets'>;
}

const isProse = ({ opening: { kind } }: OpenBlock): boolean => kind !== 'code' && kind !== 'raw';

function inline({ kind, at, start, target }: OpenInline, reached: number, end: number): Inline {
  return { kind, start: at, end: reached, source: { start, end }, ...(target !== undefined && { target }) };
}

/** Undefined for a block without a word: an empty cell, a paragraph of pictures. */
function finish(block: OpenBlock, end: number): Block | undefined {
  const whole = block.writer.read().text;
  const text = isProse(block) ? whole.trimEnd() : whole;
  if (text === '') return undefined;
  const reached = text.length;
  const left = block.open.map((one) => inline(one, reached, end));
  const inlines = [...block.inlines, ...left]
    .map((one) => ({ ...one, start: Math.min(one.start, reached), end: Math.min(one.end, reached) }))
    .toSorted((a, b) => a.source.start - b.source.start || b.source.end - a.source.end);
  const { map } = block.writer.read(reached);
  return { ...block.opening, text, map, source: { start: block.start, end }, inlines };
}

function blockStack(source: string) {
  const blocks: Block[] = [];
  const stack: OpenBlock[] = [];
  return {
    top: (): OpenBlock | undefined => stack.at(-1),
    open: (opening: Opening, start: number): void => {
      stack.push({ opening, start, writer: textWriter(source), inlines: [], open: [] });
    },
    close: (end: number): void => {
      const block = stack.pop();
      const finished = block && finish(block, end);
      if (finished) blocks.push(finished);
    },
    done: (): Block[] =>
      blocks.toSorted((a, b) => a.source.start - b.source.start || b.source.end - a.source.end),
  };
}

function leave({ open, inlines, writer }: OpenBlock, kind: InlineKind, end: number, target?: string): void {
  const from = open.findLastIndex((one) => one.kind === kind);
  for (const [at, one] of (from < 0 ? [] : open.splice(from)).entries())
    inlines.push(inline(at === 0 && target !== undefined ? { ...one, target } : one, writer.length(), end));
}

const isEmptyProse = (block: OpenBlock): boolean => isProse(block) && block.writer.length() === 0;

export function blockWriter(source: string): BlockWriter {
  const { top, open, close, done } = blockStack(source);
  const comments: Comment[] = [];
  const targets: Range[] = [];
  return {
    open,
    close,
    isOpen: () => top() !== undefined,
    copy: (start, end) => {
      const block = top();
      const skipped = block && isEmptyProse(block);
      const piece = source.slice(start, end);
      block?.writer.copy(skipped ? end - piece.trimStart().length : start, end);
    },
    write: (text, start, end) => {
      const block = top();
      if (block && !(isEmptyProse(block) && text.trim() === '')) block.writer.write(text, start, end);
    },
    last: () => top()?.writer.last() ?? '',
    enter: (kind, start, target) => {
      const block = top();
      block?.open.push({ kind, at: block.writer.length(), start, target });
    },
    leave: (kind, end, target) => {
      const block = top();
      if (block) leave(block, kind, end, target);
    },
    mark: (kind, start, end, target) => {
      const block = top();
      const at = block?.writer.length() ?? 0;
      block?.inlines.push(inline({ kind, at, start, target }, at, end));
    },
    comment: (start, end, text) => void comments.push({ start, end, text: text.trim() }),
    target: ({ start, end }) => void (end > start && targets.push({ start, end })),
    done: () => ({ blocks: done(), comments, targets: targets.toSorted((a, b) => a.start - b.start) }),
  };
}
