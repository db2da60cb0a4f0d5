/** How accounts' connections are: checked each day and when asked, shown, and followed by what waits for them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../functions/core/entry.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import type { World } from '../../functions/ports.ts';
import { disconnectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { checkAccount } from '../../functions/use-cases/account/show-accounts.ts';
import { lookedAfter, type LookedAfter } from '../support/looked-after.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { PAGE } from '../support/sign-in-world.ts';

let scene: LookedAfter;
afterEach(() => scene.close());

const pass = (by: Parameters<LookedAfter['test']['clock']['advance']>[0]) => scene.test.clock.advance(by);
const check = () => checkAccount(scene.test.world, scene.test.manager.session, { id: PAGE });
const accountRev = async () => {
  const [found] = await scene.test.world.store
    .children(`W#${scene.test.workspace}#X#page`, 'META', { limit: 1 })
    .then(({ rows }) => rows);
  return found?.rev ?? 0;
};
const disconnect = async (broken: Partial<World> = {}) =>
  disconnectAccount({ ...scene.test.world, ...broken }, scene.admin, { id: PAGE, ifRev: await accountRev() });

/** Days ahead, so that none is due. */
const plan = async (count: number): Promise<readonly EntryId[]> => {
  const ids: EntryId[] = [];
  for (let day = 10; day < 10 + count; day += 1)
    ids.push((await scene.test.schedule({ wall: `2027-05-${day}T09:00` })).id);
  return ids;
};
const statesOf = async (ids: readonly EntryId[]): Promise<readonly Entry['state'][]> =>
  Promise.all(ids.map(async (id) => (await scene.test.entry(id)).value.state));

describe('a check', () => {
  it('says who the account speaks as, when it ends, and when it was looked at', async () => {
    scene = await lookedAfter('threads');
    pass({ hours: 1 });
    const { value } = await check();
    expect(value.health).toEqual({
      renews: true,
      result: 'well',
      says: expect.stringContaining('harbourtea'),
      checkedAt: scene.test.clock.now(),
      connectedAt: '2027-05-03T06:00:00.000Z',
      expiresAt: '2027-07-02T06:00:00Z',
      daysLeft: 60,
    });
    expect((await scene.shown()).health).toEqual(value.health);
  });

  it('is made each day by itself, and not more often', async () => {
    scene = await lookedAfter('threads');
    const asked = () => scene.provider.requests.filter(({ path }) => path === '/501').length;
    const before = asked();
    for (let hour = 0; hour < 72; hour += 1) {
      pass({ hours: 1 });
      await scene.look();
    }
    expect(asked() - before).toBe(3);
  });

  it('needs an account that is connected', async () => {
    scene = await lookedAfter('threads');
    await disconnect();
    expect(await refusalOfAsync(check)).toBe('disconnected');
  });

  it('keeps an account whose provider does not answer', async () => {
    scene = await lookedAfter('threads');
    const down: World['http'] = { call: async () => ({ is: 'not-sent', reason: 'No connection.' }) };
    pass({ days: 1 });
    await scene.look({ http: down });
    expect((await scene.shown()).health).toMatchObject({ result: 'unknown' });
    expect(await scene.state()).toBe('connected');
    pass({ hours: 1 });
    await scene.look();
    expect((await scene.shown()).health).toMatchObject({ result: 'well' });
  });
});

describe.each(['x', 'threads', 'facebook'] as const)('a token of %s that was taken back', (channel) => {
  it('disconnects the account at the check, holds what waits for it then, and tells; connecting again lets it go on', async () => {
    scene = await lookedAfter(channel);
    const ids = await plan(2);
    expect(await statesOf(ids)).toEqual(['scheduled', 'scheduled']);
    scene.provider.revoke();
    expect((await check()).value).toMatchObject({ state: 'disconnected', health: { result: 'refused' } });
    expect(await statesOf(ids)).toEqual(['held', 'held']);
    expect(await scene.told('disconnected')).toHaveLength(1);
    await scene.connect();
    expect(await statesOf(ids)).toEqual(['scheduled', 'scheduled']);
    expect((await scene.shown()).health).toMatchObject({ result: 'well' });
  });

  it('is found within a day though nobody asks', async () => {
    scene = await lookedAfter(channel);
    const ids = await plan(1);
    scene.provider.revoke();
    pass({ days: 1 });
    await scene.look();
    expect(await scene.state()).toBe('disconnected');
    expect(await statesOf(ids)).toEqual(['held']);
  });
});

describe('disconnecting', () => {
  it('holds what waits at once, and a process that dies in between leaves the rest to the sweep', async () => {
    scene = await lookedAfter('threads');
    const ids = await plan(4);
    const { store } = scene.test.world;
    let commits = 0;
    const commit: World['store']['commit'] = (one) => {
      commits += 1;
      if (commits > 3) throw new Error('died');
      return store.commit(one);
    };
    await expect(disconnect({ store: { ...store, commit } })).rejects.toThrow('died');
    expect(await scene.state()).toBe('disconnected');
    expect((await statesOf(ids)).filter((state) => state === 'held')).toHaveLength(2);
    await scene.look();
    expect(await statesOf(ids)).toEqual(ids.map(() => 'held'));
    expect(await scene.credentials()).toBeUndefined();
  });

  it('and connecting at the same moment ends in one of both, with every entry as it asks', async () => {
    scene = await lookedAfter('x');
    const ids = await plan(3);
    await Promise.allSettled([disconnect(), scene.connect(), scene.look()]);
    pass({ minutes: 6 });
    await scene.look();
    const asks = (await scene.state()) === 'connected' ? 'scheduled' : 'held';
    expect(await statesOf(ids)).toEqual(ids.map(() => asks));
  });
});

it('nothing that is shown or told has a secret in it', async () => {
  scene = await lookedAfter('x');
  pass({ minutes: 105 });
  await scene.look();
  scene.provider.revoke();
  const { value } = await check();
  const said = JSON.stringify([value, await scene.shown(), await scene.told('disconnected')]);
  expect(said).toContain('disconnected');
  for (const secret of scene.provider.ledger.secrets) expect(said).not.toContain(secret);
});
