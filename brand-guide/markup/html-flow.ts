/** Writes the prose of HTML into blocks. */
import type { BlockWriter } from './block-writer.ts';
import { writeCode, writeComment, writeTag, writeText } from './html-prose.ts';
import type { HtmlInput } from './html-prose.ts';
import type { HtmlToken } from './html-tokens.ts';
import tags from './html-tags.json' with { type: 'json' };
import type { Block, BlockKind, Container } from './types.ts';

const BLOCK: ReadonlySet<string> = new Set(tags.block);
const VOID: ReadonlySet<string> = new Set(tags.void);
const RAW: ReadonlySet<string> = new Set(tags.raw);
const CLOSES: Readonly<Record<string, readonly string[]>> = tags.closes;
/** No end tag reaches over these. */
const WALLS = ['table', 'ul', 'ol', 'dl', 'blockquote'];
const KINDS: Readonly<Record<string, BlockKind>> = {
  li: 'list-item',
  dd: 'list-item',
  blockquote: 'blockquote',
  th: 'table-header',
  td: 'table-cell',
  figcaption: 'figure-caption',
  caption: 'figure-caption',
};
const CONTAINERS: Readonly<Record<string, Container>> = {
  li: 'list-item',
  dd: 'list-item',
  blockquote: 'blockquote',
  table: 'table',
  figure: 'figure',
};

type Opening = Pick<Block, 'kind' | 'level' | 'within'>;

function openingOf(outer: readonly Container[], stack: readonly string[]): Opening {
  const within = [...outer, ...stack.flatMap((name) => CONTAINERS[name] ?? [])];
  for (const name of stack.toReversed()) {
    const level = /^h([1-6])$/u.exec(name)?.[1];
    if (level !== undefined) return { kind: 'heading', level: Number(level), within };
    const kind = KINDS[name];
    if (kind) return { kind, within };
  }
  return {
    kind: outer.findLast((one) => one === 'list-item' || one === 'blockquote') ?? 'paragraph',
    within,
  };
}

/** The element whose content is no prose, and how often it is open inside itself. */
interface Mute {
  readonly name: string;
  readonly depth: number;
}

interface Walk {
  readonly writer: BlockWriter;
  readonly input: HtmlInput;
  /** The blocks that are open, the outermost first. */
  readonly stack: string[];
  mute: Mute | undefined;
}

function endOf({ at }: HtmlInput, { end }: HtmlToken): number {
  return at(end - 1) + 1;
}

function close({ writer }: Walk, end: number): void {
  if (writer.isOpen()) writer.close(end);
}

function takeMuted(walk: Walk, { name, depth }: Mute, token: HtmlToken): void {
  const { writer, input } = walk;
  if (token.kind === 'text') writeCode(writer, input, token.start, token.end);
  if (token.name !== name || token.kind === 'comment') return;
  const left = depth + (token.kind === 'start' ? 1 : -1);
  walk.mute = left > 0 ? { name, depth: left } : undefined;
  if (left === 0) close(walk, input.at(token.start));
}

function openMute(walk: Walk, token: HtmlToken): void {
  const { writer, input, stack } = walk;
  close(walk, input.at(token.start));
  walk.mute = { name: token.name, depth: 1 };
  const { within } = openingOf(input.within, stack);
  writer.open({ kind: token.name === 'pre' ? 'code' : 'raw', within }, endOf(input, token));
}

function pop({ stack }: Walk, names: readonly string[], walls: readonly string[]): void {
  const from = stack.findLastIndex((name) => names.includes(name));
  if (from > stack.findLastIndex((name) => walls.includes(name))) stack.splice(from);
}

function takeBlock(walk: Walk, { kind, name, start }: HtmlToken): void {
  close(walk, walk.input.at(start));
  if (kind === 'end') pop(walk, [name], name === 'table' ? [] : ['table']);
  else {
    pop(walk, ['p', ...(CLOSES[name] ?? [])], WALLS);
    if (!VOID.has(name)) walk.stack.push(name);
  }
}

function take(walk: Walk, token: HtmlToken): void {
  const { writer, input, stack, mute } = walk;
  const { kind, name, start, end } = token;
  if (mute) return takeMuted(walk, mute, token);
  if (kind === 'comment') return writeComment(writer, input, token);
  if (kind === 'start' && (RAW.has(name) || name === 'pre')) return openMute(walk, token);
  if (kind !== 'text' && BLOCK.has(name)) return takeBlock(walk, token);
  const blank = kind === 'text' && input.html.slice(start, end).trim() === '';
  if (!writer.isOpen() && !blank) writer.open(openingOf(input.within, stack), input.at(start));
  if (kind === 'text') writeText(writer, input, start, end);
  else writeTag(writer, input, token);
}

/** Whole blocks of HTML; what they leave open is closed. */
export function writeFlow(writer: BlockWriter, input: HtmlInput, tokens: readonly HtmlToken[]): void {
  const walk: Walk = { writer, input, stack: [], mute: undefined };
  for (const token of tokens) take(walk, token);
  if (input.html !== '') close(walk, input.at(input.html.length - 1) + 1);
}

/** Tags inside a paragraph that is open. */
export function writeInside(writer: BlockWriter, input: HtmlInput, tokens: readonly HtmlToken[]): void {
  for (const token of tokens) {
    if (token.kind === 'comment') writeComment(writer, input, token);
    else if (token.kind !== 'text') writeTag(writer, input, token);
  }
}
