/** Fault 4, of the whole home: the provider speaks the version of its interface no more in which posts are made. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Http } from '../../functions/ports/http.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { openLive, type LiveWorld } from './live-world.ts';

describe('a version of the provider’s interface that is spoken no more', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  it('holds the post and says what to do; once that is done, the post is checked again and goes out', async () => {
    test = await openLive('linkedin');
    const outdated: Http = {
      call: async (call) =>
        call.method === 'POST'
          ? { is: 'answered', status: 426, headers: {}, text: '{"code":"NONEXISTENT_VERSION"}' }
          : test.world.http.call(call),
    };
    const id = await test.due();
    expect(await test.look({ http: outdated })).toEqual([]);
    const held = await test.entry(id);
    expect(held.value).toMatchObject({
      state: 'held',
      hold: { reason: 'disconnected', says: expect.stringContaining('CANTUS_LINKEDIN_VERSION') },
    });
    await retryEntry(test.world, test.manager.session, { id, ifRev: held.rev });
    await test.look();
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });
});
