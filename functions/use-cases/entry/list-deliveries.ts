/** The operator's view: what was tried, what came of it, and what nobody knows. */
import type { Entry, EntryState } from '../../core/entry.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import { entriesAround } from '../guide/entries-around.ts';
import { allRows, listPk, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

/** What the calendar shows of the past beyond this is history, and the audit trail's business. */
const MONTHS_BACK = 3;

/** Everything that left the plan, and what was tried and waits for its next try. */
const TRIED: readonly EntryState[] = [
  'scheduled',
  'publishing',
  'handed-off',
  'published',
  'failed',
  'unconfirmed',
  'held',
  'missed',
];

const wasTried = ({ state, attempts }: Entry): boolean =>
  TRIED.includes(state) && (state !== 'scheduled' || attempts > 0);

export interface DeliveriesAsked {
  /** These states alone; all that were tried where absent. */
  readonly states?: readonly EntryState[];
}

/** Older than what the calendar shows of the past. */
const forgotten = async (
  world: World,
  tenant: Tenant,
  known: readonly Row<Entry>[],
): Promise<readonly Row<Entry>[]> => {
  const pk = listPk(tenant, 'UNCONFIRMED');
  const unconfirmed = await allRows((asking) => world.store.find<Entry>('lists', pk, asking));
  const ids = new Set(known.map(({ value }) => value.id));
  return unconfirmed.filter(({ value }) => !ids.has(value.id));
};

/** Of the last three months and what is due, the newest first; what nobody knows of stays until somebody settles it. */
export const listDeliveries = useCase(
  'list-deliveries',
  async (world, { tenant }, { states = TRIED }: DeliveriesAsked): Promise<readonly Versioned<Entry>[]> => {
    const entries = await entriesAround(world, tenant, { monthsBefore: MONTHS_BACK });
    return [...(await forgotten(world, tenant, entries)), ...entries]
      .filter(({ value }) => states.includes(value.state) && wasTried(value))
      .map(({ value, rev }) => ({ value, rev }))
      .toReversed();
  },
);
