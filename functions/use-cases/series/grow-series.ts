/** Drafts what a series names within its horizon, each occurrence in one transaction: doing it again does nothing twice. */
import type { SeriesId, WorkspaceId } from '../../core/ids.ts';
import { instantOf, isBefore, millisOf, plusMinutes } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { occurrenceAfter } from '../../core/recurrence.ts';
import type { Series, SeriesCommand } from '../../core/series.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionSeries } from '../../core/transition-series.ts';
import { wallOf } from '../../core/zone.ts';
import type { Change, Check, Row, World } from '../../ports.ts';
import { put, putSeries } from '../rows.ts';
import { settled } from '../use-case.ts';
import { draftOccurrence } from './draft-occurrence.ts';

export interface SeriesDue {
  readonly workspace: WorkspaceId;
  readonly series: SeriesId;
}

const DAY_MINUTES = 24 * 60;
/** Drafts are made so long before their time. */
export const HORIZON_DAYS = 28;
/** As many at a time, so that one long series keeps nobody waiting. */
const AT_ONCE = 20;

/** A day before the horizon reaches the wall time in any zone, and not sooner than in an hour. */
const lookAt = (wall: string, now: string): string => {
  const reached = Date.parse(`${wall}:00Z`) - (HORIZON_DAYS + 1) * DAY_MINUTES * 60_000;
  return instantOf(Math.max(reached, millisOf(plusMinutes(now, 60))));
};

const write = async (
  { store, clock }: World,
  tenant: Tenant,
  row: Row<Series>,
  command: SeriesCommand,
  more: { readonly changes?: readonly Change[]; readonly checks?: readonly Check[] } = {},
): Promise<void> => {
  const became = transitionSeries(row.value, command, clock.now());
  const head = putSeries(tenant, became.state, row);
  await store.commit({ head, ...more, by: { system: 'job' }, event: eventOf(became) });
};

/** Answers whether there may be more to do at once. */
const growOne = async (world: World, tenant: Tenant, id: SeriesId): Promise<boolean> => {
  const row = await world.store.get(keys.series(tenant, id));
  const now = world.clock.now();
  if (row?.value.wakeAt === undefined || isBefore(now, row.value.wakeAt)) return false;
  const series = row.value;
  const wall = occurrenceAfter(series, series.dealtTo);
  if (wall === undefined) {
    await write(world, tenant, row, { do: 'finish' });
    return false;
  }
  if (wall > wallOf(plusMinutes(now, HORIZON_DAYS * DAY_MINUTES), series.zone)) {
    const { state } = transitionSeries(series, { do: 'look-at', at: lookAt(wall, now) }, now);
    await world.store.tick([putSeries(tenant, state, row)]);
    return false;
  }
  const { item, changes, checks } = await draftOccurrence(world, tenant, series, wall);
  const itemRow = put(keys.seriesItem(tenant, id, item.number), item);
  await write(world, tenant, row, { do: 'occur', item }, { changes: [...changes, itemRow], checks });
  return true;
};

/** Acts on the row alone, and only when it is due; what is left is found at the next sweep. */
export const growSeries = async (world: World, { workspace, series }: SeriesDue): Promise<void> => {
  const tenant = systemTenant(workspace);
  for (let drafted = 0; drafted < AT_ONCE; drafted += 1)
    if (!(await settled(() => growOne(world, tenant, series)))) return;
};
