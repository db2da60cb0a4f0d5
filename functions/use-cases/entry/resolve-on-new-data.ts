/** A home that runs with other zone data than before resolves what waits again, by itself and once. */
import type { Key } from '../../core/keys.ts';
import { shippedZones, type ZoneData } from '../../core/zone.ts';
import type { World } from '../../ports.ts';
import { put } from '../rows.ts';
import { resolveEverySlot, type ResolvedSlots } from './resolve-slots.ts';

/** Of the home and no tenant's. */
const RESOLVED_BY: Key<{ readonly version: string }> = { pk: 'I#HOME', sk: 'ZONE-DATA' };

/**
 * Undefined where everything is resolved by this release already. Begun and not ended it goes on when asked again: the
 * release is written down last.
 */
export const resolveOnNewData = async (
  world: World,
  zones: ZoneData = shippedZones,
): Promise<ResolvedSlots | undefined> => {
  const was = await world.store.get(RESOLVED_BY);
  if (was?.value.version === zones.version) return undefined;
  const resolved = await resolveEverySlot(world, zones);
  // Whoever was quicker has written the same.
  await world.store.tick([put(RESOLVED_BY, { version: zones.version }, was)]);
  return resolved;
};
