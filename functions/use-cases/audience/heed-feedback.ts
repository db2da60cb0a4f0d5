/** What a mail provider learns after it took a letter: whoever is not there, or complains, is written to no more. */
import { addressHash, readAddress, type Gone } from '../../core/addressee.ts';
import type { AccountId } from '../../core/ids.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { leaveIfThere } from './leave-audience.ts';
import { openLink, sealedLink } from './sealed-link.ts';

/** Whoever knows it can only take people out; undefined where nobody outside can reach this home. */
export const feedbackAddress = (
  world: World,
  tenant: Tenant,
  account: AccountId,
): Promise<string | undefined> => sealedLink(world, 'inbound', { tenant, account, said: 'feedback' });

export interface Feedback {
  readonly token: string;
  /** Addresses that take no letter for good. */
  readonly bounced: readonly string[];
  /** Addresses of readers who said that it is spam. */
  readonly complained: readonly string[];
}

/** `Eleni <eleni@example.net>` without the name. */
const bare = (address: string): string => /<([^<>]{1,320})>\s*$/u.exec(address)?.[1] ?? address;

/** How many left. Addresses that are not in the audience change nothing. @throws Refused `not-found` for another's token. */
export const heedFeedback = async (
  world: World,
  { token, bounced, complained }: Feedback,
): Promise<number> => {
  const { tenant, account } = await openLink(world, 'inbound', token);
  const takeOut = async (given: string, state: Gone, reason: string): Promise<number> => {
    const address = readAddress('email', bare(given));
    if (address === undefined) return 0;
    const to = addressHash(tenant, account, address);
    return (await leaveIfThere(world, tenant, { account, to, state, reason })) ? 1 : 0;
  };
  let left = 0;
  for (const one of bounced) left += await takeOut(one, 'suppressed', 'Their mailbox takes no letters.');
  for (const one of complained) left += await takeOut(one, 'opted-out', 'They said that a letter is spam.');
  return left;
};
