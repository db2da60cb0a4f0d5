/** A variant: one step's message for one channel, format and locale, with its revisions and approvals. */
import type { Finding, Part } from '../../brand-guide/engine/types.ts';
import type { VariantPlace } from '../../brand-guide/engine/campaign-rule.ts';
import type { NotFact } from '../../brand-guide/facts/comparison.ts';
import type { Card } from './card.ts';
import type { AccountId, CampaignId, SeriesId, UserId, VariantId } from './ids.ts';
import type { ContentHash, PayloadMedia } from './payload.ts';

export const VARIANT_STATES = ['draft', 'in-review', 'changes-requested', 'approved'] as const;
export type VariantState = (typeof VARIANT_STATES)[number];

/** The place of a variant in its campaign. */
export interface Place extends VariantPlace {
  readonly campaign: CampaignId;
  readonly account?: AccountId;
  /** The copy that a series made for one of its wall times. */
  readonly occurrence?: { readonly series: SeriesId; readonly wall: string };
}

/** What was kept, left out or changed by the adapter, and why; `fix` is what would settle it. */
export interface Note {
  readonly what: string;
  readonly why: string;
  readonly fix?: NoteFix | undefined;
}

/** A picture that can be made from the guide's tokens. */
export interface NoteFix {
  readonly do: 'make-card';
  readonly card: Card;
}

/** The adapter's account; `problems` are for a person to settle. */
export interface Notes {
  readonly kept: readonly Note[];
  readonly leftOut: readonly Note[];
  readonly changed: readonly Note[];
  readonly problems: readonly Note[];
}

/** What a revision says. */
export interface Content {
  readonly parts: readonly Part[];
  readonly link?: string;
  readonly media: readonly PayloadMedia[];
}

/** How a revision came about: only what a person typed is authorship. */
export type Origin = 'adapted' | 'typed' | 'quick-fix' | 'fact-correction';

export interface Revision extends Content, Notes {
  readonly number: number;
  readonly origin: Origin;
  readonly by: UserId;
  readonly at: string;
  /** 0 before a guide was released. */
  readonly guideVersion: number;
  /** The first 200; linting is pure and gives the rest again. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface Approval {
  readonly hash: ContentHash;
  readonly revision: number;
  readonly by: UserId;
  readonly at: string;
  /** Evidence, not part of the hash. */
  readonly guideVersion: number;
  readonly waivers: readonly string[];
  /** Whose work it approved; they are authors again when it is withdrawn. */
  readonly authors?: readonly UserId[];
}

export interface Submission {
  readonly hash: ContentHash;
  readonly revision: number;
  readonly by: UserId;
  readonly at: string;
  /** Fingerprints that the submitter ticked. */
  readonly acknowledged: readonly string[];
}

/** A mention that a person said is none of the campaign's facts. */
export interface MarkedNotFact extends NotFact {
  readonly by: UserId;
  readonly at: string;
}

/** A brand member's reasoned acceptance of one fingerprint. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly by: UserId;
  readonly at: string;
  readonly until: string;
  readonly scope: 'variant' | 'campaign' | 'workspace';
}

export interface Variant {
  readonly id: VariantId;
  readonly place: Place;
  readonly state: VariantState;
  /** Number of the newest revision. */
  readonly revision: number;
  /** Raised by every transition: what an editor saw and could lose. Comments and waivers leave it alone. */
  readonly edition: number;
  /** `inherits` until a person edits: adapting again may then replace it. */
  readonly inherits: boolean;
  readonly submission?: Submission;
  /** The newest approval; it covers only its own hash. */
  readonly approval?: Approval;
  /** Everyone who typed a change since the last approval. */
  readonly authors: readonly UserId[];
  /** They hold through edits, wherever the same field says the same again. */
  readonly notFacts?: readonly MarkedNotFact[];
}

/** Every command the variant's state machine knows. Its transitions are `transition-variant.ts`. */
export type VariantCommand =
  | { readonly do: 'edit'; readonly by: UserId; readonly origin: Origin }
  | { readonly do: 'submit'; readonly submission: Submission }
  | { readonly do: 'approve'; readonly approval: Approval; readonly selfApproval: boolean }
  | { readonly do: 'request-changes'; readonly by: UserId; readonly hash: ContentHash }
  | { readonly do: 'withdraw-approval'; readonly by: UserId }
  | { readonly do: 'withdraw-submission'; readonly by: UserId }
  /** A fact that it states has another value: what was submitted or approved is not what it says any more. */
  | { readonly do: 'outdate'; readonly by: UserId };
