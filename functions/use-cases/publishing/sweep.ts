/** Finds every entry that is due, whatever became of its wake-up, and publishes it, and every series that has drafts to make; no workspace waits behind another. Then it looks after accounts. */
import { isBefore, plusSeconds, sortable } from '../../core/instant.ts';
import { asId, type EntryId, type SeriesId, type WorkspaceId } from '../../core/ids.ts';
import { WAKE_SHARDS } from '../../core/keys.ts';
import type { Row, World } from '../../ports.ts';
import { lookAfterAccounts, type AccountDue } from '../account/look-after-accounts.ts';
import { growSeries, type SeriesDue } from '../series/grow-series.ts';
import { publishEntry } from './publish-entry.ts';

interface EntryDue {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}
export type Due = EntryDue | SeriesDue;
/** What trouble can be about. */
export type Swept = Due | AccountDue;

const AT_ONCE = 8;
/** A sweep that took longer leaves the accounts to the next one: on Lambda, whatever is begun must be over in time. */
const IN_TIME_SECONDS = 25;

const dueOf = ({ key }: Row<unknown>): Due => {
  const [, name = '', noun, id = ''] = key.pk.split('#');
  const workspace = asId<WorkspaceId>(name);
  return noun === 'S' ? { workspace, series: asId<SeriesId>(id) } : { workspace, entry: asId<EntryId>(id) };
};

const actOn = (world: World, due: Due): Promise<void> =>
  'series' in due ? growSeries(world, due) : publishEntry(world, due);

/** One of each workspace in turn. */
const inTurns = (due: readonly Due[]): readonly Due[] => {
  const queues = new Map<WorkspaceId, Due[]>();
  for (const one of due) queues.set(one.workspace, [...(queues.get(one.workspace) ?? []), one]);
  const turns: Due[] = [];
  while (turns.length < due.length) for (const queue of queues.values()) turns.push(...queue.splice(0, 1));
  return turns;
};

const findDue = async (world: World, limit: number): Promise<readonly Due[]> => {
  const to = `${sortable(world.clock.now())}~`;
  const shards = Array.from({ length: WAKE_SHARDS }, (_, shard) => `WAKE#${shard}`);
  const pages = await Promise.all(
    shards.map((pk) => world.store.find('wake', pk, { to, limit: Math.ceil(limit / 4) })),
  );
  const due = pages.flatMap(({ rows }) => rows.map(dueOf));
  const [posts, drafts] = [due.filter((one) => 'entry' in one), due.filter((one) => 'series' in one)];
  return [...inTurns(posts), ...inTurns(drafts)].slice(0, limit);
};

/** Answers how many entries and series it looked at; `patience` is for asking providers about accounts. One's trouble is reported, and never stops another's. */
export const sweep = async (
  world: World,
  limit: number,
  onTrouble: (error: unknown, due: Swept) => void,
  patience: Pick<World, 'http'> = world,
): Promise<number> => {
  const began = world.clock.now();
  const due = await findDue(world, limit);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = due[next++]; one; one = due[next++]) {
      const mine = one;
      await actOn(world, mine).catch((error: unknown) => onTrouble(error, mine));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (isBefore(world.clock.now(), plusSeconds(began, IN_TIME_SECONDS)))
    await lookAfterAccounts({ ...world, http: patience.http }, onTrouble);
  return due.length;
};
