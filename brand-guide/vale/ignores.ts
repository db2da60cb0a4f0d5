/** Takes out of a source what its configuration says to ignore: whole blocks, tokens, front matter, and its own comment marks. */
import type { Pattern } from '../pattern/pattern.ts';
import { withEdits } from './edited-source.ts';
import type { Edit } from './edited-source.ts';
import type { Mapped } from './token.ts';

export interface Ignores {
  readonly blocks: readonly Pattern[];
  readonly tokens: readonly Pattern[];
  /** Marks that open and close a comment, instead of `<!--` and `-->`. */
  readonly comments: readonly (readonly [open: string, close: string])[];
}

const FRONT_MATTER = /^(?:---|\+\+\+)\n([^]+?)\n(?:---|\+\+\+)/u;

/** What a match of a pattern is put between, by the kind of document: it then reads as code. */
const MARKS = {
  markdown: { block: ['\n```\n', '\n```\n'], token: ['`', '`'] },
  html: { block: ['<pre>', '</pre>'], token: ['<code>', '</code>'] },
} as const;

/** Only what the pattern's first group holds stays, as code; without a group nothing does. */
function editsOf(mapped: Mapped, pattern: Pattern, [before, after]: readonly [string, string]): Edit[] {
  return [...pattern.matches(mapped.text)].map(({ start, end, groups }) => {
    const kept = groups[1] ?? { start, end: start };
    const stays = groups.length > 1 ? kept : { start, end: start };
    return { start, end, before, kept: stays, after };
  });
}

function frontMatterEdits(mapped: Mapped, [before, after]: readonly [string, string]): Edit[] {
  const match = FRONT_MATTER.exec(mapped.text);
  if (!match) return [];
  const [all, inner = ''] = match;
  return [{ start: 0, end: all.length, before, kept: { start: 4, end: 4 + inner.length }, after }];
}

function commentEdits(mapped: Mapped, mark: string, use: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = mapped.text.indexOf(mark); at >= 0; at = mapped.text.indexOf(mark, at + mark.length))
    edits.push({ start: at, end: at + mark.length, before: use, kept: { start: at, end: at }, after: '' });
  return edits;
}

export function withoutIgnored(mapped: Mapped, kind: keyof typeof MARKS, ignores: Ignores): Mapped {
  const { block, token } = MARKS[kind];
  let result = withEdits(mapped, frontMatterEdits(mapped, block));
  for (const pattern of ignores.blocks) result = withEdits(result, editsOf(result, pattern, block));
  for (const pattern of ignores.tokens) result = withEdits(result, editsOf(result, pattern, token));
  for (const [open, close] of ignores.comments) {
    result = withEdits(result, commentEdits(result, open, '<!--'));
    result = withEdits(result, commentEdits(result, close, '-->'));
  }
  return result;
}
