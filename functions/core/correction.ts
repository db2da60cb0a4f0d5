/** A correction: an entry of its own that changes or takes back what another one published. */
import type { EntryId } from './ids.ts';

export type CorrectionKind = 'amend' | 'retract';

/** One call's worth of what is live. */
export interface LivePart {
  /** `text`, `thread[0]`, `firstComment`; absent where the post was one call. */
  readonly part?: string;
  /** Absent where a person said that it is live. */
  readonly externalId?: string;
  readonly url?: string;
}

/** What the entry is to do, on the entry that does it. */
export interface Correction {
  readonly corrects: EntryId;
  readonly is: CorrectionKind;
  /** In the words of whoever asked for it. */
  readonly reason?: string;
  /** What is live of the post, in the order in which it is corrected. */
  readonly live: readonly LivePart[];
  /** An amendment that changes more than words: pictures or the link. */
  readonly beyondText?: true;
}

/** What a correction did, on the entry that was corrected. */
export interface Corrected {
  readonly by: EntryId;
  readonly is: CorrectionKind;
  readonly at: string;
  /** What is live since, where it was amended. */
  readonly revision?: number;
  /** By which id the channel knows it since, where amending gave it another. */
  readonly externalId?: string;
}
