/** Keeps what an account is connected with, once the provider was asked about it. */
import { givenTo, type AnyConnector } from '../../channels/publishers.ts';
import { nextCheck } from '../../core/account-health.ts';
import type { Account, AccountCommand } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import type { Change, Row, World } from '../../ports.ts';
import type { Credentials, Health } from '../../ports/publisher.ts';
import { put, putAccount, saved, type Versioned } from '../rows.ts';
import type { Session } from '../use-case.ts';
import { sealCredentials } from './credentials.ts';
import { followAccount, healthRow, type Found } from './follow-account.ts';
import { liveConnector } from './live-connector.ts';

/** What is known of when credentials end. */
export type Ends = Pick<AccountToken, 'expiresAt' | 'renewableUntil'>;

/**
 * An unreachable provider does not stand in the way: the health check tells later.
 * @throws Refused `refused-by-provider`.
 */
export const checked = async (
  world: World,
  connector: AnyConnector,
  credentials: Credentials,
): Promise<Health> => {
  const health = await connector.check(givenTo(connector, credentials, world));
  if (health.is === 'refused') throw new Refused('refused-by-provider', health.reason);
  return health;
};

/** Its entries follow. */
export const changeAccountState = async (
  world: World,
  { member, tenant }: Session,
  was: Row<Account>,
  command: AccountCommand,
  found: Found,
  changes: readonly Change[],
): Promise<Versioned<Account>> => {
  const became = transitionAccount(was.value, command, world.clock.now());
  const head = putAccount(tenant, became.state, was);
  const health = await healthRow(world, tenant, was.value.id, found);
  await world.store.commit({
    head,
    changes: [...changes, health],
    by: { user: member.user },
    event: eventOf(became),
  });
  await followAccount(world, tenant, was.value.id);
  return saved(head);
};

const renewsOf = (
  { refresh, renewsByItself }: AnyConnector,
  credentials: Credentials,
): Pick<AccountToken, 'renews'> => {
  if (refresh && renewsByItself) return { renews: 'by-itself' };
  return refresh && credentials['refresh'] !== undefined ? { renews: 'by-refresh-token' } : {};
};

/** Connects the account as it was read. @throws Refused `stale` when it changed since. */
export const keepConnected = async (
  world: World,
  session: Session,
  was: Row<Account>,
  {
    credentials,
    health,
    ends = {},
    more = [],
  }: {
    readonly credentials: Credentials;
    readonly health: Health;
    readonly ends?: Ends;
    readonly more?: readonly Change[];
  },
): Promise<Versioned<Account>> => {
  const { tenant } = session;
  const { id } = was.value;
  const key = keys.accountToken(tenant, id);
  const now = world.clock.now();
  const token: AccountToken = {
    sealed: await sealCredentials(world, tenant, id, credentials),
    connectedAt: now,
    ...renewsOf(liveConnector(was.value), credentials),
    ...(health.is === 'well' && health.expiresAt !== undefined && { expiresAt: health.expiresAt }),
    ...ends,
  };
  const before = await world.store.get(key);
  const found = {
    checkAt: nextCheck(id, health.is, now),
    result: health.is,
    says: health.is === 'well' ? health.as : health.reason,
  };
  return changeAccountState(world, session, was, { do: 'connect' }, found, [
    put(key, token, before),
    ...more,
  ]);
};
