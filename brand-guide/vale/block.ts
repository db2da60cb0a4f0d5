/** Makes a block of a text that knows where it was read from. */
import { sourceMapOf } from '../markup/source-map.ts';
import type { Mapped } from './token.ts';
import type { Block } from './types.ts';

export function blockOf(mapped: Mapped, scope: string, more: Partial<Block> = {}): Block {
  return {
    text: mapped.text,
    scope,
    map: sourceMapOf(mapped.pieces, mapped.text.length),
    inlines: [],
    ...more,
  };
}
