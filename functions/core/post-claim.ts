/** Whose a post is: the first entry that says so owns it, and no other entry can. */
import type { EntryId } from './ids.ts';

export interface PostClaim {
  readonly entry: EntryId;
  /** Which part of it, of a post in several parts. */
  readonly part?: string;
  /** It was found by its words, and no answer to a call named it. */
  readonly found?: true;
}

/** Longer than anybody looks for a post, or a provider names one as a duplicate. */
export const CLAIM_DAYS = 30;
