/** Asks a provider about an account's credentials, and does what its answer asks for. */
import { connectorOf, givenTo } from '../../channels/publishers.ts';
import { nextCheck, type AccountHealth } from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import type { Health } from '../../ports/publisher.ts';
import { openToken } from './credentials.ts';
import { tokenGone, tokenRefused } from './token-refused.ts';

const GONE: Health = { is: 'refused', reason: 'Its credentials are gone.' };

interface Asked {
  readonly health: Health;
  /** Of which token it is, as it is sealed. */
  readonly token?: string;
}

const ask = async (world: World, tenant: Tenant, account: Account): Promise<Asked> => {
  const connector = connectorOf(account.channel);
  const opened = await openToken(world, tenant, account.id);
  if (!connector || !opened) return { health: GONE };
  const { token, credentials } = opened;
  return {
    token,
    health: credentials ? await connector.check(givenTo(connector, credentials, world)) : GONE,
  };
};

export const askProvider = async (world: World, tenant: Tenant, account: Account): Promise<Health> =>
  (await ask(world, tenant, account)).health;

const askRenewed = async (world: World, tenant: Tenant, account: Account): Promise<Health> => {
  const { health, token } = await ask(world, tenant, account);
  if (health.is === 'refused') await tokenGone(world, tenant, account, token, health.reason);
  return health;
};

/** A token that is not taken is renewed and asked about once more; where that does not help, the account is disconnected. */
const settle = async (world: World, tenant: Tenant, account: Account): Promise<Health> => {
  const { health, token } = await ask(world, tenant, account);
  if (health.is !== 'refused') return health;
  const came = await tokenRefused(world, tenant, account, token, health.reason);
  if (came === 'renewed') return askRenewed(world, tenant, account);
  return came === 'later' ? { is: 'unknown', reason: health.reason } : health;
};

/** What came of it, as it is kept. */
export const checkHealth = async (
  world: World,
  tenant: Tenant,
  account: Account,
): Promise<Required<Pick<AccountHealth, 'checkedAt' | 'checkAt' | 'result' | 'says'>>> => {
  const health = await settle(world, tenant, account);
  const now = world.clock.now();
  return {
    checkedAt: now,
    checkAt: nextCheck(account.id, health.is, now),
    result: health.is,
    says: health.is === 'well' ? health.as : health.reason,
  };
};
