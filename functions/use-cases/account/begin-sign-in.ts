/** Begins signing in at an account's provider: where to send the person, and what is kept until they are back. */
import { authorizeUrl, scopesOf } from '../../channels/signing-in/authorize-url.ts';
import { givenTo, type AnyConnector } from '../../channels/publishers.ts';
import { clientOf, reachedAt, signInOf } from '../../channels/sign-ins.ts';
import { invalid, Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { World } from '../../ports.ts';
import type { Client, SignIn, SignInGiven } from '../../ports/sign-in.ts';
import { load } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { liveConnector, requireReachable } from './live-connector.ts';
import { hashOf, pendingRow, signInOver, SIGN_IN_SECONDS, stateOf } from './pending-sign-in.ts';
import { plusSeconds } from '../../core/instant.ts';

export interface BeginSignInInput {
  readonly id: AccountId;
  /** The account's server, where the channel has many. */
  readonly server?: string;
}

export interface SignInBegun {
  /** Where the person signs in; good for ten minutes. */
  readonly url: string;
  readonly expiresAt: string;
}

/** @throws Refused `not-available-yet` where an account's credentials are typed in. */
export const requireSignIn = ({ channel }: AnyConnector): SignIn => {
  const signIn = signInOf(channel);
  if (signIn) return signIn;
  throw new Refused(
    'not-available-yet',
    `${channel} has no sign-in: connect the account with the credentials that /connectors lists.`,
  );
};

/** What signing in and renewing work with, but for the client. */
export const signInGiven = (
  world: World,
  connector: AnyConnector,
  server?: string,
): Omit<SignInGiven, 'client'> => {
  const credentials = server === undefined ? {} : { server };
  const { http, clock, baseUrl, version } = givenTo(connector, credentials, world);
  const at = reachedAt(connector.channel, world.signInUrls, server === undefined ? undefined : baseUrl);
  return { http, clock, baseUrl, at, ...(version !== undefined && { version }) };
};

/** Each provider has an address of its own to send back to, so that none can pass another's answer on to us. */
const viaOf = (channel: string, server?: string): string =>
  server === undefined ? channel : `${channel}-${hashOf(new URL(server).origin).slice(0, 16)}`;

/** @throws Refused `not-available-yet` where no browser reaches this home. */
const redirectTo = ({ publicUrl, localUrl }: World, via: string): string => {
  const home = publicUrl ?? localUrl;
  if (home !== undefined) return `${home}/connect/${via}`;
  throw new Refused(
    'not-available-yet',
    'Nobody could come back from signing in: run cantus serve, or set CANTUS_PUBLIC_URL to where this home is reached.',
  );
};

const requireServer = (signIn: SignIn, server: string | undefined): string | undefined => {
  if ((signIn.register === undefined) === (server === undefined)) return server?.replace(/\/+$/u, '');
  const message = signIn.register
    ? 'expected the address of the account’s server, such as https://mastodon.social'
    : `expected none: ${signIn.channel} has one address`;
  throw invalid(`Signing in at ${signIn.channel} cannot begin.`, [{ path: 'server', message }]);
};

const registered = async (
  world: World,
  signIn: SignIn,
  given: Omit<SignInGiven, 'client'>,
  redirectUri: string,
): Promise<Client> => {
  if (!signIn.register) {
    const client = await world.clients.of(clientOf(signIn.channel));
    if (client) return client;
    throw new Refused(
      'not-available-yet',
      `This home is not known to ${signIn.channel} yet: register an app there and name it to the home (docs/connecting.md), or connect with credentials.`,
    );
  }
  const app = await signIn.register(given, { redirectUri, scopes: scopesOf(signIn) });
  if ('is' in app) throw new Refused('refused-by-provider', app.reason);
  return app;
};

const begin = async (
  world: World,
  session: Session,
  account: AccountId,
  connector: AnyConnector,
  asked: string | undefined,
): Promise<string> => {
  const signIn = requireSignIn(connector);
  const server = requireServer(signIn, asked);
  const via = viaOf(signIn.channel, server);
  const redirectUri = redirectTo(world, via);
  const given = signInGiven(world, connector, server);
  const client = await registered(world, signIn, given, redirectUri);
  const [state, verifier] = [stateOf(session, account, world.secrets.random()), world.secrets.random()];
  const says = { verifier, redirectUri, client: mutable(client), ...(server !== undefined && { server }) };
  const at = { account, hash: hashOf(state) };
  const row = await pendingRow(world, session, at, { via, is: 'begun', says });
  if (!(await world.store.tick([row]))) throw signInOver();
  return authorizeUrl({ ...given, client }, signIn, { state, verifier, redirectUri });
};

const mutable = ({ scopes, ...client }: Client) => ({ ...client, ...(scopes && { scopes: [...scopes] }) });

/** @throws Refused `not-available-yet`, `invalid-input`, `refused-by-provider`, `not-in-this-state`, `not-found`. */
export const beginSignIn = useCase(
  'begin-sign-in',
  async (world, session, { id, server }: BeginSignInInput): Promise<SignInBegun> => {
    const { value: account } = await load(world, keys.account(session.tenant, id), 'account');
    const connector = liveConnector(account);
    await requireReachable(world, connector);
    const expiresAt = plusSeconds(world.clock.now(), SIGN_IN_SECONDS);
    return { url: await begin(world, session, id, connector, server), expiresAt };
  },
);
