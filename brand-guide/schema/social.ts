/** What a guide says of emoji, tags, mentions, links and the call to action. */
import type { ByLocale } from './wording.ts';

export interface EmojiPolicy {
  readonly policy?: 'free' | 'listed' | 'none';
  /** With `listed`: these alone. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly max?: number;
  /** `end`: after a line's words only. */
  readonly position?: 'any' | 'end';
  /** Whether an emoji may open a line as its bullet (default true); false finds runs of such lines. */
  readonly asBullets?: boolean;
}

export interface HashtagPolicy {
  readonly required?: readonly string[];
  readonly banned?: readonly string[];
  readonly max?: number;
  readonly case?: 'pascal' | 'lower';
  /** `first-comment`: beside the text, on channels that have one; at its end elsewhere. */
  readonly position?: 'end' | 'any' | 'first-comment';
}

export interface MentionPolicy {
  /** Handles with or without `@`; others are found. */
  readonly allow?: readonly string[];
  readonly max?: number;
}

export interface LinkPolicy {
  readonly https?: boolean;
  /** A domain covers its subdomains. */
  readonly allowDomains?: readonly string[];
  readonly utm?: { readonly source?: string; readonly medium?: string; readonly campaign?: string };
  /** Domains whose links stand for others; any other known shortener is found. */
  readonly shorteners?: readonly string[];
}

export interface CtaPolicy {
  readonly required?: boolean;
  /** The only wordings of a call to action. */
  readonly phrasings?: ByLocale<readonly string[]>;
  readonly position?: 'start' | 'end' | 'any';
  readonly beforeFold?: boolean;
}

/** What may differ between the variants of one campaign. */
export interface ConsistencyPolicy {
  /** The share of common three-word sequences from which two texts are copies, 0 to 1. */
  readonly similarity?: number;
  readonly sameCta?: boolean;
  readonly sameLink?: boolean;
  /** Days between two posts of one campaign on one account. */
  readonly gapDays?: number;
  /** Two channels of one length class differ in opening or order. */
  readonly differ?: boolean;
}
