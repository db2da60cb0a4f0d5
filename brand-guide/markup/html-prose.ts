/** Writes text, pictures and tags of HTML into the block that is open. */
import type { BlockWriter } from './block-writer.ts';
import { readReference } from './html-tokens.ts';
import type { HtmlToken } from './html-tokens.ts';
import tags from './html-tags.json' with { type: 'json' };
import type { Container, InlineKind } from './types.ts';

/** An HTML text and where each of its characters stands in the source of the document. */
export interface HtmlInput {
  readonly html: string;
  readonly at: (offset: number) => number;
  /** What all of it stands in. */
  readonly within: readonly Container[];
}

const INLINE: ReadonlyMap<string, InlineKind> = new Map(
  (['code', 'link', 'emphasis', 'strong', 'deletion'] as const).flatMap((kind) =>
    Object.entries(tags.inline).flatMap(([tag, its]) => (its === kind ? [[tag, kind] as const] : [])),
  ),
);

/** Runs of white space, references, and what lies between them. */
const PIECES = /[ \t\n\f\r]+|&(?:#[xX][\da-fA-F]+|#\d+|[A-Za-z][A-Za-z\d]*);?|[^ \t\n\f\r&]+|&/gu;

/** Writes a text as a browser shows it: white space as one character, references resolved. */
export function writeText(writer: BlockWriter, { html, at }: HtmlInput, start: number, end: number): void {
  for (const { 0: piece, index } of html.slice(start, end).matchAll(PIECES)) {
    const [from, to] = [at(start + index), at(start + index + piece.length - 1) + 1];
    if (/^[ \t\n\f\r]/u.test(piece)) {
      if (!/^\s?$/u.test(writer.last())) writer.write(piece.includes('\n') ? '\n' : ' ', from, to);
    } else if (piece.startsWith('&')) writer.write(readReference(piece), from, to);
    else writer.copy(from, to);
  }
}

/** As written: white space counts, references are resolved. */
export function writeCode(writer: BlockWriter, { html, at }: HtmlInput, start: number, end: number): void {
  for (const { 0: piece, index } of html.slice(start, end).matchAll(PIECES)) {
    const [from, to] = [at(start + index), at(start + index + piece.length - 1) + 1];
    if (piece.startsWith('&')) writer.write(readReference(piece), from, to);
    else writer.write(piece, from, to);
  }
}

function writeImage(writer: BlockWriter, input: HtmlInput, { attributes }: HtmlToken): void {
  const { alt } = attributes ?? {};
  if (!alt || alt.start === alt.end) return;
  writer.open({ kind: 'image-alt', within: input.within }, input.at(alt.start));
  writeText(writer, input, alt.start, alt.end);
  writer.close(input.at(alt.end - 1) + 1);
}

/** Tags that stand in a line of prose. */
export function writeTag(writer: BlockWriter, input: HtmlInput, token: HtmlToken): void {
  const [start, end] = [input.at(token.start), input.at(token.end - 1) + 1];
  const kind = INLINE.get(token.name);
  if (token.name === 'br') {
    writer.enter('break', start);
    writer.write('\n', start, end);
    writer.leave('break', end);
  } else if (token.name === 'img') {
    writer.mark('image', start, end, token.attributes?.['src']?.value);
    writeImage(writer, input, token);
  } else if (kind === undefined) writer.mark('html', start, end);
  else if (token.kind === 'start') {
    const target = token.attributes?.['href'];
    writer.enter(kind, start, target?.value);
    if (target && target.end > target.start)
      writer.target({ start: input.at(target.start), end: input.at(target.end - 1) + 1 });
  } else writer.leave(kind, end);
}

export function writeComment(writer: BlockWriter, { at }: HtmlInput, { start, end, name }: HtmlToken): void {
  writer.mark('html', at(start), at(end - 1) + 1);
  writer.comment(at(start), at(end - 1) + 1, name);
}
