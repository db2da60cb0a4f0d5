/** What an account is connected with: sealed at rest, opened only to publish. */
import * as z from 'zod';
import { keys } from '../../core/keys.ts';
import type { AccountId } from '../../core/ids.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import type { Credentials } from '../../ports/publisher.ts';
import type { SealedFor } from '../../ports/secrets.ts';

const Opened = z.record(z.string(), z.string());

const sealedFor = ({ workspace }: Tenant, account: AccountId): SealedFor => ({ workspace, account });

export const sealCredentials = (
  { secrets }: World,
  tenant: Tenant,
  account: AccountId,
  credentials: Credentials,
): Promise<string> => secrets.seal(JSON.stringify(credentials), sealedFor(tenant, account));

export interface OpenToken {
  /** As it is sealed: what a provider refuses is this one, whatever the account has by then. */
  readonly token: string;
  /** Undefined where what is stored cannot be opened here. */
  readonly credentials: Credentials | undefined;
}

/** Undefined where the account has none. */
export const openToken = async (
  world: World,
  tenant: Tenant,
  account: AccountId,
): Promise<OpenToken | undefined> => {
  const row = await world.store.get(keys.accountToken(tenant, account));
  if (!row) return undefined;
  const { sealed: token } = row.value;
  const opened = await world.secrets.open(token, sealedFor(tenant, account));
  return { token, credentials: opened === undefined ? undefined : Opened.safeParse(JSON.parse(opened)).data };
};

/** Undefined where the account has none, and where what is stored cannot be opened here. */
export const credentialsOf = async (
  world: World,
  tenant: Tenant,
  account: AccountId,
): Promise<Credentials | undefined> => (await openToken(world, tenant, account))?.credentials;
