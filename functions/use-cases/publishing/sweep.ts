/** Finds every entry that is due, whatever became of its wake-up, and publishes it; no workspace waits behind another. */
import type { Entry } from '../../core/entry.ts';
import { sortable } from '../../core/instant.ts';
import { asId, type EntryId, type WorkspaceId } from '../../core/ids.ts';
import { WAKE_SHARDS } from '../../core/keys.ts';
import type { Row, World } from '../../ports.ts';
import { publishEntry } from './publish-entry.ts';

interface Due {
  readonly workspace: WorkspaceId;
  readonly entry: EntryId;
}

const AT_ONCE = 8;

const dueOf = ({ key }: Row<Entry>): Due => {
  const [, workspace = '', , entry = ''] = key.pk.split('#');
  return { workspace: asId<WorkspaceId>(workspace), entry: asId<EntryId>(entry) };
};

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
    shards.map((pk) => world.store.find<Entry>('wake', pk, { to, limit: Math.ceil(limit / 4) })),
  );
  return inTurns(pages.flatMap(({ rows }) => rows.map(dueOf))).slice(0, limit);
};

/** Answers how many entries it looked at. One entry's trouble is reported, and never stops another's. */
export const sweep = async (
  world: World,
  limit: number,
  onTrouble: (error: unknown, due: Due) => void,
): Promise<number> => {
  const due = await findDue(world, limit);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = due[next++]; one; one = due[next++]) {
      const mine = one;
      await publishEntry(world, mine).catch((error: unknown) => onTrouble(error, mine));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return due.length;
};
