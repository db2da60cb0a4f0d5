/** Lengthens a text to what a sender may make of its merge tags. */
import type { MergeTag } from '../schema/wording.ts';
import type { Scope } from './types.ts';

/** The plainest letter: one unit in every counting. */
const FILLER = 'x';

export interface FilledText {
  /** The text up to an offset of the original; a tag that is cut counts whole. */
  readonly upTo: (end: number) => string;
  readonly whole: string;
  /** Tags as written whose longest value the guide does not say, each once. */
  readonly undeclared: readonly string[];
}

function nameOf(tag: string): string {
  return /^\{\{\s*([^\s{}|:]*)/u.exec(tag)?.[1] ?? '';
}

/** Each declared tag takes as many characters as its `max`, others as many as they are written with. */
export function filledText(
  text: string,
  scopes: readonly Scope[],
  declared: readonly MergeTag[],
): FilledText {
  const tags = scopes.filter(({ kind }) => kind === 'merge-tag');
  const most = new Map(declared.map(({ id, max }) => [id, max]));
  const upTo = (end: number): string => {
    let filled = '';
    let at = 0;
    for (const tag of tags) {
      if (tag.start >= end) break;
      const written = text.slice(tag.start, tag.end);
      const max = most.get(nameOf(written));
      filled += text.slice(at, tag.start) + (max === undefined ? written : FILLER.repeat(max));
      at = tag.end;
    }
    return filled + text.slice(at, Math.max(at, end));
  };
  const written = tags.map(({ start, end }) => text.slice(start, end));
  const undeclared = new Set(written.filter((tag) => !most.has(nameOf(tag))));
  return { upTo, whole: tags.length === 0 ? text : upTo(text.length), undeclared: [...undeclared] };
}
