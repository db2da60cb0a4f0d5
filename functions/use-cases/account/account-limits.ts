/** The accounts' own figures, where a text is judged: of its one account, or of all that its channel has. */
import { strictestLimits } from '../../../brand-guide/engine/account-limits.ts';
import type { AccountLimits } from '../../../brand-guide/engine/account-limits.ts';
import { fieldOf } from '../../../brand-guide/engine/channel-field.ts';
import { severityOf } from '../../../brand-guide/engine/limits.ts';
import { postOf } from '../../adapt/lint-place.ts';
import { channelAt } from '../../channels/channel-at.ts';
import { channelOf } from '../../channels/specs.ts';
import type { Account } from '../../core/account.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Content, Place } from '../../core/variant.ts';
import type { World } from '../../ports.ts';
import { allRows, listPk } from '../rows.ts';

/** A variant for no account in particular may go to any of its channel's: the strictest of their figures hold. */
export const limitsAt = async (
  world: World,
  tenant: Tenant,
  { channel, account }: Pick<Place, 'channel' | 'account'>,
): Promise<AccountLimits | undefined> => {
  if (account !== undefined) return (await world.store.get(keys.account(tenant, account)))?.value.limits;
  const module = channelOf(channel);
  if (!module) return undefined;
  const rows = await allRows<Account>((asking) =>
    world.store.find<Account>('lists', listPk(tenant, 'ACCOUNTS'), asking),
  );
  const there = rows.map(({ value }) => value).filter((one) => one.channel === channel);
  return strictestLimits(
    module.spec,
    there.map(({ limits }) => limits),
  );
};

/** What of a text is more than an account with its own figures takes; undefined where it fits. */
export const overLimit = ({ name, limits }: Account, place: Place, content: Content): string | undefined => {
  const channel = limits && channelAt(place.channel, postOf(place, content), limits);
  if (!channel) return undefined;
  for (const { field, text } of content.parts) {
    const { limit: own } = fieldOf(channel.spec, field);
    const { length, limit, unit, fits } = channel.count(text, field);
    if (!fits && own && severityOf(own) === 'error')
      return `${name} takes ${limit} ${unit} and the ${field} has ${length}.`;
  }
  return undefined;
};
