/** Finds where a text's closing block of tags, handles and links begins. */
import type { Scope } from './types.ts';

const CLOSING = new Set(['hashtag', 'handle', 'url']);

/** The offset of the block's first tag or link, or the end of the text where there is none; trailing space is in the block. */
export function tailStart(
  text: string,
  scopes: readonly Scope[],
  kinds: ReadonlySet<string> = CLOSING,
): number {
  let start = text.trimEnd().length;
  for (const scope of scopes.toReversed()) {
    if (!kinds.has(scope.kind)) {
      if (scope.kind === 'quotation') continue;
      break;
    }
    if (scope.end > start || text.slice(scope.end, start).trim() !== '') break;
    start = scope.start;
  }
  return start;
}
