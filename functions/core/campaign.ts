/** A campaign: facts, a window, and steps whose message every channel gives a voice. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { CampaignId, UserId } from './ids.ts';

export const JOURNEY_STAGES = ['acquisition', 'trial', 'loyalty', 'retention', 'recovery'] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];
export const VALUES = ['ambition', 'curiosity', 'belonging', 'control'] as const;
export type Value = (typeof VALUES)[number];

/** One line of the story with its picture. */
export interface Detail {
  readonly emoji?: string;
  readonly text: string;
  readonly media?: string;
  readonly alt?: string;
}

/** What may be done with a picture that somebody else has the rights to. */
export interface PictureRights {
  /** The last day, in the campaign's zone; for good where absent. */
  readonly until?: string;
  /** Ids of the accounts that it may go to; any where absent. */
  readonly accounts?: readonly string[];
}

export interface MessagePicture {
  readonly file: string;
  readonly alt?: string;
  /** The words that stand in it, as whoever brought it declared. */
  readonly textInImage?: string;
  readonly embargoUntil?: string;
  readonly rights?: PictureRights;
}

export interface Message {
  readonly headline?: string;
  readonly body?: string;
  readonly details?: readonly Detail[];
  readonly cta?: { readonly text: string; readonly url?: string };
  readonly hashtags?: readonly string[];
  readonly mentions?: Readonly<Partial<Record<ChannelId, readonly string[]>>>;
  readonly media?: readonly MessagePicture[];
  /** A person's own shorter or longer tellings, preferred where they fit. */
  readonly lengths?: { readonly micro?: string; readonly short?: string; readonly long?: string };
}

export interface Step {
  /** `main` when the campaign names none. */
  readonly id: string;
  readonly messages: Readonly<Record<string, Message>>;
  readonly embargoUntil?: string;
  /** Minutes after its time that an entry may still go out. */
  readonly graceMinutes?: number;
}

export interface Evidence {
  readonly claim: string;
  readonly ref: string;
  readonly until?: string;
}

/** A fact of a campaign; no text that tells it is public before its embargo. */
export type CampaignFact = Fact & { readonly embargoUntil?: string };

export interface Campaign {
  readonly id: CampaignId;
  readonly name: string;
  readonly brand?: string;
  /** Calendar days in `zone`, both included. */
  readonly window?: { readonly from: string; readonly to: string };
  /** IANA */
  readonly zone: string;
  readonly journeyStage?: JourneyStage;
  readonly values: readonly Value[];
  readonly topics: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly locales: readonly [string, ...string[]];
  readonly channels: readonly ChannelId[];
  readonly facts: readonly CampaignFact[];
  readonly steps: readonly [Step, ...Step[]];
  readonly embargoUntil?: string;
  readonly paused?: boolean;
  /** What the siblings do when one entry fails. */
  readonly onFailure: 'continue' | 'hold';
  readonly owner: UserId;
}

/** A campaign as a file or a request brings it: normalised, not yet owned. */
export type CampaignDraft = Omit<Campaign, 'id' | 'owner'>;
