/** Renews an account's credentials before they end; what cannot be renewed but lasts for days is told of instead. */
import { lastsForDays, renewAt } from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import { isBefore } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { put } from '../rows.ts';
import { askProvider } from './check-health.ts';
import { refreshCredentials } from './refresh-credentials.ts';
import { tokenGone } from './token-refused.ts';

/** From now on its end is the end, of which its owner is told days ahead. */
const stopRenewing = async (
  world: World,
  tenant: Tenant,
  account: Account,
  sealed: string,
): Promise<void> => {
  const row = await world.store.get(keys.accountToken(tenant, account.id));
  if (row?.value.sealed !== sealed) return;
  const { renews: _never, refreshUntil: _over, ...value } = row.value;
  await world.store.tick([put<AccountToken>(row.key, value, row)]);
};

export const renewIfDue = async (world: World, tenant: Tenant, account: Account): Promise<void> => {
  const token = (await world.store.get(keys.accountToken(tenant, account.id)))?.value;
  const at = token && renewAt(token);
  if (!token || at === undefined || isBefore(world.clock.now(), at)) return;
  const outcome = await refreshCredentials(world, tenant, account, token.sealed);
  if (outcome.is !== 'refused') return;
  const isGood =
    lastsForDays(token, world.clock.now()) && (await askProvider(world, tenant, account)).is === 'well';
  if (isGood) await stopRenewing(world, tenant, account, token.sealed);
  else {
    const says = outcome.says ?? 'The provider does not renew the credentials.';
    await tokenGone(world, tenant, account, token.sealed, says);
  }
};
