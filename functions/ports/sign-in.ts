/** Signing in at a provider with OAuth 2: what this home is known by there, where it happens, and what comes of it. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Credentials, Given } from './publisher.ts';

/** The app of this home that is registered at a provider. */
export interface Client {
  readonly id: string;
  /** Absent where the provider registers public clients. */
  readonly secret?: string;
  /** In place of the usual ones, where the registered app has others. */
  readonly scopes?: readonly string[];
}

export interface Clients {
  /** Undefined where nobody registered an app for the channel, or told this home of it. */
  readonly of: (channel: ChannelId) => Promise<Client | undefined>;
}

/** What a provider gave; instants are ISO 8601 in UTC. */
export interface Tokens {
  readonly access: string;
  readonly expiresAt?: string;
  readonly refresh?: string;
  /** When the refresh token ends, where the provider says so. */
  readonly renewableUntil?: string;
}

export type Redeemed =
  | { readonly is: 'tokens'; readonly tokens: Tokens }
  | { readonly is: 'refused'; readonly reason: string }
  /** Nobody knows whether the provider acted. */
  | { readonly is: 'unknown'; readonly reason: string };

/** One page, profile or organisation that the person who signed in may post as. */
export interface SignInPlace {
  readonly id: string;
  readonly name: string;
  readonly credentials: Credentials;
  readonly expiresAt?: string;
  readonly renewableUntil?: string;
}

export type SignInPlaces =
  | { readonly is: 'places'; readonly places: readonly SignInPlace[] }
  | Extract<Redeemed, { is: 'refused' | 'unknown' }>;

/** What signing in works with. */
export interface SignInGiven extends Pick<Given, 'http' | 'clock' | 'baseUrl' | 'version'> {
  readonly client: Client;
  /** An address of the provider as this home reaches it. */
  readonly at: (address: string) => string;
}

export interface Registration {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** How signing in goes at one channel's provider. */
export interface SignIn {
  readonly channel: ChannelId;
  /** Whose app is used, where it is another channel's. */
  readonly clientOf?: ChannelId;
  /** Full addresses; only their paths count where each account names its own server. */
  readonly authorize: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly between: ' ' | ',';
  /** Whether the provider knows PKCE (RFC 7636) for apps like ours. */
  readonly pkce: boolean;
  /** Where the token request carries the app's secret. */
  readonly secretIn: 'body' | 'header';
  /** Registers this home at the account's own server. */
  readonly register?: (
    given: Omit<SignInGiven, 'client'>,
    registration: Registration,
  ) => Promise<Client | Extract<Redeemed, { is: 'refused' | 'unknown' }>>;
  /** Whom the tokens may post as, each with the credentials that its connector takes. */
  readonly places: (given: SignInGiven, tokens: Tokens) => Promise<SignInPlaces>;
}
