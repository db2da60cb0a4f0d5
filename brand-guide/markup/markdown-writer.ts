/** Writes the prose of Markdown into blocks, event by event of its parser. */
import type { BlockWriter } from './block-writer.ts';
import { writeFlow, writeInside } from './html-flow.ts';
import { htmlTokens, readReference } from './html-tokens.ts';
import { CONTAINERS, COPIED, INLINES, MUTE, openingOf } from './markdown-tokens.ts';
import type { Event, Token } from './markdown-tokens.ts';
import { textWriter } from './text-writer.ts';
import type { TextWriter } from './text-writer.ts';
import type { Range } from '../engine/types.ts';
import type { Container } from './types.ts';

/** Where the walk over the events stands. */
interface Walk {
  readonly containers: Container[];
  /** The links and pictures that are open. */
  readonly open: { readonly isLink: boolean; target: Range | undefined }[];
  /** How many elements are open whose content is no prose. */
  mute: number;
  inCodeText: boolean;
  inCodeBlock: boolean;
  /** Whether the line end to come is one to the reader too. */
  hard: boolean;
  /** The HTML block that is open, without what stands before its lines. */
  html: TextWriter | undefined;
}

interface Place {
  readonly writer: BlockWriter;
  readonly source: string;
  readonly walk: Walk;
}

/** Tables write a bar inside code with a backslash before it. */
function copyCode({ writer, source, walk }: Place, start: number, end: number): void {
  let from = start;
  while (walk.containers.includes('table')) {
    const bar = source.indexOf('\\|', from);
    if (bar < 0 || bar >= end) break;
    writer.copy(from, bar);
    writer.write('|', bar, bar + 2);
    from = bar + 2;
  }
  writer.copy(from, end);
}

function lineEndAt(source: string, start: number): number {
  return source.startsWith('\r\n', start) ? 2 : 1;
}

function endLine({ writer, walk }: Place, start: number, end: number): void {
  // The line end behind a fence belongs to the fence.
  if (walk.inCodeBlock && writer.last() === '') return;
  if (walk.hard) writer.enter('break', start);
  writer.write(walk.inCodeText ? ' ' : '\n', start, end);
  if (walk.hard) writer.leave('break', end);
  walk.hard = false;
}

function leaf(place: Place, type: string, start: number, end: number): void {
  const { writer, source, walk } = place;
  if (walk.mute > 0) return;
  if (COPIED.has(type)) writer.copy(start, end);
  else if (type === 'codeTextData') copyCode(place, start, end);
  else if (type === 'characterEscape') writer.write(source.slice(start + 1, end), start, end);
  else if (type === 'characterReference') writer.write(readReference(source.slice(start, end)), start, end);
  else if (type === 'lineEnding') endLine(place, start, end);
  else if (type === 'hardBreakTrailing' || type === 'hardBreakEscape') walk.hard = true;
}

function enter({ writer, source, walk }: Place, type: string, start: number, end: number): void {
  const opening = openingOf(type, source.slice(start, end), [...walk.containers]);
  if (opening) writer.open(opening, start);
  if (type === 'definition') writer.copy(start, end);
  const inline = INLINES[type];
  if (inline) writer.enter(inline, start);
  if (type === 'link' || type === 'image') walk.open.push({ isLink: type === 'link', target: undefined });
  if (type === 'htmlFlow') walk.html = textWriter(source);
  if (type === 'codeText') walk.inCodeText = true;
  if (opening?.kind === 'code') walk.inCodeBlock = true;
  if (MUTE.has(type)) walk.mute++;
  const container = CONTAINERS[type];
  if (container) walk.containers.push(container);
}

function leave({ writer, source, walk }: Place, type: string, start: number, end: number): void {
  if (CONTAINERS[type]) walk.containers.pop();
  if (MUTE.has(type)) walk.mute--;
  const closed = type === 'link' || type === 'image' ? walk.open.pop() : undefined;
  const target = closed?.target && source.slice(closed.target.start, closed.target.end);
  if (closed?.isLink && closed.target) writer.target(closed.target);
  const inline = INLINES[type];
  if (inline)
    writer.leave(
      inline,
      end,
      type.endsWith('utolink') ? source.slice(start, end).replaceAll(/^<|>$/gu, '') : target,
    );
  if (type === 'codeText') walk.inCodeText = false;
  if (!openingOf(type, '', [])) return;
  walk.inCodeBlock = false;
  writer.close(end);
  if (type === 'image') writer.mark('image', start, end, target);
}

function gather(gathered: TextWriter, type: string, start: number, end: number): void {
  if (type === 'htmlFlowData' || type === 'lineEnding' || type === 'lineEndingBlank')
    gathered.copy(start, end);
}

function writeHtmlBlock({ writer, walk }: Place): void {
  const { text = '', map } = walk.html?.read() ?? {};
  walk.html = undefined;
  if (map)
    writeFlow(writer, { html: text, at: map.toSource, within: [...walk.containers] }, htmlTokens(text));
}

function writeHtmlTag({ writer, source, walk }: Place, start: number, end: number): void {
  const html = source.slice(start, end);
  writeInside(
    writer,
    { html, at: (offset) => start + offset, within: [...walk.containers] },
    htmlTokens(html),
  );
}

function takeExit(place: Place, type: string, start: number, end: number): void {
  const { walk } = place;
  if (type === 'htmlFlow') return writeHtmlBlock(place);
  if (walk.html) return gather(walk.html, type, start, end);
  const innermost = walk.open.at(-1);
  if (type === 'resourceDestinationString' && innermost) innermost.target = { start, end };
  if (type === 'definitionDestinationString') place.writer.target({ start, end });
  leaf(place, type, start, end);
  leave(place, type, start, end);
  if (type === 'htmlText' && walk.mute === 0) writeHtmlTag(place, start, end);
}

const start = (): Walk => ({
  containers: [],
  open: [],
  mute: 0,
  inCodeText: false,
  inCodeBlock: false,
  hard: false,
  html: undefined,
});

export type TakeEvent = (step: Event[0], token: Token) => void;

/** @param base where in the source the parser's text begins. */
export function markdownWriter(writer: BlockWriter, source: string, base: number): TakeEvent {
  const place: Place = { writer, source, walk: start() };
  return (step, { type, start: { offset }, end: { offset: stop } }) => {
    const from = base + offset;
    // A line end's token runs over what stands before the next line: quotation marks, indents.
    const to = type === 'lineEnding' ? from + lineEndAt(source, from) : base + stop;
    if (step === 'enter') enter(place, type, from, to);
    else takeExit(place, type, from, to);
  };
}
