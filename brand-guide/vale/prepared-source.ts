/** Gives a source the line ends and the apostrophes that Vale reads it with, and finds the way back. */
import type { SourceMap } from '../markup/types.ts';
import { mapOf, whole, withEdits } from './edited-source.ts';

export interface PreparedSource {
  readonly text: string;
  /** Undefined where nothing changed. */
  readonly map?: SourceMap;
}

export function preparedSource(source: string): PreparedSource {
  if (!/\r|&rsquo;/u.test(source)) return { text: source };
  const edits = [...source.matchAll(/\r\n?|&rsquo;/gu)].map(({ 0: mark, index }) => {
    const end = index + mark.length;
    const use = mark === '&rsquo;' ? "'" : '\n';
    return { start: index, end, before: use, kept: { start: end, end }, after: '' };
  });
  const edited = withEdits(whole(source), edits);
  return { text: edited.text, map: mapOf(edited) };
}
