/** What a text without structure is read into: blocks, facts and a campaign, all of it for a person to confirm. */
import type { Range } from '../../brand-guide/engine/types.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Fact, KnownName } from '../../brand-guide/facts/types.ts';
import type { Message } from './campaign.ts';

/** `marks` are lines that say nothing, such as a rule of hyphens. */
export const BLOCK_KINDS = [
  'headline',
  'body',
  'detail',
  'cta',
  'hashtags',
  'mentions',
  'legal',
  'marks',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Ranges are UTF-16 over the source as typed; `text` is what the block says, without its marks. */
export interface Block extends Range {
  readonly kind: BlockKind;
  readonly text: string;
  /** Before a detail. */
  readonly emoji?: string;
  /** Where a call to action leads. */
  readonly url?: string;
  /** Whose handles these are, where the text says so. */
  readonly channel?: ChannelId;
}

/** A stretch of the source, as typed. */
export interface Evidence extends Range {
  readonly text: string;
}

export interface ProposedFact {
  readonly fact: Fact;
  /** Where the text says it, in order. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** What only a person can say; without a range it is about the whole text. */
export interface Doubt {
  readonly what: string;
  readonly why: string;
  readonly evidence?: Evidence;
}

export interface TextPlace {
  readonly locale: string;
  readonly channels: readonly ChannelId[];
  /** The guide's names, which are facts where the text has them. */
  readonly names?: readonly KnownName[];
}

/** `blocks` hold every character that is not blank, each once, in order. */
export interface ReadText {
  readonly blocks: readonly Block[];
  readonly message: Message;
  readonly facts: readonly ProposedFact[];
  readonly doubts: readonly Doubt[];
}
