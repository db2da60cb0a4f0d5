/** Reads the calendar: what is on it between two days, and what became of it. */
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { EntryId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { allRows, calendarPk, load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

const MONTHS_AT_MOST = 13;

/** The months from one day to another, both included: `2027-05`. */
const monthsBetween = (from: string, to: string, most: number): readonly string[] => {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (year > 9999 || name > to.slice(0, 7)) return months;
    months.push(name);
    if (months.length > most)
      throw new Refused('invalid-input', `Ask for at most ${most} months of the calendar.`);
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
};

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Days are UTC, both included; entries come in the order of their instants. One query a month, as long as they fit one page. */
export const entriesBetween = async (
  world: World,
  tenant: Tenant,
  { from, to }: Days,
  most = MONTHS_AT_MOST,
): Promise<readonly Versioned<Entry>[]> => {
  const months = await Promise.all(
    monthsBetween(from, to, most).map((month) =>
      allRows((asking) =>
        world.store.find<Entry>('calendar', calendarPk(tenant, month), { ...asking, from, to: `${to}~` }),
      ),
    ),
  );
  return months.flat().map(({ value, rev }) => ({ value, rev }));
};

export const getCalendar = useCase(
  'get-calendar',
  async (world, { tenant }, days: Days): Promise<readonly Versioned<Entry>[]> =>
    entriesBetween(world, tenant, days),
);

export const getEntry = useCase(
  'get-entry',
  async (world, { tenant }, id: EntryId): Promise<Versioned<Entry>> => {
    const { value, rev } = await load(world, keys.entry(tenant, id), 'entry');
    return { value, rev };
  },
);
