/** What follows when a provider does not take an account's token: it is renewed, or the account is disconnected and its owner told. */
import type { Account } from '../../core/account.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import type { World } from '../../ports.ts';
import { noticeRow } from '../notices.ts';
import { putAccount } from '../rows.ts';
import { refreshCredentials } from './refresh-credentials.ts';

/** A race with a person who connects or disconnects it is theirs to win. */
const disconnect = async (world: World, tenant: Tenant, account: Account, reason: string): Promise<void> => {
  const row = await world.store.get(keys.account(tenant, account.id));
  if (row?.value.state !== 'connected') return;
  const became = transitionAccount(row.value, { do: 'disconnect', reason }, world.clock.now());
  const says = `${account.name} was disconnected: ${reason} Connect it again; until then its posts are held.`;
  const notice = noticeRow(world, tenant, {
    kind: 'disconnected',
    to: account.owner,
    says,
    account: account.id,
  });
  try {
    await world.store.commit({
      head: putAccount(tenant, became.state, row),
      changes: [notice],
      by: { system: 'publisher' },
      event: eventOf(became),
    });
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'stale')) throw error;
  }
};

export const tokenRefused = async (world: World, tenant: Tenant, account: Account): Promise<void> => {
  const outcome = await refreshCredentials(world, tenant, account);
  if (outcome.is === 'refused') await disconnect(world, tenant, account, outcome.reason);
};
