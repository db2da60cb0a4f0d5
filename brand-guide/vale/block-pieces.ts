/** Parts of a block: a sentence, a paragraph, a block without its code. */
import type { Range } from '../engine/types.ts';
import type { Block } from './types.ts';

/** A stretch of a block as a block of its own. */
export function cut(block: Block, { start, end }: Range, scope: string): Block {
  const { text, map } = block;
  return {
    text: text.slice(start, end),
    scope,
    map: {
      toSource: (offset) => map.toSource(start + offset),
      toRange: (range) => map.toRange({ start: start + range.start, end: start + range.end }),
      isVerbatim: (range) => map.isVerbatim({ start: start + range.start, end: start + range.end }),
    },
    inlines: block.inlines
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
  };
}

/** Each with the empty line behind it. */
export function paragraphsIn(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n\n/gu)) {
    if (index < start) continue;
    found.push({ start, end: index + 2 });
    start = index + 2;
  }
  found.push({ start, end: text.length });
  return found;
}

/** The block with the text of these inline scopes as spaces. */
export function blanked(block: Block, scopes: readonly string[]): Block {
  const hidden = block.inlines.filter(({ scope }) => scopes.includes(scope));
  if (hidden.length === 0) return block;
  let text = block.text;
  for (const { start, end } of hidden)
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return { ...block, text };
}
