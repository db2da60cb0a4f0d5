/** An evergreen series: the wall times at which a variant is drafted again for a person to approve. It never posts by itself. */
import type { RefusalCode } from './errors.ts';
import type { AccountId, CampaignId, EntryId, SeriesId, UserId, VariantId } from './ids.ts';
import type { Recurrence } from './recurrence.ts';

export const SERIES_STATES = ['running', 'paused', 'ended'] as const;
export type SeriesState = (typeof SERIES_STATES)[number];

/** What a person may change of it. */
export interface SeriesSettings extends Recurrence {
  readonly name: string;
  readonly account: AccountId;
  /** IANA */
  readonly zone: string;
}

export interface Series extends SeriesSettings {
  readonly id: SeriesId;
  readonly campaign: CampaignId;
  /** What each occurrence begins as a copy of. */
  readonly variant: VariantId;
  readonly state: SeriesState;
  /** Occurrences up to this wall time are dealt with, and never again. */
  readonly dealtTo: string;
  /** How many that were. */
  readonly occurred: number;
  /** When it must be looked at next; absent when it need not. */
  readonly wakeAt?: string;
  readonly owner: UserId;
}

/** Why an occurrence has no entry: a person finds it another time, or lets it go. */
export interface NotPlanned {
  readonly code: RefusalCode;
  readonly says: string;
  /** The nearest wall times, where a clock change skips the one. */
  readonly suggestions?: readonly string[];
}

/** What became of one occurrence. */
export interface SeriesItem {
  readonly number: number;
  readonly wall: string;
  readonly variant?: VariantId;
  readonly entry?: EntryId;
  readonly notPlanned?: NotPlanned;
}

export type SeriesCommand =
  | { readonly do: 'set'; readonly settings: SeriesSettings }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'end' }
  /** The rule names no more. */
  | { readonly do: 'finish' }
  | { readonly do: 'occur'; readonly item: SeriesItem }
  | { readonly do: 'look-at'; readonly at: string };
