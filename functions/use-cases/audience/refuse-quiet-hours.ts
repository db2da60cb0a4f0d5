/** Keeps sends to people out of the night of any of them. */
import { isPeopleChannel } from '../../core/addressee.ts';
import type { Account } from '../../core/account.ts';
import type { Slot } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import { quietZones } from '../../core/quiet-hours.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';

/** Whoever has no zone of their own is where the account is. @throws Refused `quiet-hours` with the zones. */
export const refuseQuietHours = async (
  world: World,
  tenant: Tenant,
  { id, name, channel, zone, quiet }: Account,
  { instant }: Slot,
): Promise<void> => {
  if (!quiet || !isPeopleChannel(channel)) return;
  const audience = await world.store.get(keys.audience(tenant, id));
  const zones = quietZones(quiet, [zone, ...(audience?.value.zones ?? [])], instant);
  const [first] = zones;
  if (first)
    throw new Refused(
      'quiet-hours',
      `${name} writes to nobody between ${quiet.from} and ${quiet.to}; it is ${first.time} in ${first.zone} then.`,
      { quiet, zones },
    );
};
