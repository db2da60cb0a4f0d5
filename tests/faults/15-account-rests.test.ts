/** Fault 3, of an account: after one 429 none of its entries asks again before the provider said so, and none is late for it. */
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/core/keys.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { wallOf } from '../../functions/core/zone.ts';
import type { World } from '../../functions/ports.ts';
import { restAccount, restOf } from '../../functions/use-cases/publishing/account-rest.ts';
import { putEntry } from '../../functions/use-cases/rows.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';

describe('an account that was asked for patience', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const calls = () => test.provider.standIn.requests.filter(({ method }) => method === 'POST').length;
  const states = (ids: readonly EntryId[]) =>
    Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));
  /** So many more that are due now. */
  const sameMinute = async (number: number) => {
    const ids: EntryId[] = [];
    const wall = wallOf(test.clock.now(), 'Europe/Athens');
    for (let entry = 0; entry < number; entry += 1) ids.push((await test.schedule({ wall })).id);
    return ids;
  };
  const limited = (seconds: number): Pick<World, 'http'> => ({
    http: {
      call: () =>
        Promise.resolve({
          is: 'answered',
          status: 429,
          headers: { 'retry-after': String(seconds) },
          text: '',
        }),
    },
  });

  it.each(['webhook', 'mastodon'] as const)('rests with all of its entries (%s)', async (channel) => {
    test = await openLive(channel);
    const first = await test.due();
    const before = calls();
    test.provider.standIn.fault('rate-limited');
    await test.look();
    const ids = [first, await test.due(), ...(await sameMinute(3))];
    await test.look();
    expect(calls() - before).toBe(1);
    expect(await states(ids)).toEqual(ids.map(() => 'scheduled'));
    expect((await test.stateOf(ids.at(-1) ?? first)).outcome).toMatchObject({
      is: 'retry',
      reason: expect.stringContaining('429'),
    });
    test.clock.advance({ seconds: 59 });
    await test.look();
    expect(calls() - before).toBe(1);

    test.provider.standIn.fault('rate-limited');
    test.clock.advance({ seconds: 1 });
    await test.look();
    expect(calls() - before).toBe(2);
    test.clock.advance({ seconds: 120 });
    await test.look();
    await test.pass(5);
    expect(await states(ids)).toEqual(ids.map(() => 'published'));
    expect([calls() - before, test.live()]).toEqual([ids.length + 2, ids.length]);
  });

  it('waits a day where the provider says so and the grace is longer', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    const { tenant } = test.manager.session;
    const row = await test.world.store.get(keys.entry(tenant, id));
    if (!row) throw new Error('No entry');
    await test.world.store.tick([putEntry(tenant, { ...row.value, graceMinutes: 10_080 }, row)]);
    await test.wake(id, limited(86_400));
    const { wakeAt } = await test.stateOf(id);
    expect(wakeAt).toBe('2027-05-04T06:01:00Z');
    test.clock.set(wakeAt ?? '');
    await test.wake(id);
    expect((await test.stateOf(id)).state).toBe('published');
  });

  it('misses what the grace does not reach, at its end', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    await test.look(limited(86_400));
    expect((await test.stateOf(id)).wakeAt).toBe('2027-05-03T06:31:01Z');
    await test.pass(35);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['missed', 0]);
  });

  it('never rests for less than it was asked before, and a preview never', async () => {
    test = await openLive('webhook');
    const { tenant } = test.manager.session;
    const account = (await test.world.store.get(keys.account(tenant, PAGE)))?.value;
    if (!account) throw new Error('No account');
    const told = (after: string) =>
      restAccount(test.world, tenant, account, { is: 'retry', after, reason: 'busy' });
    await told('2027-05-03T07:00:00Z');
    await told('2027-05-03T06:30:00Z');
    const rest = { until: '2027-05-03T07:00:00Z', reason: 'busy' };
    expect(await restOf(test.world, tenant, account)).toEqual({ ...rest, is: 'on' });
    expect(await restOf(test.world, tenant, { ...account, mode: 'preview' })).toBeUndefined();
    test.clock.set('2027-05-03T07:00:00Z');
    expect(await restOf(test.world, tenant, account)).toEqual({ ...rest, is: 'over' });
    test.clock.advance({ minutes: 61 });
    expect(await restOf(test.world, tenant, account)).toBeUndefined();
  });
});
