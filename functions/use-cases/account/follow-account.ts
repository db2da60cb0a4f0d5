/** After an account was connected or disconnected: its entries follow, at once as far as that goes, and by the sweep for the rest. */
import { nextLook, type AccountHealth } from '../../core/account-health.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { load, putAccountHealth } from '../rows.ts';
import { entriesFollow } from './entries-follow.ts';

/** What the last look found, and when to look again. */
export type Found = Pick<AccountHealth, 'result' | 'says' | 'checkAt'>;

/** The row that makes the sweep go on, for the transaction that changes the account. */
export const healthRow = async (world: World, tenant: Tenant, id: AccountId, found: Found) => {
  const now = world.clock.now();
  const was = await world.store.get(keys.accountHealth(tenant, id));
  const checked = found.result === undefined ? {} : { checkedAt: now };
  return putAccountHealth(tenant, id, { ...found, ...checked, lookAt: now, entriesWait: true }, was);
};

/** Losing a race leaves it to whoever won, and to the sweep. */
export const followAccount = async (world: World, tenant: Tenant, id: AccountId): Promise<void> => {
  const row = await world.store.get(keys.accountHealth(tenant, id));
  if (!row?.value.entriesWait) return;
  const { value: account } = await load(world, keys.account(tenant, id), 'account');
  if (await entriesFollow(world, tenant, account)) return;
  const { entriesWait: _done, ...health } = row.value;
  const token = (await world.store.get(keys.accountToken(tenant, id)))?.value;
  const lookAt = nextLook(health.checkAt, token, world.clock.now());
  await world.store.tick([putAccountHealth(tenant, id, { ...health, lookAt }, row)]);
};
