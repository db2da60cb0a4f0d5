/** The operator's list: what nobody knows of never leaves it, and what a person settled says that a person did. */
import { afterEach, expect, it } from 'vitest';
import { settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { listDeliveries } from '../../functions/use-cases/entry/list-deliveries.ts';
import { openLive, type LiveWorld } from '../faults/live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

it('keeps an unconfirmed entry, however old, until a person settles it', async () => {
  test = await openLive('webhook');
  const { session } = test.manager;
  const listed = async (states?: readonly ['unconfirmed']) =>
    (await listDeliveries(test.world, session, { ...(states && { states }) })).map(({ value }) => value.id);
  const id = await test.due();
  test.provider.standIn.fault('reset-after');
  await test.look();
  expect((await test.stateOf(id)).state).toBe('unconfirmed');
  await test.pass(75);
  expect(await listed()).toEqual([id]);

  test.clock.advance({ days: 200 });
  expect(await listed()).toEqual([id]);
  expect(await listed(['unconfirmed'])).toEqual([id]);

  const { rev } = await test.entry(id);
  const settled = await settleEntry(test.world, session, { id, ifRev: rev, as: 'not-published' });
  expect(settled.value).toMatchObject({
    state: 'failed',
    outcome: { is: 'rejected', reason: 'A person looked: it was not published.' },
  });
  expect(await listed()).toEqual([]);
});
