/** A workspace with much on its calendar is woken from the busy ones' queue, every other from the usual one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type EntryId, type WorkspaceId } from '../../functions/core/ids.ts';
import { plusMinutes } from '../../functions/core/instant.ts';
import { keys } from '../../functions/core/keys.ts';
import { systemTenant } from '../../functions/core/tenant.ts';
import { BUSY_FROM, queueFor } from '../../functions/handlers/queue-for.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { fillDue } from '../support/fill-due.ts';

const QUEUES = { usual: 'https://sqs.example/usual', busy: 'https://sqs.example/busy' };
const OTHER = asId<WorkspaceId>('other');
const entry = asId<EntryId>('01JZX5N7T3V9QK2M4R6S8W0YBC');

let test: ApprovedWorld;
/** The slot of every entry here. */
let at: string;
beforeEach(async () => {
  test = await makeApprovedWorld();
  const { id } = await test.schedule();
  at = (await test.world.store.get(keys.entry(systemTenant(test.workspace), id)))?.value.slot.instant ?? '';
});
afterEach(() => test.close());

const queueOf = (when = at, workspace = test.workspace) =>
  queueFor(test.world.store, QUEUES)({ workspace, entry }, when);
/** The workspace has one already, and gets another of which those of any workspace are copies. */
const fill = (count: number, workspace = test.workspace) =>
  fillDue(test, workspace === test.workspace ? count - 2 : count, at, workspace);

describe('an entry is woken from', () => {
  it('the usual queue while its workspace has few at a time, and the busy one from then on', async () => {
    await fill(BUSY_FROM);
    expect(await queueOf()).toBe(QUEUES.usual);
    await test.schedule();
    expect(await queueOf()).toBe(QUEUES.busy);
  });

  it('the usual queue whatever other workspaces have', async () => {
    await fill(5 * BUSY_FROM, OTHER);
    expect([await queueOf(), await queueOf(at, OTHER)]).toEqual([QUEUES.usual, QUEUES.busy]);
  });

  it.each([
    [-1, QUEUES.usual],
    [0, QUEUES.busy],
    [30, QUEUES.busy],
    [31, QUEUES.usual],
  ])('%i minutes after much was due: %s', async (minutes, queue) => {
    await fill(BUSY_FROM + 1);
    expect(await queueOf(plusMinutes(at, minutes))).toBe(queue);
  });

  it('the busy queue where the calendar does not answer', async () => {
    const find = () => Promise.reject(new Error('throttled'));
    expect(await queueFor({ find }, QUEUES)({ workspace: test.workspace, entry }, at)).toBe(QUEUES.busy);
  });

  it('the busy queue by the publisher of busy ones, which asks nobody', async () => {
    const find = () => Promise.reject(new Error('nobody is asked'));
    const busyOnly = queueFor({ find }, { usual: QUEUES.busy, busy: QUEUES.busy });
    expect(await busyOnly({ workspace: test.workspace, entry }, at)).toBe(QUEUES.busy);
  });
});
