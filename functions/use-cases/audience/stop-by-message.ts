/** What people answer to a text message: STOP, in the words of their language, takes them out of the audience. */
import { addressHash, readAddress } from '../../core/addressee.ts';
import { asksToStop } from '../../core/audience.ts';
import type { AccountId } from '../../core/ids.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { leaveIfThere } from './leave-audience.ts';
import { openLink, sealedLink } from './sealed-link.ts';

/** Whoever knows it can only take people out; undefined where nobody outside can reach this home. */
export const stopAddress = (world: World, tenant: Tenant, account: AccountId): Promise<string | undefined> =>
  sealedLink(world, 'inbound', { tenant, account, said: 'stop' });

export interface Inbound {
  readonly token: string;
  /** In any usual form of E.164. */
  readonly from: string;
  readonly text: string;
}

/** Whether somebody left. Whoever is not in the audience, or says anything else, changes nothing. */
export const stopByMessage = async (world: World, { token, from, text }: Inbound): Promise<boolean> => {
  const { tenant, account } = await openLink(world, 'inbound', token);
  const address = readAddress('sms', from.startsWith('+') ? from : `+${from}`);
  if (address === undefined || !asksToStop(text)) return false;
  const to = addressHash(tenant, account, address);
  return leaveIfThere(world, tenant, { account, to, state: 'opted-out', reason: 'They answered STOP.' });
};
