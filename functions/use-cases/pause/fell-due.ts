/** What fell due while something was paused: held, and nobody's to send but a person's. */
import type { Entry } from '../../core/entry.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { entriesAround } from '../guide/entries-around.ts';
import type { Versioned } from '../rows.ts';

/** A pause that lasts longer is a new plan. */
const MONTHS_BACK = 3;

export type Concerns = (entry: Entry) => boolean;

export const fellDue = async (
  world: World,
  tenant: Tenant,
  concerns: Concerns,
): Promise<readonly Versioned<Entry>[]> => {
  const entries = await entriesAround(world, tenant, { monthsBefore: MONTHS_BACK });
  return entries
    .filter(({ value }) => value.state === 'held' && value.hold?.reason === 'paused' && concerns(value))
    .map(({ value, rev }) => ({ value, rev }));
};
