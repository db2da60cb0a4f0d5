/** Fault 4: a token that has expired, is revoked, or is renewed by two at once. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Http } from '../../functions/ports/http.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { refreshCredentials } from '../../functions/use-cases/account/refresh-credentials.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';

describe('a token that the provider takes no more', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const account = async () => (await listAccounts(test.world, test.manager.session, undefined))[0];
  const reconnect = async (): Promise<void> => {
    const { session } = await test.asMember('admin');
    const { credentials } = test.provider;
    await connectAccount(test.world, session, { id: PAGE, ifRev: (await account())?.rev ?? 0, credentials });
  };

  it('holds everything that waits, tells the owner once, and nothing is posted; connected again, all goes out once', async () => {
    test = await openLive('mastodon');
    const { session } = await test.asMember('admin');
    const [due, later] = [await test.due(), (await test.schedule({ wall: '2027-05-03T09:20' })).id];
    test.provider.standIn.fault('unauthorised');
    await test.look();
    await test.pass(5);
    expect((await account())?.value.state).toBe('disconnected');
    expect((await test.stateOf(due)).state).toBe('held');
    const { items } = await listNotices(test.world, session, { limit: 20 });
    expect(items.filter(({ kind }) => kind === 'disconnected')).toHaveLength(1);
    expect(test.live()).toBe(0);
    await reconnect();
    await test.pass(30);
    expect((await test.stateOf(later)).state).toBe('published');
    expect(test.live()).toBe(new Set(test.provider.posts().map(({ text, id }) => `${id} ${text}`)).size);
    const ends = await Promise.all([due, later].map(async (id) => (await test.stateOf(id)).state));
    expect(ends.filter((state) => state === 'published')).toHaveLength(test.live());
  });
});

describe('a token that is renewed', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  /** Threads renews by the token itself: two renewals of one token may leave the loser with one that is dead. */
  const open = async (refresh: () => Promise<void>) => {
    let renewals = 0;
    const answered = (body: unknown) =>
      ({ is: 'answered', status: 200, headers: {}, text: JSON.stringify(body) }) as const;
    const http: Http = {
      call: async ({ url }) => {
        if (!url.includes('refresh_access_token')) return answered({ id: '77', username: 'tea' });
        renewals += 1;
        const number = renewals;
        await refresh();
        return answered({
          access_token: `renewed-token-${number}`,
          token_type: 'bearer',
          expires_in: 5_184_000,
        });
      },
    };
    test = await makeApprovedWorld({ channel: 'threads', mode: 'live' });
    Object.assign(test.world, { http });
    const { session } = await test.asMember('admin');
    const [was] = await listAccounts(test.world, session, undefined);
    const credentials = { user: '77', token: 'first-token-of-harbour-tea' };
    const { value } = await connectAccount(test.world, session, {
      id: PAGE,
      ifRev: was?.rev ?? 0,
      credentials,
    });
    const renew = () => refreshCredentials(test.world, session.tenant, value);
    return { renew, renewals: () => renewals };
  };

  it('by ten at once is renewed by one, and the others wait', async () => {
    const { renew, renewals } = await open(() => Promise.resolve());
    const outcomes = await Promise.all(Array.from({ length: 10 }, renew));
    expect(outcomes.map((one) => one.is).toSorted()).toEqual([
      ...Array.from({ length: 9 }, () => 'later'),
      'refreshed',
    ]);
    expect(renewals()).toBe(1);
  });

  it('while another is at it waits, and a worker that died keeps nobody waiting for long', async () => {
    let isDead = true;
    const { renew, renewals } = await open(() =>
      isDead ? Promise.reject(new Error('The worker died')) : Promise.resolve(),
    );
    await expect(renew()).rejects.toThrow('The worker died');
    isDead = false;
    expect(await renew()).toEqual({ is: 'later' });
    test.clock.advance({ minutes: 2 });
    expect(await renew()).toEqual({ is: 'refreshed' });
    expect(renewals()).toBe(2);
  });
});
