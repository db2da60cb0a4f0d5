/** How a channel is published to: what a connector is given, and what it does. */
import type * as z from 'zod';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Account } from '../core/account.ts';
import type { Entry, Outcome, PartDelivery } from '../core/entry.ts';
import type { WorkspaceId } from '../core/ids.ts';
import type { Payload } from '../core/payload.ts';
import type { Clock, Media } from '../ports.ts';
import type { Http } from './http.ts';
import type { PublicMedia } from './public-media.ts';
import type { Client } from './sign-in.ts';

/** The part that is prepared, sent or read back, of a post that goes out in several calls. */
export interface JobPart {
  /** `text`, `thread[0]`, `firstComment` */
  readonly name: string;
  /** What is live of the parts before it, in order. */
  readonly before: readonly PartDelivery[];
}

/** What a publisher works on: the entry as claimed, its account, and the payload of the pinned revision. */
export interface Job {
  readonly workspace: WorkspaceId;
  readonly entry: Entry;
  readonly account: Account;
  readonly payload: Payload;
  /** Absent where the post is one call. */
  readonly part?: JobPart;
}

export type Prepared =
  | { readonly is: 'ready'; readonly checkpoint: string }
  /** The provider still works on it: look again at `after`. */
  | { readonly is: 'pending'; readonly checkpoint: string; readonly after: string }
  | Extract<Outcome, { is: 'rejected' | 'retry' }>;

/** Where a post is, as its provider says. */
export interface Posted {
  readonly externalId: string;
  readonly url?: string;
}

export type ReadBack =
  | ({
      readonly is: 'found';
      /** What else of that time says the same: the first may be another entry's. */
      readonly also?: readonly Posted[];
      /** Whichever it is, the provider says that the call was done. */
      readonly isLive?: boolean;
    } & Posted)
  /** The channel shows everything of the time in question, and the post is not among it. */
  | { readonly is: 'absent' }
  /** What was kept of it tells all that can be known. */
  | { readonly is: 'settled'; readonly outcome: Outcome }
  | { readonly is: 'unknown'; readonly reason: string };

/**
 * Exactly one call that changes or takes back what is live under this id; `published` says that it is done. Again after it was
 * done it answers the same, and it never makes a new post.
 */
export type CorrectingCall = (job: Job, externalId: string) => Promise<Outcome>;

/** How one account publishes. `prepare` is repeatable and nothing goes live; `send` makes exactly one create call, for one part. */
export interface Publisher {
  prepare: (job: Job, checkpoint?: string) => Promise<Prepared>;
  send: (job: Job, checkpoint: string) => Promise<Outcome>;
  readBack: (job: Job, checkpoint: string) => Promise<ReadBack>;
  /** What goes out in calls of its own, in order; absent where a payload is always one call. */
  partsOf?: (payload: Payload) => readonly string[];
  /** Makes what is live say the job's payload, or its part; absent where the channel lets no program do that. */
  amend?: CorrectingCall;
  /** What of a post `amend` can change. */
  readonly amends?: 'text' | 'everything';
  retract?: CorrectingCall;
  /** Whether repeating `send` with the same checkpoint cannot make a second post. */
  readonly idempotency: 'exact' | 'none';
  /** How long after the intent repeating is safe, where that ends. */
  readonly exactForSeconds?: number;
}

/** What an account is connected with, by the names that its connector gives them. */
export type Credentials = Readonly<Record<string, string>>;

/** What a connector works with. */
export interface Given {
  readonly http: Http;
  readonly clock: Clock;
  readonly media: Media;
  readonly publicMedia: PublicMedia;
  readonly credentials: Credentials;
  /** The provider's address, without a slash at its end. */
  readonly baseUrl: string;
  /** Of the provider's API, where the home says which. */
  readonly version?: string;
}

/** What the provider says of the credentials. */
export type Health =
  | { readonly is: 'well'; readonly as: string; readonly expiresAt?: string }
  /** Only the account's owner can mend it. */
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

/** What came of asking for fresh credentials. */
export type Refreshed =
  | {
      readonly is: 'refreshed';
      readonly credentials: Credentials;
      readonly expiresAt?: string;
      /** When even renewing ends, where the provider says so. */
      readonly renewableUntil?: string;
    }
  /** The provider will never renew these: only connecting again helps. */
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

/** What renewing works with besides the credentials. */
export interface Renewing {
  /** The app of this home at the provider; absent where it has none. */
  readonly client?: Client;
  /** An address of the provider as this home reaches it. */
  readonly at: (address: string) => string;
}

/** What every connector says of itself. `Gets` is what it is given of the world. */
export interface ConnectorBase<Gets extends Given = Given> {
  readonly channel: ChannelId;
  /** The provider's usual address; empty where each account names its own. */
  readonly baseUrl: string;
  /** What a person gives to connect an account; each field described. */
  readonly credentials: z.ZodType<Credentials>;
  /** Whether it fetches pictures from a public address, without which it cannot be connected. */
  readonly fetchesPictures?: true;
  readonly check: (given: Gets) => Promise<Health>;
  /** Whether a token is renewed by itself; otherwise by the credential `refresh`, where there is one. */
  readonly renewsByItself?: true;
  /** Absent where credentials last until they are revoked. */
  readonly refresh?: (given: Gets, renewing: Renewing) => Promise<Refreshed>;
}

/** Everything that a channel needs to be published to live. */
export interface Connector extends ConnectorBase {
  readonly connect: (given: Given) => Publisher;
}
