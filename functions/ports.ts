/** What the use cases need of the world. Each home brings its own adapters. */
import type { CorrectionKind } from './core/correction.ts';
import type { Event, NewEvent } from './core/events.ts';
import type { EntryId, UserId, WorkspaceId } from './core/ids.ts';
import type { Index, IndexKeys, Key } from './core/keys.ts';
import type { Payload } from './core/payload.ts';
import type { Actor } from './core/tenant.ts';
import type { Http } from './ports/http.ts';
import type { Mail } from './ports/mail.ts';
import type { Notifier } from './ports/notifier.ts';
import type { PublicMedia } from './ports/public-media.ts';
import type { Rewriter } from './ports/rewriter.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Clients } from './ports/sign-in.ts';
import type { Texts } from './ports/texts.ts';
import type { Topics } from './ports/topics.ts';
import type { ChannelId } from '../brand-guide/engine/channel.ts';

/** A stored row: its value, the revision it had when read, and, on an aggregate's head, the hash of its last event. */
export interface Row<T> {
  readonly key: Key<T>;
  readonly rev: number;
  readonly value: T;
  readonly chain?: string;
}

/** `rev` is the revision that was read; 0 means that the row must not exist yet. */
export type Change =
  | {
      readonly op: 'put';
      readonly key: Key<unknown>;
      readonly value: unknown;
      readonly rev: number;
      /** On an aggregate's head, the hash of its last event when read; without it, whatever hash the row has stays. */
      readonly chain?: string | undefined;
      readonly index?: IndexKeys;
      /** Epoch seconds. */
      readonly expires?: number;
    }
  | { readonly op: 'remove'; readonly key: Key<unknown>; readonly rev: number };

/** A condition on a row that the transaction does not change. Paths in `where` are dotted, inside the value. */
export interface Check {
  readonly key: Key<unknown>;
  readonly rev?: number;
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

/** A create that may be asked for twice: the second asking gets the first one's answer. */
export interface Once {
  readonly workspace: WorkspaceId;
  readonly member: UserId;
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the request's body. */
  readonly body: string;
}

export interface Commit {
  /** The aggregate's own row, which carries the chain of its events. */
  readonly head: Change & { readonly op: 'put' };
  readonly changes?: readonly Change[];
  readonly checks?: readonly Check[];
  readonly by: Actor;
  readonly event: NewEvent;
  readonly once?: Once | undefined;
  /** Kept with `once`: what the second asking gets. */
  readonly answer?: unknown;
}

export interface Page<T> {
  readonly rows: readonly Row<T>[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

export interface Asking {
  /** Sort keys from here, included. */
  readonly from?: string;
  /** Sort keys up to here, included. */
  readonly to?: string;
  readonly limit?: number;
  readonly cursor?: string;
  readonly descending?: boolean;
}

/** The one store. Reads by key and by partition are consistent; index reads may lag. */
export interface Store {
  get: <T>(key: Key<T>) => Promise<Row<T> | undefined>;
  /** Rows of one partition whose sort key starts with `prefix`, in sort order. */
  children: <T>(pk: string, prefix: string, asking?: Asking) => Promise<Page<T>>;
  find: <T>(index: Index, pk: string, asking?: Asking) => Promise<Page<T>>;
  /**
   * The only audited write: all of it or nothing, at most 100 actions and 4 MB.
   * @throws Refused `stale` when a row changed since it was read, `already-exists` when a new row or a `once` is there already,
   * `storage-full`, `busy` when contention outlasts the retries.
   */
  commit: (commit: Commit) => Promise<Event>;
  /** Leases, checkpoints, read marks: conditional, not audited. False when a condition did not hold. */
  tick: (changes: readonly Change[], checks?: readonly Check[]) => Promise<boolean>;
  /** What was answered to this asking before. @throws Refused `key-reused` when its body was another. */
  answered: (once: Once) => Promise<{ readonly answer: unknown } | undefined>;
}

export interface Clock {
  /** ISO 8601 in UTC, with milliseconds. */
  now: () => string;
}

export interface Ids {
  /** A ULID, increasing within this process. */
  next: () => string;
}

/** The wake-up call of an entry; the row stays the truth, so losing or repeating one harms nothing. Never throws. */
export interface WakeUps {
  /** Creates or moves the entry's wake-up. `at` is an ISO instant. */
  set: (workspace: WorkspaceId, entry: EntryId, at: string) => Promise<void>;
  cancel: (workspace: WorkspaceId, entry: EntryId) => Promise<void>;
}

/** Facts that happened, at least once, in order per aggregate. Publishing again publishes nothing else. */
export interface Bus {
  publish: (events: readonly Event[]) => Promise<void>;
}

/** Content-addressed bytes. */
export interface Media {
  put: (bytes: Uint8Array) => Promise<{ readonly sha256: string }>;
  get: (sha256: string) => Promise<Uint8Array | undefined>;
}

/** A post in the preview feed, where `preview` accounts publish. */
export interface PreviewPost {
  /** Same entry and revision, same id. */
  readonly id: string;
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
  readonly account: string;
  readonly channel: ChannelId;
  readonly payload: Payload;
  readonly at: string;
  /** It is no post, but what became of the one with this id. */
  readonly correction?: { readonly is: CorrectionKind; readonly post: string };
}

export interface PreviewFeed {
  /** Keeps the post unless one with its id is there; then says so. */
  put: (post: PreviewPost) => Promise<'kept' | 'there-already'>;
  get: (workspace: WorkspaceId, id: string) => Promise<PreviewPost | undefined>;
  /** Newest first. */
  list: (workspace: WorkspaceId, limit: number) => Promise<readonly PreviewPost[]>;
}

export interface SignedIn {
  readonly user: UserId;
  readonly email: string;
}

/** Who somebody is; what they may do is their membership's business. */
export interface Identity {
  /** Undefined when the token is not ours, or no longer valid. */
  verify: (token: string) => Promise<SignedIn | undefined>;
  /** @throws Refused `not-signed-in` when e-mail and password do not match. */
  signIn: (
    email: string,
    password: string,
  ) => Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Makes the person known and gives a one-time code to hand over; it is empty for somebody known already. */
  invite: (email: string) => Promise<{ readonly user: UserId; readonly code: string }>;
  /** Uses a one-time code, once; `password` is set when given. @throws Refused `not-signed-in`. */
  redeem: (
    code: string,
    password?: string,
  ) => Promise<{ readonly token: string; readonly expiresAt: string }>;
}

/** One place where the audit trail does not hold. */
export interface BrokenChain {
  readonly aggregate: string;
  /** `altered`: an event is not what was written; `missing`: the chain names an event that is not there; `loose`: no head's chain reaches the event. */
  readonly is: 'altered' | 'missing' | 'loose';
  /** The event's id; for `missing`, the hash that the chain names. */
  readonly event: string;
}

/** Walks every chain of events of a workspace from its head. */
export interface Audit {
  verify: (
    workspace: WorkspaceId,
  ) => Promise<{ readonly checked: number; readonly broken: readonly BrokenChain[] }>;
}

/** Everything together, as a home composes it. */
export interface World {
  /** Absent where none is set up: then every text is the deterministic one. */
  readonly rewriter?: Rewriter;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
  readonly feed: PreviewFeed;
  readonly identity: Identity;
  readonly audit: Audit;
  readonly media: Media;
  readonly publicMedia: PublicMedia;
  readonly http: Http;
  readonly secrets: Secrets;
  readonly mail: Mail;
  readonly notifier: Notifier;
  readonly texts: Texts;
  readonly topics: Topics;
  /** Where providers are reached, where that is not their usual address. */
  readonly baseUrls: BaseUrls;
  /** Which version of a provider's API is spoken, where that is not the one that its connector knows. */
  readonly versions?: Versions;
  /** What this home is known by where accounts sign in. */
  readonly clients: Clients;
  /** Where people sign in, where that is not the provider's usual address. */
  readonly signInUrls: BaseUrls;
  /** How this home is reached from outside, without a slash at its end; absent where it is not. */
  readonly publicUrl?: string;
  /** How a browser on this machine reaches this home, where it runs on one: `http://127.0.0.1:4000`. */
  readonly localUrl?: string;
}

/** `https://graph.facebook.com` without a slash at its end, by channel. */
export type BaseUrls = Readonly<Partial<Record<ChannelId, string>>>;

/** `202609`, by channel. */
export type Versions = Readonly<Partial<Record<ChannelId, string>>>;
