/** Renews what an account is connected with: one worker at a time, the others wait for it. */
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

/** A refresh is one short call; whoever takes longer is gone. */
const LEASE_SECONDS = 120;

export type RefreshOutcome =
  | { readonly is: 'refreshed' }
  /** Somebody else is at it, or the provider cannot be reached. */
  | { readonly is: 'later' }
  | { readonly is: 'refused'; readonly reason: string };

const NOT_RENEWED: RefreshOutcome = {
  is: 'refused',
  reason: 'The provider takes the credentials no more, and they cannot be renewed.',
};

const leased = async (world: World, row: Row<AccountToken>): Promise<Row<AccountToken> | undefined> => {
  const now = world.clock.now();
  const { refreshUntil } = row.value;
  if (refreshUntil !== undefined && isBefore(now, refreshUntil)) return undefined;
  const value = { ...row.value, refreshUntil: plusSeconds(now, LEASE_SECONDS) };
  const won = await world.store.tick([put(row.key, value, row)]);
  return won ? { ...row, value, rev: row.rev + 1 } : undefined;
};

const keep = async (
  world: World,
  tenant: Tenant,
  account: Account,
  mine: Row<AccountToken>,
  { credentials, expiresAt }: Extract<Refreshed, { is: 'refreshed' }>,
): Promise<RefreshOutcome> => {
  const { refreshUntil: _over, expiresAt: _old, ...rest } = mine.value;
  const sealed = await sealCredentials(world, tenant, account.id, credentials);
  const value: AccountToken = { ...rest, sealed, ...(expiresAt !== undefined && { expiresAt }) };
  // Lost only to somebody who connected the account anew, whose credentials are better.
  await world.store.tick([put(mine.key, value, mine)]);
  return { is: 'refreshed' };
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

/** Single-flight by a conditional write. */
export const refreshCredentials = async (
  world: World,
  tenant: Tenant,
  account: Account,
): Promise<RefreshOutcome> => {
  const connector = connectorOf(account.channel);
  const row = await world.store.get(keys.accountToken(tenant, account.id));
  if (!row || !connector?.refresh) return NOT_RENEWED;
  const mine = await leased(world, row);
  if (!mine) return { is: 'later' };
  const renewed = await renew(world, tenant, account, connector);
  switch (renewed?.is) {
    case 'refreshed':
      return keep(world, tenant, account, mine, renewed);
    case 'refused':
      return renewed;
    case 'unknown':
    case undefined:
      return { is: 'later' };
  }
};
