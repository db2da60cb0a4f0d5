/** Renews what an account is connected with: one worker at a time, and what the provider gave is not lost on the way. */
import { connectorOf, givenTo, type AnyConnector } from '../../channels/publishers.ts';
import { clientOf } from '../../channels/sign-ins.ts';
import type { Account } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import type { Refreshed } from '../../ports/publisher.ts';
import { put } from '../rows.ts';
import { signInGiven } from './begin-sign-in.ts';
import { credentialsOf, sealCredentials } from './credentials.ts';

/** A renewal is one short call; whoever takes longer is gone. */
const LEASE_SECONDS = 120;
const TRIES = 5;

export type RefreshOutcome =
  | { readonly is: 'refreshed' }
  /** Somebody else is at it, or the provider cannot be reached. */
  | { readonly is: 'later' }
  /** Only connecting again helps; `says` is absent where there was nothing to renew with. */
  | { readonly is: 'refused'; readonly says?: string };

const leased = async (world: World, row: Row<AccountToken>): Promise<Row<AccountToken> | undefined> => {
  const now = world.clock.now();
  const { refreshUntil } = row.value;
  if (refreshUntil !== undefined && isBefore(now, refreshUntil)) return undefined;
  const value = { ...row.value, refreshUntil: plusSeconds(now, LEASE_SECONDS) };
  const won = await world.store.tick([put(row.key, value, row)]);
  return won ? { ...row, value, rev: row.rev + 1 } : undefined;
};

/** Written over whatever lease is there by now; only what somebody connected anew is better. */
const keepAll = async (
  { store }: World,
  mine: Row<AccountToken>,
  value: AccountToken,
): Promise<RefreshOutcome> => {
  let row = mine;
  for (let tries = 1; ; tries += 1) {
    try {
      if (await store.tick([put(mine.key, value, row)])) return { is: 'refreshed' };
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
    const now = await store.get(mine.key);
    if (now?.value.sealed !== mine.value.sealed) return { is: 'refreshed' };
    row = now;
  }
};

const keep = async (
  world: World,
  tenant: Tenant,
  account: Account,
  mine: Row<AccountToken>,
  { credentials, expiresAt, renewableUntil }: Extract<Refreshed, { is: 'refreshed' }>,
): Promise<RefreshOutcome> => {
  const { refreshUntil: _over, expiresAt: _old, ...rest } = mine.value;
  const sealed = await sealCredentials(world, tenant, account.id, credentials);
  return keepAll(world, mine, {
    ...rest,
    sealed,
    renewedAt: world.clock.now(),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(renewableUntil !== undefined && { renewableUntil }),
  });
};

const renew = async (
  world: World,
  tenant: Tenant,
  account: Account,
  connector: AnyConnector,
): Promise<Refreshed | undefined> => {
  const credentials = await credentialsOf(world, tenant, account.id);
  if (!credentials) return undefined;
  const client = await world.clients.of(clientOf(account.channel));
  const { at } = signInGiven(world, connector, credentials['server']);
  return connector.refresh?.(givenTo(connector, credentials, world), { at, ...(client && { client }) });
};

/** Whoever had the lease before never kept what came of it. */
const CUT_OFF = 'An earlier renewal seems to have been cut off before its new token was kept.';

/** Single-flight by a conditional write. `sealed`: the token that is to be renewed; another by now needs nothing. */
export const refreshCredentials = async (
  world: World,
  tenant: Tenant,
  account: Account,
  sealed: string,
): Promise<RefreshOutcome> => {
  const connector = connectorOf(account.channel);
  const row = await world.store.get(keys.accountToken(tenant, account.id));
  if (row && row.value.sealed !== sealed) return { is: 'refreshed' };
  if (!row?.value.renews || !connector?.refresh) return { is: 'refused' };
  const mine = await leased(world, row);
  if (!mine) return { is: 'later' };
  const renewed = await renew(world, tenant, account, connector);
  switch (renewed?.is) {
    case 'refreshed':
      return keep(world, tenant, account, mine, renewed);
    case 'refused':
      return {
        is: 'refused',
        says: row.value.refreshUntil === undefined ? renewed.reason : `${CUT_OFF} ${renewed.reason}`,
      };
    case 'unknown':
    case undefined:
      return { is: 'later' };
  }
};
