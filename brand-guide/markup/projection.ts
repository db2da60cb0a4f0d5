/** Lays the prose of a document out as one text. */
import type { Range, Scope } from '../engine/types.ts';
import { stretchMap } from './source-map.ts';
import { textWriter } from './text-writer.ts';
import type { TextWriter } from './text-writer.ts';
import type { Block, Projection, SourceDocument, SourceMap } from './types.ts';

const GAP = '\n\n';

/** Where two spaces meet since a picture, a tag or a comment between them shows nothing, the second is left out. */
function doubled({ text, inlines }: Block): readonly number[] {
  const found = inlines
    .filter(({ kind, start }) => (kind === 'image' || kind === 'html') && /\s/u.test(text.charAt(start)))
    .map(({ start }) => start)
    .filter((start) => start === 0 || /\s/u.test(text.charAt(start - 1)));
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** Copies what the source has as it is, and the rest character by character. */
function copyRun(writer: TextWriter, run: string, at: number, map: SourceMap): void {
  const whole = { start: at, end: at + run.length };
  if (map.isVerbatim(whole)) {
    const { start, end } = map.toRange(whole);
    writer.copy(start, end);
    return;
  }
  let from = at;
  for (const character of run) {
    const { start, end } = map.toRange({ start: from, end: from + character.length });
    writer.write(character, start, end);
    from += character.length;
  }
}

/** A line end that only the source has is a space to the reader. `skipped` are offsets in order. */
function copyBlock(writer: TextWriter, { text, map, inlines }: Block, skipped: readonly number[]): void {
  const breaks = new Set(inlines.filter(({ kind }) => kind === 'break').map(({ start }) => start));
  let next = 0;
  for (const { 0: run, index } of text.matchAll(/[^\n]+|\n/gu)) {
    const end = index + run.length;
    let from = index;
    for (let cut = skipped[next]; cut !== undefined && cut < end; cut = skipped[++next]) {
      copyRun(writer, text.slice(from, cut), from, map);
      from = cut + 1;
    }
    if (run !== '\n' || breaks.has(index)) copyRun(writer, text.slice(from, end), from, map);
    else if (from < end) {
      const { start, end: stop } = map.toRange({ start: index, end });
      writer.write(' ', start, stop);
    }
  }
}

function countBefore(offsets: readonly number[], limit: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function codeOf({ inlines }: Block, base: number, skipped: readonly number[]): Scope[] {
  const moved = (offset: number): number => base + offset - countBefore(skipped, offset);
  return inlines
    .filter(({ kind, start, end }) => kind === 'code' && end > start)
    .map(({ start, end }) => ({ kind: 'code', start: moved(start), end: moved(end) }));
}

/** Blocks of prose with an empty line between them; code blocks and link targets are left out. */
export function projectionOf({ kind, source, blocks }: SourceDocument): Projection {
  if (kind === 'text') return { text: source, map: stretchMap(0, source.length), scopes: [], headings: [] };
  const writer = textWriter(source);
  const scopes: Scope[] = [];
  const headings: Range[] = [];
  let reached = 0;
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'raw') continue;
    if (writer.length() > 0) writer.write(GAP, reached, reached);
    const skipped = doubled(block);
    const start = writer.length();
    scopes.push(...codeOf(block, start, skipped));
    copyBlock(writer, block, skipped);
    if (block.kind === 'heading') headings.push({ start, end: writer.length() });
    reached = block.map.toSource(block.text.length);
  }
  return { ...writer.read(), scopes, headings };
}

const WEB = /^https?:/iu;

/** The web addresses that links go to, a line each: what a text does not show. A path is on the document's own site. */
export function targetsOf({ source, targets }: SourceDocument): Projection {
  const writer = textWriter(source);
  for (const { start, end } of targets) {
    if (!WEB.test(source.slice(start, end))) continue;
    if (writer.length() > 0) writer.write('\n', start, start);
    writer.copy(start, end);
  }
  return { ...writer.read(), scopes: [], headings: [] };
}
