/** Connects an account with what its provider asks for, and disconnects it again. */
import type * as z from 'zod';
import { connectorOf, givenTo, type AnyConnector } from '../../channels/publishers.ts';
import type { Account, AccountCommand } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import { invalid, Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import type { Change, Row, World } from '../../ports.ts';
import type { Credentials, Health } from '../../ports/publisher.ts';
import { expectRev, load, put, putAccount, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { sealCredentials } from './credentials.ts';

export interface AccountAt {
  readonly id: AccountId;
  readonly ifRev: number;
}

export interface ConnectInput extends AccountAt {
  /** By the names that the channel's connector gives them. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

const liveConnector = ({ name, channel, mode }: Account): AnyConnector => {
  if (mode === 'preview')
    throw new Refused(
      'not-in-this-state',
      `${name} publishes to the preview feed: it has nothing to connect.`,
    );
  const connector = connectorOf(channel);
  if (!connector) throw new Refused('not-available-yet', `${channel} cannot be published to live.`);
  return connector;
};

const problemsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ path: ['credentials', ...path].join('.'), message }));

/** Names what is wrong and never shows what was given. */
const readCredentials = ({ credentials: schema, channel }: AnyConnector, given: unknown): Credentials => {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw invalid(`These are not the credentials of an account on ${channel}.`, problemsOf(read.error));
};

const SECOND = 1;

/** @throws Refused `not-available-yet` where the provider, or a reader, could never reach what they must from here. */
const requireReachable = async (
  { publicMedia, publicUrl }: World,
  { channel, fetchesPictures, ...connector }: AnyConnector,
): Promise<void> => {
  if ('linksBack' in connector && connector.linksBack && publicUrl === undefined)
    throw new Refused(
      'not-available-yet',
      `Whoever gets ${channel} must be able to leave: set CANTUS_PUBLIC_URL to where this server is reached from outside.`,
    );
  if (fetchesPictures && (await publicMedia.urlOf('0'.repeat(64), SECOND)) === undefined)
    throw new Refused(
      'not-available-yet',
      `${channel} fetches pictures from a public address: set CANTUS_PUBLIC_URL to where this server is reached from outside.`,
    );
};

/** An unreachable provider does not stand in the way: the health check tells later. */
const checked = async (world: World, connector: AnyConnector, credentials: Credentials): Promise<Health> => {
  const health = await connector.check(givenTo(connector, credentials, world));
  if (health.is === 'refused') throw new Refused('refused-by-provider', health.reason);
  return health;
};

const change = async (
  world: World,
  { member, tenant }: Session,
  was: Row<Account>,
  command: AccountCommand,
  changes: readonly Change[],
): Promise<Versioned<Account>> => {
  const became = transitionAccount(was.value, command, world.clock.now());
  const head = putAccount(tenant, became.state, was);
  await world.store.commit({ head, changes, by: { user: member.user }, event: eventOf(became) });
  return saved(head);
};

/** @throws Refused `invalid-input`, `refused-by-provider`, `not-available-yet`, `not-in-this-state`, `stale`, `not-found`. */
export const connectAccount = useCase(
  'connect-account',
  async (world, session, { id, ifRev, credentials: given }: ConnectInput): Promise<Versioned<Account>> => {
    const { tenant } = session;
    const was = await load(world, keys.account(tenant, id), 'account');
    expectRev(was, ifRev);
    const connector = liveConnector(was.value);
    await requireReachable(world, connector);
    const credentials = readCredentials(connector, given);
    const health = await checked(world, connector, credentials);
    const key = keys.accountToken(tenant, id);
    const token: AccountToken = {
      sealed: await sealCredentials(world, tenant, id, credentials),
      connectedAt: world.clock.now(),
      ...(health.is === 'well' && health.expiresAt !== undefined && { expiresAt: health.expiresAt }),
    };
    const before = await world.store.get(key);
    return change(world, session, was, { do: 'connect' }, [put(key, token, before)]);
  },
);

/** Its credentials are forgotten; its entries are held when they are due. @throws Refused as above. */
export const disconnectAccount = useCase(
  'disconnect-account',
  async (world, session, { id, ifRev }: AccountAt): Promise<Versioned<Account>> => {
    const was = await load(world, keys.account(session.tenant, id), 'account');
    expectRev(was, ifRev);
    liveConnector(was.value);
    const key = keys.accountToken(session.tenant, id);
    const before = await world.store.get(key);
    const gone: readonly Change[] = before ? [{ op: 'remove', key, rev: before.rev }] : [];
    return change(world, session, was, { do: 'disconnect', reason: 'A person disconnected it.' }, gone);
  },
);
