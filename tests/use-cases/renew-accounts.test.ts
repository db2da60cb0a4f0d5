/** Renewing credentials before they end: by one at a time, and never so that what the provider gave is lost without a word. */
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/core/keys.ts';
import type { World } from '../../functions/ports.ts';
import { refreshCredentials } from '../../functions/use-cases/account/refresh-credentials.ts';
import { lookedAfter, type LookedAfter } from '../support/looked-after.ts';

let scene: LookedAfter;
afterEach(() => scene.close());

const pass = (by: Parameters<LookedAfter['test']['clock']['advance']>[0]) => scene.test.clock.advance(by);

describe('tokens of two hours', () => {
  it('are renewed a quarter of an hour before they end, and not before', async () => {
    scene = await lookedAfter('x');
    const before = await scene.credentials();
    pass({ minutes: 104 });
    await scene.look();
    expect(scene.renewals()).toBe(0);
    pass({ minutes: 1 });
    await scene.look();
    expect(scene.renewals()).toBe(1);
    const after = await scene.credentials();
    expect(after?.['token']).not.toBe(before?.['token']);
    expect(after?.['refresh']).not.toBe(before?.['refresh']);
    expect((await scene.shown()).health).toMatchObject({
      renews: true,
      renewedAt: scene.test.clock.now(),
      result: 'well',
    });
  });

  it('last for two days of renewals that each use another token', async () => {
    scene = await lookedAfter('x');
    for (let renewals = 1; renewals <= 28; renewals += 1) {
      pass({ minutes: 105 });
      await scene.look();
      expect(scene.renewals()).toBe(renewals);
    }
    expect(await scene.state()).toBe('connected');
    expect(await scene.told('expiring')).toEqual([]);
  });

  it('are renewed by one of many at the same moment', async () => {
    scene = await lookedAfter('x');
    pass({ minutes: 105 });
    await Promise.all(Array.from({ length: 8 }, () => scene.look()));
    expect(scene.renewals()).toBe(1);
    expect(await scene.state()).toBe('connected');
  });

  it('are never renewed with one token twice, whoever asks', async () => {
    scene = await lookedAfter('x');
    const account = await scene.account();
    const { world } = scene.test;
    const { tenant } = scene.admin;
    const token = await world.store.get(keys.accountToken(tenant, account.id));
    const renew = () => refreshCredentials(world, tenant, account, token?.value.sealed ?? '');
    const all = [...(await Promise.all(Array.from({ length: 8 }, renew))), await renew()];
    expect(all.at(-1)).toEqual({ is: 'refreshed' });
    expect(scene.renewals()).toBe(1);
    expect(all.filter(({ is }) => is === 'refused')).toEqual([]);
    expect(scene.provider.ledger.access.has((await scene.credentials())?.['token'] ?? '')).toBe(true);
  });

  it('are renewed later when the provider is troubled', async () => {
    scene = await lookedAfter('x');
    pass({ minutes: 105 });
    scene.provider.fault('trouble-before', 'rate-limited');
    await scene.look();
    expect(scene.renewals()).toBe(1);
    pass({ minutes: 3 });
    await scene.look();
    pass({ minutes: 3 });
    await scene.look();
    expect(scene.renewals()).toBe(3);
    expect(await scene.state()).toBe('connected');
    expect(scene.provider.ledger.access.has((await scene.credentials())?.['token'] ?? '')).toBe(true);
  });
});

describe('a new token that is lost', () => {
  const isToldOf = async () => {
    pass({ minutes: 6 });
    await scene.look();
    expect(await scene.state()).toBe('disconnected');
    expect(await scene.told('disconnected')).toEqual([
      expect.stringMatching(/seems to have been cut off before its new token was kept.*Connect it again/u),
    ]);
  };

  /** Its store takes nothing any more once the provider has answered, as if the process had died. */
  const dying = (): Partial<World> => {
    const { http, store } = scene.test.world;
    let isDead = false;
    return {
      http: {
        call: async (call) => {
          const answer = await http.call(call);
          isDead = true;
          return answer;
        },
      },
      store: {
        ...store,
        tick: async (changes) => {
          if (isDead) throw new Error('died');
          return store.tick(changes);
        },
      },
    };
  };

  it('between the provider’s answer and keeping it makes the account one to connect again', async () => {
    scene = await lookedAfter('x');
    pass({ minutes: 105 });
    await expect(scene.look(dying())).rejects.toThrow('died');
    expect(await scene.state()).toBe('connected');
    await isToldOf();
  });

  it('on its way here does so, too', async () => {
    scene = await lookedAfter('x');
    pass({ minutes: 105 });
    scene.provider.fault('reset-after');
    await scene.look();
    expect(await scene.state()).toBe('connected');
    await isToldOf();
  });

  it('for a moment only is kept after all', async () => {
    scene = await lookedAfter('x');
    pass({ minutes: 105 });
    const { store, http } = scene.test.world;
    let failures = 0;
    const tick: World['store']['tick'] = async (changes) => {
      if (scene.renewals() === 0 || failures === 3) return store.tick(changes);
      failures += 1;
      throw new Error('not now');
    };
    await scene.look({ http, store: { ...store, tick } });
    expect(failures).toBe(3);
    expect(scene.provider.ledger.access.has((await scene.credentials())?.['token'] ?? '')).toBe(true);
    expect((await scene.shown()).health).toMatchObject({ renewedAt: scene.test.clock.now() });
  });
});

describe('tokens of sixty days', () => {
  const days = async (count: number) => {
    for (let day = 0; day < count; day += 1) {
      pass({ days: 1 });
      await scene.look();
    }
  };

  it('of Threads are renewed by themselves in their last week but a little', async () => {
    scene = await lookedAfter('threads');
    const before = await scene.shown();
    expect(before.health).toMatchObject({ expiresAt: '2027-07-02T06:00:00Z', daysLeft: 60, renews: true });
    await days(52);
    expect(scene.renewals()).toBe(0);
    await days(1);
    expect(scene.renewals()).toBe(1);
    expect((await scene.shown()).health).toMatchObject({ expiresAt: '2027-08-24T06:00:00Z', daysLeft: 60 });
    await days(60);
    expect(scene.renewals()).toBe(2);
    expect(await scene.told('expiring')).toEqual([]);
  });

  it('that cannot be renewed are told of 7, 3 and 1 days ahead, once each, and again for the next ones', async () => {
    scene = await lookedAfter('linkedin');
    scene.provider.ledger.refresh.clear();
    await days(53);
    expect((await scene.shown()).health).toMatchObject({ renews: false, daysLeft: 7 });
    await days(6);
    await scene.look();
    const told = ['7 days', '3 days', '1 day'].map((left) => expect.stringContaining(`ends in ${left} (`));
    expect(await scene.told('expiring')).toEqual(told);
    expect(await scene.state()).toBe('connected');
    await scene.connect();
    expect((await scene.shown()).health).toMatchObject({ renews: true });
    scene.provider.ledger.refresh.clear();
    await days(59);
    expect(await scene.told('expiring')).toEqual([...told, ...told]);
  });
});
