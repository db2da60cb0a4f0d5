/** ETags are revisions: what a reader saw, and what a writer says they saw. */
import type { Context } from 'hono';
import { Refused } from '../core/errors.ts';

export const etag = (rev: number): string => `"${rev}"`;

const OURS = /^"(\d{1,15})"$/u;

/**
 * The revision in `If-Match`; a tag that is not one of ours matches nothing.
 * @throws Refused `precondition-required`, `stale`.
 */
export const ifRev = (c: Context): number => {
  const tag = c.req.header('if-match');
  if (tag === undefined)
    throw new Refused(
      'precondition-required',
      'Send the ETag that you read as If-Match, so that no change is lost.',
    );
  const rev = OURS.exec(tag.trim())?.[1];
  if (rev === undefined)
    throw new Refused('stale', `If-Match: ${tag.slice(0, 80)} names no revision of this.`);
  return Number(rev);
};

/** For what may not be there yet: a first save says `If-None-Match: *` and is revision 0. */
export const ifRevOrNew = (c: Context): number =>
  c.req.header('if-none-match')?.trim() === '*' ? 0 : ifRev(c);
