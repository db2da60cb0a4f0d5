/** An account: one place on a channel that a workspace may publish to. */
import type { AccountLimits } from '../../brand-guide/engine/account-limits.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { AccountId, UserId } from './ids.ts';
import type { QuietHours } from './quiet-hours.ts';

export const ACCOUNT_STATES = ['connected', 'disconnected'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface Account {
  readonly id: AccountId;
  readonly channel: ChannelId;
  readonly name: string;
  /** Chosen when it is made, badged everywhere, never a fallback. */
  readonly mode: 'live' | 'preview';
  readonly state: AccountState;
  readonly locales: readonly string[];
  /** IANA */
  readonly zone: string;
  /** Wall times of a day, `09:00`, that "next free slot" offers. */
  readonly slots: readonly string[];
  /** Posts a calendar day at most. */
  readonly cap?: number;
  /** Minutes between two posts at least. */
  readonly gap?: number;
  /** When it writes to nobody, by the addressee's own clock. */
  readonly quiet?: QuietHours;
  /** Its own figures in place of the channel's. */
  readonly limits?: AccountLimits;
  readonly paused?: boolean;
  readonly owner: UserId;
}

/** What an account already has on one calendar day of its zone: entry id to instant. */
export interface AccountDay {
  readonly times: Readonly<Record<string, string>>;
}

/** What a person may change of it. */
export type AccountSettings = Pick<
  Account,
  'name' | 'locales' | 'zone' | 'slots' | 'cap' | 'gap' | 'limits' | 'quiet'
>;

export type AccountCommand =
  | { readonly do: 'connect' }
  | { readonly do: 'disconnect'; readonly reason: string }
  | { readonly do: 'set'; readonly settings: AccountSettings }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' };
