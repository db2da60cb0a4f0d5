/** Reads series: all of a workspace, or one with what became of its occurrences. */
import type { SeriesId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
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

/** With its newest hundred occurrences, the newest first. */
export const getSeries = useCase(
  'get-series',
  async (
    world,
    { tenant },
    id: SeriesId,
  ): Promise<Versioned<Series> & { readonly items: readonly SeriesItem[] }> => {
    const { key, value, rev } = await load(world, keys.series(tenant, id), 'series');
    const { rows } = await world.store.children<SeriesItem>(key.pk, 'ITEM#', {
      descending: true,
      limit: NEWEST,
    });
    return { value, rev, items: rows.map((row) => row.value) };
  },
);
