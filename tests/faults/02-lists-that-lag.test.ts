/** Fault 2, where the channel's own list lags behind: that it does not show a post, and refuses a repeat, proves nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import type { Http } from '../../functions/ports/http.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { openLive, PAGE, type LiveWorld } from './live-world.ts';

const LISTS = /\/statuses\?/u;
const KEY_MINUTES = 60;

describe('a list that lags', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  /** The account says of itself that it has posted, and its list shows none of it. */
  const lagging = (): Http => ({
    call: async (call) => {
      const answer = await test.world.http.call(call);
      return LISTS.test(call.url) && answer.is === 'answered' ? { ...answer, text: '[]' } : answer;
    },
  });
  /** The same, and what the account says of itself lags as well. */
  const laggingWholly = (): Http => ({
    call: async (call) => {
      const answer = await lagging().call(call);
      return answer.is === 'answered' && call.url.endsWith('/verify_credentials')
        ? { ...answer, text: '{"id":"7","acct":"tea","statuses_count":0}' }
        : answer;
    },
  });
  const live = async (): Promise<EntryId> => {
    test = await openLive('mastodon');
    const id = await test.due();
    test.provider.standIn.fault('reset-after');
    await test.look();
    expect(test.live()).toBe(1);
    return id;
  };
  const calls = () =>
    test.provider.standIn.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/statuses'),
    ).length;
  const later = async (minutes: number, http: Http) => {
    test.clock.advance({ minutes });
    expect(await test.look({ http })).toEqual([]);
  };

  it('makes no second call while it is shorter than the account says', async () => {
    const id = await live();
    await later(6, lagging());
    expect([(await test.stateOf(id)).state, calls()]).toEqual(['unconfirmed', 1]);
    await test.pass(10);
    expect([(await test.stateOf(id)).state, calls(), test.live()]).toEqual(['published', 1, 1]);
  });

  it('pages on where a server lists fewer than it is asked for', async () => {
    test = await openLive('mastodon');
    const id = await test.due();
    test.provider.standIn.fault('reset-after');
    await test.look();
    const other = await test.due(await test.copy());
    await test.look();
    const one: Http = {
      call: async (call) => test.world.http.call({ ...call, url: call.url.replace('limit=40', 'limit=1') }),
    };
    await later(6, one);
    const ids = await Promise.all(
      [id, other].map(async (entry) => {
        const { outcome } = await test.stateOf(entry);
        return outcome?.is === 'published' ? outcome.externalId : undefined;
      }),
    );
    expect(ids).toEqual(test.provider.posts().map((post) => post.id));
  });

  it.each<Fault>(['refused', 'rate-limited', 'unauthorised', 'trouble-before'])(
    'leaves it unconfirmed where the repeat is %s, and finds it once it is shown',
    async (fault) => {
      const id = await live();
      test.provider.standIn.fault(fault);
      await later(6, laggingWholly());
      expect([(await test.stateOf(id)).state, calls()]).toEqual(['unconfirmed', 2]);
      await test.pass(15);
      expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
    },
  );

  it('leaves it to a person, never failed or missed, where every repeat is turned down', async () => {
    const id = await live();
    for (let looks = 0; looks < 30; looks += 1) {
      test.provider.standIn.fault('refused');
      await later(5, laggingWholly());
      expect((await test.stateOf(id)).state).toBe('unconfirmed');
    }
    expect((await test.stateOf(id)).wakeAt).toBeUndefined();
    expect(test.live()).toBe(1);
  });

  it('waits as long as the provider asks for', async () => {
    const id = await live();
    test.provider.standIn.fault('rate-limited');
    const http: Http = {
      call: async (call) => {
        const answer = await laggingWholly().call(call);
        return answer.is === 'answered' && answer.status === 429
          ? { ...answer, headers: { 'retry-after': '1800' } }
          : answer;
      },
    };
    await later(6, http);
    const before = calls();
    await later(20, laggingWholly());
    expect([(await test.stateOf(id)).state, calls()]).toEqual(['unconfirmed', before]);
    await later(11, laggingWholly());
    expect([(await test.stateOf(id)).state, calls(), test.live()]).toEqual(['published', before + 1, 1]);
  });

  it('counts the hour of a key from the first call that had it, whatever was tried since', async () => {
    test = await openLive('mastodon');
    const id = await test.due();
    test.provider.standIn.fault('rate-limited');
    await test.look();
    expect((await test.stateOf(id)).state).toBe('scheduled');
    test.clock.advance({ minutes: 20 });
    test.provider.standIn.fault('reset-before');
    await test.look();
    expect(await test.stateOf(id)).toMatchObject({ state: 'unconfirmed', attempts: 2 });
    const before = calls();
    test.clock.advance({ minutes: KEY_MINUTES - 21 });
    await test.look();
    expect([(await test.stateOf(id)).state, calls()]).toEqual(['unconfirmed', before]);
  });

  it('has the token renewed, or the account disconnected, where it ended between the look and the repeat', async () => {
    const id = await live();
    let ended = false;
    const http: Http = {
      call: async (call) => {
        ended ||= call.method === 'POST';
        return ended
          ? { is: 'answered', status: 401, headers: {}, text: '{"error":"The access token expired"}' }
          : laggingWholly().call(call);
      },
    };
    await later(6, http);
    const { session } = await test.asMember('manager');
    const account = await test.world.store.get(keys.account(session.tenant, PAGE));
    expect([account?.value.state, (await test.stateOf(id)).state]).toEqual(['disconnected', 'unconfirmed']);
  });
});
