/** Keeps sends to people out of the night of any of them. */
import { isPeopleChannel } from '../../core/addressee.ts';
import type { Account } from '../../core/account.ts';
import type { Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import { quietZones } from '../../core/quiet-hours.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';

type QuietZones = ReturnType<typeof quietZones>;

/** Those of the audience's zones in which the account writes to nobody then; whoever has none of their own is where the account is. */
export const quietZonesOf = async (
  world: World,
  tenant: Tenant,
  { id, channel, zone, quiet }: Account,
  instant: string,
): Promise<QuietZones> => {
  if (!quiet || !isPeopleChannel(channel)) return [];
  const audience = await world.store.get(keys.audience(tenant, id));
  return quietZones(quiet, [zone, ...(audience?.value.zones ?? [])], instant);
};

export const quietText = (
  { name, quiet }: Account,
  { time, zone }: QuietZones[number],
  when: 'now' | 'then',
): string =>
  `${name} writes to nobody between ${quiet?.from} and ${quiet?.to}; it is ${time} in ${zone} ${when}.`;

/** @throws Refused `quiet-hours` with the zones. */
export const refuseQuietHours = async (
  world: World,
  tenant: Tenant,
  account: Account,
  { instant }: Slot,
): Promise<void> => {
  const zones = await quietZonesOf(world, tenant, account, instant);
  const [first] = zones;
  if (first)
    throw new Refused('quiet-hours', quietText(account, first, 'then'), { quiet: account.quiet, zones });
};
