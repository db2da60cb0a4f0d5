/** What the wake index says is due: entries to publish, and series with drafts to make. */
import { instantOf, millisOf, sortable } from '../../core/instant.ts';
import type { Entry } from '../../core/entry.ts';
import { asId, type EntryId, type SeriesId, type WorkspaceId } from '../../core/ids.ts';
import { WAKE_SHARDS } from '../../core/keys.ts';
import type { Series } from '../../core/series.ts';
import type { Page, Row, World } from '../../ports.ts';
import { growSeries, type SeriesDue } from '../series/grow-series.ts';
import { publishEntry } from './publish-entry.ts';

interface EntryDue {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}
export type Due = EntryDue | SeriesDue;

export const nameOf = (due: Due): string => `${due.workspace}#${'series' in due ? due.series : due.entry}`;

export interface Found {
  /** The earlier first. */
  readonly posts: readonly Due[];
  readonly drafts: readonly Due[];
  /** When the first of what is not due yet will be, in milliseconds since 1970, if that is within the look ahead. */
  readonly next?: number;
}

export interface Looking {
  /** So many of each shard; more only of other workspaces. */
  readonly ofEach: number;
  /** Seconds. */
  readonly ahead: number;
}

type Awake = Pick<Entry | Series, 'wakeAt'>;

interface Waking {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly due: Due;
}

/** How often a shard is asked once more, each time beyond what one workspace has waiting for one instant. */
const JUMPS = 8;

const wakingOf = ({ key, value }: Row<Awake>): Waking => {
  const [, name = '', noun, id = ''] = key.pk.split('#');
  const workspace = asId<WorkspaceId>(name);
  const due =
    noun === 'S' ? { workspace, series: asId<SeriesId>(id) } : { workspace, entry: asId<EntryId>(id) };
  return { at: millisOf(value.wakeAt ?? ''), due };
};

const beyond = ({ at, due }: Waking): string => `${sortable(instantOf(at))}#${due.workspace}#~`;

const inShard = async (
  { store }: World,
  shard: number,
  to: string,
  ofEach: number,
): Promise<readonly Waking[]> => {
  const found: Waking[] = [];
  let from: string | undefined = '';
  for (let jumps = 0; from !== undefined && jumps <= JUMPS; jumps += 1) {
    const asking = { ...(from !== '' && { from }), to, limit: ofEach };
    const page: Page<Awake> = await store.find('wake', `WAKE#${shard}`, asking);
    found.push(...page.rows.map(wakingOf));
    const last = page.cursor === undefined ? undefined : found.at(-1);
    from = last && beyond(last);
  }
  return found;
};

/** What it costs does not depend on how much waits for later, nor on how much one workspace has due at once. */
export const findDue = async (world: World, { ofEach, ahead }: Looking): Promise<Found> => {
  const now = millisOf(world.clock.now());
  const to = `${sortable(instantOf(now + ahead * 1000))}~`;
  const shards = Array.from({ length: WAKE_SHARDS }, (_, shard) => inShard(world, shard, to, ofEach));
  const found = (await Promise.all(shards)).flat().toSorted((a, b) => a.at - b.at);
  const due = found.filter(({ at }) => at <= now).map((one) => one.due);
  const next = found.find(({ at }) => at > now);
  return {
    posts: due.filter((one) => 'entry' in one),
    drafts: due.filter((one) => 'series' in one),
    ...(next && { next: next.at }),
  };
};

/** Reads the row again and acts only if it is due, so that doing it twice, late or too early harms nothing. */
export const actOn = (world: World, due: Due): Promise<void> =>
  'series' in due ? growSeries(world, due) : publishEntry(world, due);
