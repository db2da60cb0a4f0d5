/** Fault 8: some accounts took it and others did not, and so did addressees: only the failed ones are asked again. */
import { afterEach, expect, it } from 'vitest';
import { wallOf } from '../../functions/core/zone.ts';
import { asId, type AccountId, type EntryId } from '../../functions/core/ids.ts';
import { plusMinutes } from '../../functions/core/instant.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { openLive, type LiveWorld } from './live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

const SOON = 5;
const postsOf = () => test.provider.posts().map(({ id }) => id.replace(/-\d+$/u, ''));
const states = (ids: readonly EntryId[]) =>
  Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));

it('of three posts the one that was refused goes out again alone, at the minute that a person gives it', async () => {
  test = await openLive('webhook');
  const ids = [await test.due(), await test.due(), await test.due()];
  test.provider.standIn.fault('refused');
  await test.look();
  const before = await states(ids);
  expect(before.toSorted()).toEqual(['failed', 'published', 'published']);
  const id = ids[before.indexOf('failed')] ?? asId<EntryId>('none');
  expect(postsOf()).not.toContain(id);

  const { session } = test.manager;
  const wall = wallOf(plusMinutes(test.clock.now(), SOON), 'Europe/Athens');
  await moveEntry(test.world, session, { id, ifRev: (await test.entry(id)).rev, wall });
  await test.pass(SOON);
  expect(await states(ids)).toEqual(['published', 'published', 'published']);
  expect(postsOf().toSorted()).toEqual(ids.toSorted());
});

it('what is live is never asked again, whatever becomes of the others', async () => {
  test = await openLive('webhook');
  const [live, other] = [await test.due(), await test.due()];
  await test.wake(live);
  test.provider.standIn.fault('refused');
  await test.wake(other);
  const { session } = test.manager;
  const { rev } = await test.entry(live);
  const wall = wallOf(plusMinutes(test.clock.now(), SOON), 'Europe/Athens');
  expect(await refusalOfAsync(() => retryEntry(test.world, session, { id: live, ifRev: rev }))).toBe(
    'not-in-this-state',
  );
  expect(await refusalOfAsync(() => moveEntry(test.world, session, { id: live, ifRev: rev, wall }))).toBe(
    'not-in-this-state',
  );
  await test.pass(60);
  expect(postsOf()).toEqual([live]);
});

it('an account that nobody connected takes nothing, and its neighbour’s post goes out once', async () => {
  test = await openLive('webhook');
  const { session } = await test.asMember('admin');
  const account = asId<AccountId>('other');
  const live = { mode: 'live', locales: ['en-GB'], zone: 'Europe/Athens', slots: [] } as const;
  await addAccount(test.world, session, { ...live, id: account, channel: 'webhook', name: 'Another hook' });
  await expect(test.schedule({ account, wall: '2027-05-03T09:05' })).rejects.toThrow(/connect/u);
  const id = await test.due();
  await test.pass(10);
  expect(postsOf()).toEqual([id]);
});
