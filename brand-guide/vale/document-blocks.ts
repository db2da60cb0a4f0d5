/** Reads a document of any format into what rules run on, in the order in which Vale looks at it. */
import { composed, mapOf, whole } from './edited-source.ts';
import type { FileFormat } from './format.ts';
import { frontMatterBlocks } from './front-matter-blocks.ts';
import { htmlTokens } from './html-tokens.ts';
import { withoutIgnored } from './ignores.ts';
import type { Ignores } from './ignores.ts';
import { markdownTokens } from './markdown-tokens.ts';
import type { Token } from './token.ts';
import type { Block } from './types.ts';
import { blockOf } from './block.ts';
import { textParts } from './text-parts.ts';
import type { DocumentPart } from './text-parts.ts';
import { Walker } from './walk.ts';
import type { WalkOptions } from './walk.ts';

export interface DocumentOptions extends Omit<WalkOptions, 'extension'> {
  readonly ignores: Ignores;
}

function* marked(
  source: string,
  format: 'markdown' | 'html',
  extension: string,
  options: DocumentOptions,
): Iterable<DocumentPart> {
  if (format === 'markdown')
    for (const block of frontMatterBlocks(source, extension))
      yield { kind: 'block', block, prose: false, paragraphs: false };
  const read = withoutIgnored(whole(source), format, options.ignores);
  const outer = mapOf(read);
  const changed = read.text !== source;
  const out = (block: Block): Block => (changed ? { ...block, map: composed(block.map, outer) } : block);
  const walker = new Walker({ ...options, extension });
  const tokens: Iterable<Token> =
    format === 'markdown' ? markdownTokens(read.text) : htmlTokens(whole(read.text));
  for (const part of walker.walk(tokens))
    yield part.kind === 'block'
      ? { ...part, block: out(part.block) }
      : { ...part, at: changed ? outer.toSource(part.at) : part.at };
  yield { kind: 'whole', block: out(walker.summary()) };
}

/** `source` has its line ends as `\n`. */
export function* documentParts(
  source: string,
  { format, extension }: FileFormat,
  options: DocumentOptions,
): Iterable<DocumentPart> {
  if (format !== 'markdown' && format !== 'html') yield* textParts(source, format, extension);
  else {
    yield* marked(source, format, extension, options);
    yield { kind: 'whole', block: blockOf(whole(source), `raw${extension}`) };
  }
}
