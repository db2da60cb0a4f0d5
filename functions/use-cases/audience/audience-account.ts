/** The account whose audience is asked for: only those that write to people have one. */
import { isPeopleChannel, type PeopleChannel } from '../../core/addressee.ts';
import type { Account } from '../../core/account.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { load } from '../rows.ts';

/** @throws Refused `not-found`, `invalid-input` for an account that posts in a place. */
export const audienceAccount = async (
  world: World,
  tenant: Tenant,
  id: AccountId,
): Promise<{ readonly account: Account; readonly channel: PeopleChannel }> => {
  const { value: account } = await load(world, keys.account(tenant, id), 'account');
  const { channel, name } = account;
  if (!isPeopleChannel(channel))
    throw new Refused('invalid-input', `${name} posts on ${channel} and has no audience of its own.`);
  return { account, channel };
};
