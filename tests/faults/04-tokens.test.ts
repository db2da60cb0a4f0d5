/** Fault 4: a token that has expired, is revoked, or is renewed by two at once. */
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/core/keys.ts';
import type { Http } from '../../functions/ports/http.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { refreshCredentials } from '../../functions/use-cases/account/refresh-credentials.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';
import { openSignedIn, type SignedIn } from './signed-in-world.ts';

const raise = (): never => {
  throw new Error('There is no entry');
};

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
    const token = await test.world.store.get(keys.accountToken(session.tenant, value.id));
    const sealed = token?.value.sealed ?? '';
    const renew = () => refreshCredentials(test.world, session.tenant, value, sealed);
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

describe('a token that ends between scheduling and firing', () => {
  let scene: SignedIn;
  afterEach(() => scene.close());

  const pass = (by: Parameters<SignedIn['test']['clock']['advance']>[0]) => scene.test.clock.advance(by);
  const twoAt = async (wall: string) => [
    (await scene.test.schedule({ wall })).id,
    (await scene.test.schedule({ wall })).id,
  ];
  const states = (ids: readonly EntryId[]) =>
    Promise.all(ids.map(async (id) => (await scene.stateOf(id)).state));
  const posts = () => scene.provider.ledger.posts.length;

  it('is renewed before, by one of two servers, and both posts go out once with the new one', async () => {
    scene = await openSignedIn();
    const both = await twoAt('2027-05-03T11:10');
    const old = await scene.token();
    for (let minutes = 0; minutes < 135; minutes += 5) {
      pass({ minutes: 5 });
      if (minutes === 115) scene.expire(old);
      await Promise.all([scene.tick(), scene.tick()]);
    }
    expect(await states(both)).toEqual(['published', 'published']);
    expect(scene.renewals()).toBe(1);
    const renewed = await scene.token();
    expect(renewed).not.toBe(old);
    expect(scene.bearers()).toEqual([renewed, renewed]);
    expect(posts()).toBe(2);
  });

  it('and was renewed by nobody, since all were asleep, is renewed once for two posts that are refused at once', async () => {
    scene = await openSignedIn();
    const both = await twoAt('2027-05-03T11:10');
    const old = await scene.token();
    scene.expire(old);
    pass({ minutes: 130 });
    await Promise.all(both.map((id) => scene.test.wake(id)));
    expect(scene.bearers()).toEqual([old, old]);
    expect(posts()).toBe(0);
    pass({ seconds: 2 });
    await Promise.all(both.map((id) => scene.test.wake(id)));
    expect(await states(both)).toEqual(['published', 'published']);
    expect(scene.renewals()).toBe(1);
    expect(scene.bearers().slice(2)).toEqual([await scene.token(), await scene.token()]);
    expect(posts()).toBe(2);
  });

  it('is not renewed again by a post that is refused only once the other one has renewed it', async () => {
    scene = await openSignedIn();
    const [first, second] = await twoAt('2027-05-03T11:10');
    scene.expire(await scene.token());
    pass({ minutes: 130 });
    const { http } = scene.test.world;
    /** It leaves with the old token, and arrives after the other one was renewed. */
    const late: Http = {
      call: async (call) => {
        if (call.url.endsWith('/2/tweets')) await scene.test.wake(first ?? raise());
        return http.call(call);
      },
    };
    await scene.test.wake(second ?? raise(), { http: late });
    expect(scene.renewals()).toBe(1);
    pass({ seconds: 2 });
    await scene.tick();
    expect(await states([first ?? raise(), second ?? raise()])).toEqual(['published', 'published']);
    expect(scene.renewals()).toBe(1);
    expect(posts()).toBe(2);
  });

  it('is no reason to disconnect what somebody connected anew meanwhile', async () => {
    scene = await openSignedIn();
    const [id = raise()] = await twoAt('2027-05-03T11:10');
    scene.provider.revoke();
    pass({ minutes: 130 });
    const { http } = scene.test.world;
    const late: Http = {
      call: async (call) => {
        const answer = await http.call(call);
        if (call.url.endsWith('/2/tweets')) await scene.connect();
        return answer;
      },
    };
    await scene.test.wake(id, { http: late });
    expect(await scene.state()).toBe('connected');
    pass({ seconds: 2 });
    await scene.tick();
    expect((await scene.stateOf(id)).state).toBe('published');
  });

  it('and is refused after it was renewed, too, disconnects the account instead of renewing for ever', async () => {
    scene = await openSignedIn();
    const [id = raise()] = await twoAt('2027-05-03T09:05');
    pass({ minutes: 5 });
    for (let seconds = 0; seconds < 20; seconds += 2) {
      scene.provider.fault('unauthorised');
      await scene.test.wake(id);
      pass({ seconds: 2 });
    }
    expect(scene.renewals()).toBe(1);
    expect(await scene.state()).toBe('disconnected');
    expect((await scene.stateOf(id)).state).toBe('held');
    expect(await scene.told('disconnected')).toHaveLength(1);
    expect(posts()).toBe(0);
  });

  it('and is revoked disconnects the account days before, holds its posts and tells its owner once; connected again, all goes out once', async () => {
    scene = await openSignedIn();
    const both = await twoAt('2027-05-06T12:00');
    scene.provider.revoke();
    for (let hours = 0; hours < 24; hours += 1) {
      pass({ hours: 1 });
      await scene.tick();
    }
    expect(await scene.state()).toBe('disconnected');
    expect(await states(both)).toEqual(['held', 'held']);
    expect(await scene.told('disconnected')).toEqual([
      expect.stringMatching(/invalid_grant.*Connect it again/u),
    ]);
    pass({ days: 2 });
    await scene.connect();
    await scene.tick();
    expect(await states(both)).toEqual(['scheduled', 'scheduled']);
    pass({ hours: 3 });
    await scene.tick();
    pass({ minutes: 1 });
    await scene.tick();
    expect(await states(both)).toEqual(['published', 'published']);
    expect(posts()).toBe(2);
  });
});
