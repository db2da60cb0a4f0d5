/** Reads a Markdown document: CommonMark with GitHub's tables, task lists, strikethrough, footnotes and bare links. */
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { blockWriter } from './block-writer.ts';
import { frontMatterOf } from './front-matter.ts';
import { markdownWriter } from './markdown-writer.ts';
import type { SourceDocument } from './types.ts';

const parser = { extensions: [gfm()] };

export function readMarkdown(source: string): Omit<SourceDocument, 'kind' | 'source'> {
  const frontMatter = frontMatterOf(source);
  const base = frontMatter?.end ?? 0;
  const writer = blockWriter(source);
  const take = markdownWriter(writer, source, base);
  const chunks = preprocess()(source.slice(base), undefined, true);
  for (const [step, token] of postprocess(parse(parser).document().write(chunks))) take(step, token);
  return { ...writer.done(), ...(frontMatter && { frontMatter }) };
}
