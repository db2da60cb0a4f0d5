/** Finds every entry that is due, whatever became of its wake-up, and publishes it, and every series that has drafts to make; no workspace waits behind another. */
import type { WorkspaceId } from '../../core/ids.ts';
import { WAKE_SHARDS } from '../../core/keys.ts';
import type { World } from '../../ports.ts';
import { actOn, findDue, type Due } from './find-due.ts';

const AT_ONCE = 32;

/** One of each workspace in turn. */
const inTurns = (due: readonly Due[]): readonly Due[] => {
  const queues = new Map<WorkspaceId, Due[]>();
  for (const one of due) {
    const queue = queues.get(one.workspace) ?? [];
    queue.push(one);
    queues.set(one.workspace, queue);
  }
  const turns: Due[] = [];
  while (turns.length < due.length) for (const queue of queues.values()) turns.push(...queue.splice(0, 1));
  return turns;
};

const always = (): boolean => true;

/**
 * Answers how many entries and series it looked at. One's trouble is reported, and never stops another's. `mayBegin` is asked
 * before each: whoever runs out of time begins nothing that would be cut off, and leaves it to the next sweep.
 */
export const sweep = async (
  world: World,
  limit: number,
  onTrouble: (error: unknown, due: Due) => void,
  mayBegin: () => boolean = always,
): Promise<number> => {
  const ofEach = Math.ceil((2 * limit) / WAKE_SHARDS);
  const { posts, drafts } = await findDue(world, { ofEach, ahead: 0 });
  const due = [...inTurns(posts), ...inTurns(drafts)].slice(0, limit);
  let looked = 0;
  const worker = async (): Promise<void> => {
    while (mayBegin()) {
      const mine = due[looked];
      if (!mine) return;
      looked += 1;
      await actOn(world, mine).catch((error: unknown) => onTrouble(error, mine));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return looked;
};
