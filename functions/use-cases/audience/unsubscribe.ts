/** The link in every e-mail by which its reader leaves with one click (RFC 8058), sealed so that nobody can make one. */
import * as z from 'zod';
import { isAddressHash } from '../../core/addressee.ts';
import type { AddressHash } from '../../core/ids.ts';
import { asId, type AccountId, type WorkspaceId } from '../../core/ids.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import { Refused } from '../../core/errors.ts';
import type { World } from '../../ports.ts';
import { settled } from '../use-case.ts';
import { leave } from './leave-audience.ts';

const FOR = { purpose: 'unsubscribe' } as const;
const Sealed = z.tuple([z.string(), z.string(), z.string().refine(isAddressHash)]);

/** Undefined where nobody outside can reach this home. */
export const unsubscribeLink = async (
  { secrets, publicUrl }: World,
  { workspace }: Tenant,
  account: AccountId,
  to: AddressHash,
): Promise<string | undefined> =>
  publicUrl === undefined
    ? undefined
    : `${publicUrl}/unsubscribe/${await secrets.seal(JSON.stringify([workspace, account, to]), FOR)}`;

/** Leaving twice is leaving once. @throws Refused `not-found` for a link that is not ours. */
export const unsubscribe = async (world: World, token: string): Promise<void> => {
  const opened = await world.secrets.open(token, FOR);
  const read = opened === undefined ? undefined : Sealed.safeParse(JSON.parse(opened)).data;
  if (!read) throw new Refused('not-found', 'This link is not one of ours.');
  const [workspace, account, to] = read;
  const leaving = {
    account: asId<AccountId>(account),
    to,
    state: 'opted-out',
    reason: 'They followed the link to unsubscribe.',
  } as const;
  const tenant = systemTenant(asId<WorkspaceId>(workspace));
  await settled(() => leave(world, tenant, leaving, { system: 'addressee' }));
};
