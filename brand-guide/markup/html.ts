/** Reads an HTML document or a piece of one. */
import { blockWriter } from './block-writer.ts';
import { frontMatterOf } from './front-matter.ts';
import { writeFlow } from './html-flow.ts';
import { htmlTokens } from './html-tokens.ts';

import type { SourceDocument } from './types.ts';

export function readHtml(source: string): Omit<SourceDocument, 'kind' | 'source'> {
  const frontMatter = frontMatterOf(source);
  const base = frontMatter?.end ?? 0;
  const writer = blockWriter(source);
  const html = source.slice(base);
  writeFlow(writer, { html, at: (offset) => base + offset, within: [] }, htmlTokens(html));
  return { ...writer.done(), ...(frontMatter && { frontMatter }) };
}
