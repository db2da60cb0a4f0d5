/** Reads series: all of a workspace, or one with what became of its occurrences. */
import { plusDays } from '../../core/calendar-window.ts';
import type { SeriesId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { occurrences } from '../../core/recurrence.ts';
import type { Series, SeriesItem } from '../../core/series.ts';
import { allRows, listPk, load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

export const listSeries = useCase(
  'list-series',
  async (world, { tenant }): Promise<readonly Versioned<Series>[]> => {
    const rows = await allRows((asking) =>
      world.store.find<Series>('lists', listPk(tenant, 'SERIES'), asking),
    );
    return rows.map(({ value, rev }) => ({ value, rev }));
  },
);

const NEWEST = 100;
const UPCOMING = 10;

/** Those of the coming year that are still to be drafted, if it runs on. */
const upcomingOf = (series: Series): readonly string[] =>
  series.state === 'ended'
    ? []
    : occurrences(series, series.dealtTo, `${plusDays(series.dealtTo.slice(0, 10), 366)}T23:59`).slice(
        0,
        UPCOMING,
      );

/** With its newest hundred occurrences, the newest first, and the next that come. */
export const getSeries = useCase(
  'get-series',
  async (
    world,
    { tenant },
    id: SeriesId,
  ): Promise<
    Versioned<Series> & { readonly items: readonly SeriesItem[]; readonly upcoming: readonly string[] }
  > => {
    const { key, value, rev } = await load(world, keys.series(tenant, id), 'series');
    const { rows } = await world.store.children<SeriesItem>(key.pk, 'ITEM#', {
      descending: true,
      limit: NEWEST,
    });
    return { value, rev, items: rows.map((row) => row.value), upcoming: upcomingOf(value) };
  },
);
