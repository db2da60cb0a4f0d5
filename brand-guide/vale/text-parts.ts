/** Reads a text without markup into what rules run on, in the order in which Vale looks at it. */
import { blockOf } from './block.ts';
import { whole } from './edited-source.ts';
import type { Format } from './format.ts';
import type { Block } from './types.ts';
import type { Walked } from './walk.ts';

/** `whole` comes after everything else: the summary and the raw text. */
export type DocumentPart = Walked | { readonly kind: 'whole'; readonly block: Block };

/** `source` has its line ends as `\n`; `extension` has its dot. */
export function* textParts(
  source: string,
  format: Exclude<Format, 'markdown' | 'html'>,
  extension: string,
): Iterable<DocumentPart> {
  const scope = format === 'headline' ? 'text.heading.h1' : 'text';
  const block = blockOf(whole(source), `${scope}${extension}`);
  yield {
    kind: 'block',
    block,
    prose: format !== 'lines',
    paragraphs: format === 'text' || format === 'part',
  };
  if (format === 'part') yield { kind: 'whole', block: blockOf(whole(source), `summary${extension}`) };
  yield { kind: 'whole', block: blockOf(whole(source), `raw${extension}`) };
}
