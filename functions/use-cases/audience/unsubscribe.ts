/** The link in every e-mail by which its reader leaves with one click (RFC 8058). */
import { isAddressHash } from '../../core/addressee.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId, AddressHash } from '../../core/ids.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { settled } from '../use-case.ts';
import { leave } from './leave-audience.ts';
import { openLink, sealedLink } from './sealed-link.ts';

/** Undefined where nobody outside can reach this home. */
export const unsubscribeLink = (
  world: World,
  tenant: Tenant,
  account: AccountId,
  to: AddressHash,
): Promise<string | undefined> => sealedLink(world, 'unsubscribe', { tenant, account, said: to });

/** Leaving twice is leaving once. @throws Refused `not-found` for a link that is not ours. */
export const unsubscribe = async (world: World, token: string): Promise<void> => {
  const { tenant, account, said } = await openLink(world, 'unsubscribe', token);
  if (!isAddressHash(said)) throw new Refused('not-found', 'There is nothing at this address.');
  const leaving = {
    account,
    to: said,
    state: 'opted-out',
    reason: 'They followed the link to unsubscribe.',
  } as const;
  await settled(() => leave(world, tenant, leaving, { system: 'addressee' }));
};
