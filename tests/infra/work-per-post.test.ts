/** What one post costs the table, counted on the embedded one, is what the cost page and the simulation reckon with. */
import { afterEach, expect, it } from 'vitest';
import figures from '../../infra/figures.json' with { type: 'json' };
import { wakeUpBody } from '../../functions/adapters/aws/wake-up.ts';
import { wakeEntry } from '../../functions/handlers/wake-entry.ts';
import type { Store } from '../../functions/ports.ts';
import { openLive, type LiveWorld } from '../faults/live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

/** Counts rows as DynamoDB charges for them: a commit writes its head, its changes and its event. */
const counting = (store: Store) => {
  const work = { rowsWritten: 0, conditionChecks: 0, rowsRead: 0, queries: 0, events: 0 };
  const wrote = (rows: number, checks: number): void => {
    work.rowsWritten += rows;
    work.conditionChecks += checks;
  };
  const counted: Store = {
    ...store,
    get: (key) => {
      work.rowsRead += 1;
      return store.get(key);
    },
    children: (...asked) => {
      work.queries += 1;
      return store.children(...asked);
    },
    find: (...asked) => {
      work.queries += 1;
      return store.find(...asked);
    },
    commit: (asked) => {
      work.events += 1;
      wrote(2 + (asked.changes ?? []).length + (asked.once ? 1 : 0), (asked.checks ?? []).length);
      return store.commit(asked);
    },
    tick: (changes, checks = []) => {
      wrote(changes.length, checks.length);
      return store.tick(changes, checks);
    },
  };
  return { work, counted };
};

it('is written down: rows read and written, and events', async () => {
  test = await openLive('webhook');
  const entry = await test.due();
  const { work, counted } = counting(test.world.store);
  await wakeEntry({ ...test.world, store: counted }, wakeUpBody({ workspace: test.workspace, entry }));
  expect(test.live()).toBe(1);
  expect(work).toEqual(figures.work);
});
