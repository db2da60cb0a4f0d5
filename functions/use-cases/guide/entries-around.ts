/** What is on the calendar around now, for what a guide judges all at once. */
import type { Entry } from '../../core/entry.ts';
import { monthsAround } from '../../core/months.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import { allRows, calendarPk } from '../rows.ts';

const MONTHS_AHEAD = 13;

/** From the month that is so many before this one, in the order of their instants. */
export const entriesAround = async (
  world: World,
  tenant: Tenant,
  { monthsBefore }: { readonly monthsBefore: number },
): Promise<readonly Row<Entry>[]> => {
  const names = monthsAround(world.clock.now(), -monthsBefore, monthsBefore + MONTHS_AHEAD);
  const months = await Promise.all(
    names.map((month) =>
      allRows((asking) => world.store.find<Entry>('calendar', calendarPk(tenant, month), asking)),
    ),
  );
  return months.flat();
};
