/** A text that is to be written anew in the brand's voice: what the writer is told, all of it as data. */
import type { Part } from '../../brand-guide/engine/types.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { Message } from './campaign.ts';

export interface RewriteAsk {
  readonly locale: string;
  /** Its name, such as Instagram. */
  readonly channel: string;
  readonly format: string;
  readonly message: Message;
  /** Those in force at the place. */
  readonly facts: readonly Fact[];
  readonly voice?: Guide['voice'];
  /** What the deterministic text says, each part with what its channel takes of it. */
  readonly parts: readonly (Part & { readonly limit: number | null; readonly unit: string })[];
  /** Lines that have to stand as they are: disclosures, small print, link, call to action, hashtags, handles. */
  readonly keep: readonly string[];
}

/** `nothing` has a reason that a person may read. */
export type RewriteAnswer =
  | { readonly is: 'written'; readonly parts: readonly Part[] }
  | { readonly is: 'nothing'; readonly reason: string };
