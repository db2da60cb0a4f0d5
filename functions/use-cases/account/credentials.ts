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

/** Undefined where the account has none, and where what is stored cannot be opened here. */
export const credentialsOf = async (
  world: World,
  tenant: Tenant,
  account: AccountId,
): Promise<Credentials | undefined> => {
  const row = await world.store.get(keys.accountToken(tenant, account));
  const opened = row && (await world.secrets.open(row.value.sealed, sealedFor(tenant, account)));
  return opened === undefined ? undefined : Opened.safeParse(JSON.parse(opened)).data;
};
