/** An entry: one variant revision on the calendar for one account at one time, and what became of it. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Corrected, Correction, CorrectionKind } from './correction.ts';
import type { AccountId, CampaignId, EntryId, UserId, VariantId } from './ids.ts';
import type { ContentHash } from './payload.ts';
import type { SendingCounts } from './sending.ts';

export const ENTRY_STATES = [
  'planned',
  'scheduled',
  'publishing',
  'handed-off',
  'published',
  'failed',
  'unconfirmed',
  'held',
  'missed',
  'cancelled',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** A wall time in a zone and the instant that the shipped zone data gives it. */
export interface Slot {
  /** `2027-05-04T09:00` */
  readonly wall: string;
  /** IANA */
  readonly zone: string;
  /** Which of two, where a clock change repeats the wall time. */
  readonly disambiguation?: 'earlier' | 'later';
  /** ISO 8601 in UTC. */
  readonly instant: string;
}

/** Why an entry waits for a person. */
export interface Hold {
  readonly reason:
    | 'approval-does-not-cover'
    | 'blocking-findings'
    | 'offer-over'
    | 'waiver-expired'
    | 'rights-expired'
    | 'embargo'
    | 'quiet-hours'
    | 'paused'
    | 'disconnected'
    | 'gap'
    | 'cap'
    | 'sibling-failed'
    | 'fact-corrected'
    | 'zone-changed';
  readonly says: string;
}

/** One try. `intent` is written before the one create call; only its presence makes an outcome uncertain. */
export interface Attempt {
  readonly number: number;
  readonly claimedAt: string;
  readonly leaseUntil: string;
  readonly intentAt?: string;
  /** When what is prepared was first intended: from then on the provider may remember the call. */
  readonly firstIntentAt?: string;
  /** Whatever the connector's `prepare` must not repeat. */
  readonly checkpoint?: string;
  /** What checkpoint and intent are of, where the post has several parts. */
  readonly part?: string;
}

/** What came of an attempt. */
export type Outcome =
  | {
      readonly is: 'published';
      /** Absent where a person says so: a hand-off, a settlement. */
      readonly externalId?: string;
      readonly url?: string;
    }
  | { readonly is: 'rejected'; readonly reason: string }
  | {
      readonly is: 'retry';
      readonly after: string;
      readonly reason: string;
      /** The provider did not take the account's token. */
      readonly unauthorised?: true;
      /** It asks for patience with the whole account. */
      readonly rateLimited?: true;
      /** Trying again helps only once a person has done something: it says what. */
      readonly waitsFor?: string;
    }
  | {
      readonly is: 'unconfirmed';
      readonly reason: string;
      /** The post that the provider says is the same, by its own id. */
      readonly sameAs?: string;
    }
  | {
      readonly is: 'handed-off';
      /** Of a correction: where the post is, and what is to be done there. */
      readonly url?: string;
      readonly reason?: string;
    }
  /** To people: each addressee's own row says the same of them. */
  | {
      readonly is: 'sent';
      readonly counts: SendingCounts;
      /** What stopped the rest, a sentence; absent where everybody was asked. */
      readonly reason?: string;
    }
  /** Some may have it, and the rest follow at `after`. */
  | {
      readonly is: 'goes-on';
      readonly after: string;
      readonly reason: string;
      readonly counts: SendingCounts;
      /** When the last of them got it. */
      readonly sentAt?: string;
      /** Everybody was asked, and only those who wait are left. */
      readonly all?: true;
      /** As of a retry. */
      readonly unauthorised?: true;
      readonly rateLimited?: true;
    };

/** What came of a send to people so far, over all its turns. */
export interface Reached {
  readonly counts: SendingCounts;
  /** Everybody was asked. */
  readonly all?: true;
}

/** What came of one part of a post: its text, a further post of its thread, its first comment. */
export interface PartDelivery {
  /** The payload's own name: `text`, `thread[0]`, `firstComment`. */
  readonly part: string;
  /** Absent until it is tried, and while it is to be tried again. */
  readonly outcome?: Extract<Outcome, { is: 'published' | 'rejected' | 'unconfirmed' }>;
}

export interface Entry {
  readonly id: EntryId;
  readonly campaign: CampaignId;
  readonly variant: VariantId;
  readonly account: AccountId;
  readonly channel: ChannelId;
  readonly locale: string;
  /** The pinned revision and the hash of its payload: what is sent, whatever the variant becomes. */
  readonly revision: number;
  readonly hash: ContentHash;
  readonly slot: Slot;
  /** The release of the IANA data that gave the slot its instant. */
  readonly zoneData?: string;
  readonly state: EntryState;
  /** `planned` becomes `scheduled` by itself when the approval arrives. */
  readonly whenApproved: boolean;
  readonly graceMinutes: number;
  /** Until when our own rate, the parts before, or those who got it first, kept it waiting: its grace counts from there. */
  readonly waitedUntil?: string;
  /** When the publisher must look at it next; absent when it need not. */
  readonly wakeAt?: string;
  readonly attempt?: Attempt;
  readonly attempts: number;
  /** Leases and checkpoints written since the last audited change: what a person saw before them still holds. */
  readonly unaudited?: number;
  readonly hold?: Hold;
  readonly outcome?: Outcome;
  /** In the order in which they go out, from the first intent on; absent where a post is one call. */
  readonly parts?: readonly PartDelivery[];
  readonly reached?: Reached;
  /** Addressees who rejected it up to this attempt are tried again. */
  readonly rejectedAgain?: number;
  readonly publishedAt?: string;
  /** What it corrects, where it is no post of its own. */
  readonly correction?: Correction;
  /** The entry that is to correct this one, or was and could not. */
  readonly correcting?: EntryId;
  readonly corrected?: Corrected;
  readonly owner: UserId;
  /** First words, for the calendar card. */
  readonly words: string;
}

/** Every command the entry's state machine knows. Its transitions are `transition-entry.ts`. */
export type EntryCommand =
  | { readonly do: 'schedule' }
  | { readonly do: 'approve' }
  | { readonly do: 'reschedule'; readonly slot: Slot }
  | { readonly do: 'pin'; readonly revision: number; readonly hash: ContentHash }
  | { readonly do: 'unapprove' }
  | { readonly do: 'hold'; readonly hold: Hold }
  | { readonly do: 'recheck' }
  /** To those addressees alone who rejected it; of a post in parts, those that are not live. */
  | { readonly do: 'send-again' }
  /** `says`: what kept it so long, where that is known; one sentence. */
  | { readonly do: 'miss'; readonly says?: string }
  | { readonly do: 'claim'; readonly leaseUntil: string }
  | {
      readonly do: 'checkpoint';
      readonly attempt: number;
      readonly checkpoint: string;
      readonly wakeAt: string;
      readonly part?: string;
    }
  | {
      readonly do: 'intend';
      readonly attempt: number;
      readonly checkpoint: string;
      /** Which of all parts is about to be sent, where there are several. */
      readonly part?: { readonly name: string; readonly of: readonly string[] };
    }
  | {
      /** The account's rate is used up until then; its grace begins anew there. */
      readonly do: 'wait';
      readonly attempt: number;
      readonly until: string;
      readonly checkpoint: string;
      readonly part?: string;
    }
  | {
      readonly do: 'outcome';
      readonly attempt: number;
      readonly outcome: Outcome;
      /** Of which part, where it could not even be prepared. */
      readonly part?: string;
      /** A post that was found by its words, which another entry may own. */
      readonly found?: true;
    }
  | { readonly do: 'lease-over' }
  | {
      /** The read-back could not tell: look again at `at`, or, without it, leave the decision to a person. */
      readonly do: 'look-again';
      readonly attempt: number;
      readonly at?: string;
    }
  | {
      readonly do: 'settle';
      readonly as: 'published' | 'not-published';
      readonly url?: string;
      /** The part that the person looked at; the unconfirmed one where absent. */
      readonly part?: string;
    }
  | { readonly do: 'confirm-hand-off'; readonly url?: string }
  /** It stays what it is, and says which entry is to correct it. */
  | { readonly do: 'correct'; readonly is: CorrectionKind; readonly by: EntryId }
  | ({ readonly do: 'corrected'; readonly revision: number } & Omit<Corrected, 'revision'>)
  | { readonly do: 'cancel' };
