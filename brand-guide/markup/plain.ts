/** Reads plain text: its paragraphs are its blocks. */
import { paragraphsOf } from '../engine/segments.ts';
import { stretchMap } from './source-map.ts';
import type { Block, SourceDocument } from './types.ts';

export function readPlain(source: string): Pick<SourceDocument, 'blocks' | 'comments' | 'targets'> {
  const blocks = paragraphsOf(source).map((range): Block => {
    const text = source.slice(range.start, range.end);
    return {
      kind: 'paragraph',
      within: [],
      text,
      map: stretchMap(range.start, text.length),
      source: range,
      inlines: [],
    };
  });
  return { blocks, comments: [], targets: [] };
}
