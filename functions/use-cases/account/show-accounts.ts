/** Accounts with how their connections are: who they speak as, when they end, what the last check found. */
import { daysLeft, endOf, type HealthResult } from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { Refused } from '../../core/errors.ts';
import type { World } from '../../ports.ts';
import { load, putAccountHealth, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { listAccounts } from '../workspace/accounts.ts';
import { checkHealth } from './check-health.ts';
import { liveConnector } from './live-connector.ts';

export interface HealthShown {
  readonly checkedAt?: string;
  readonly result?: HealthResult;
  /** Who the provider says it is, or why it is not well. */
  readonly says?: string;
  /** When the connection ends unless somebody connects it again. */
  readonly expiresAt?: string;
  readonly daysLeft?: number;
  readonly connectedAt?: string;
  readonly renewedAt?: string;
  /** Whether it is renewed before it ends. */
  readonly renews: boolean;
}
export type AccountShown = Account & { readonly health?: HealthShown };

const healthOf = async (world: World, tenant: Tenant, id: AccountId): Promise<HealthShown | undefined> => {
  const [health, token] = await Promise.all([
    world.store.get(keys.accountHealth(tenant, id)),
    world.store.get(keys.accountToken(tenant, id)),
  ]);
  if (!health && !token) return undefined;
  const { checkedAt, result, says } = health?.value ?? {};
  const { connectedAt, renewedAt, renews } = token?.value ?? {};
  const expiresAt = token && endOf(token.value);
  return {
    renews: renews !== undefined,
    ...(checkedAt !== undefined && { checkedAt }),
    ...(result !== undefined && { result }),
    ...(says !== undefined && { says }),
    ...(connectedAt !== undefined && { connectedAt }),
    ...(renewedAt !== undefined && { renewedAt }),
    ...(expiresAt !== undefined && { expiresAt, daysLeft: daysLeft(expiresAt, world.clock.now()) }),
  };
};

const shown = async (
  world: World,
  tenant: Tenant,
  { value, rev }: Versioned<Account>,
): Promise<Versioned<AccountShown>> => {
  const health = value.mode === 'live' ? await healthOf(world, tenant, value.id) : undefined;
  return { value: { ...value, ...(health && { health }) }, rev };
};

export const showAccounts = useCase(
  'list-accounts',
  async (world, session): Promise<readonly Versioned<AccountShown>[]> => {
    const accounts = await listAccounts(world, session, undefined);
    return Promise.all(accounts.map((one) => shown(world, session.tenant, one)));
  },
);

/** Asks the provider now; an account whose token is not taken any more is disconnected by it. @throws Refused `disconnected`, `not-in-this-state`, `not-found`. */
export const checkAccount = useCase(
  'check-account',
  async (world, { tenant }, { id }: { readonly id: AccountId }): Promise<Versioned<AccountShown>> => {
    const { value: account } = await load(world, keys.account(tenant, id), 'account');
    liveConnector(account);
    if (account.state === 'disconnected')
      throw new Refused('disconnected', `${account.name} is not connected: connect it first.`);
    const found = await checkHealth(world, tenant, account);
    const row = await world.store.get(keys.accountHealth(tenant, id));
    const health = { lookAt: world.clock.now(), ...row?.value, ...found };
    // Whoever wrote it in the meantime knows as much.
    await world.store.tick([putAccountHealth(tenant, id, health, row)]);
    return shown(world, tenant, await load(world, keys.account(tenant, id), 'account'));
  },
);
