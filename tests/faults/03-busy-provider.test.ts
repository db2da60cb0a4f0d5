/** Fault 3: a provider that says 429 with and without `Retry-After`, a burst of 5xx, and one that is slow. */
import { afterEach, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../functions/adapters/node-http.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { afterDeed } from './deeds.ts';
import { openLive, type LiveWorld } from './live-world.ts';

describe('a provider that has had enough', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const calls = () => test.provider.standIn.requests.filter(({ method }) => method === 'POST').length;
  const limited = (retryAfter: string) => ({
    call: () =>
      Promise.resolve({
        is: 'answered',
        status: 429,
        headers: { 'retry-after': retryAfter },
        text: '',
      } as const),
  });

  it.each([
    ['with Retry-After, after the time that it names', 'rate-limited', 120],
    ['without Retry-After, after a minute', 'rate-limited-silently', 60],
  ] as const)('answers 429 %s is asked again, and no sooner', async (_what, fault, seconds) => {
    test = await openLive('webhook');
    const id = await test.due();
    test.provider.standIn.fault(fault);
    await test.look();
    expect(await test.stateOf(id)).toMatchObject({ state: 'scheduled', outcome: { is: 'retry' } });
    test.clock.advance({ seconds: seconds - 1 });
    await test.look();
    expect([calls(), test.live()]).toEqual([1, 0]);
    test.clock.advance({ seconds: 1 });
    await test.look();
    expect(await test.stateOf(id)).toMatchObject({ state: 'published', attempts: 2 });
    expect([calls(), test.live()]).toEqual([2, 1]);
  });

  it('may name a date', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    await test.look({ http: limited('Mon, 03 May 2027 06:09:00 GMT') });
    expect((await test.stateOf(id)).wakeAt).toBe('2027-05-03T06:09:00Z');
  });

  it('and asks for more patience than the grace has: the post is missed, and never late', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    await test.look({ http: limited('2400') });
    await test.pass(60);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['missed', 0]);
  });
});

describe('a burst of 5xx', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const BURST: readonly Fault[] = [
    'trouble-before',
    'trouble-after',
    'trouble-before',
    'trouble-after',
    'trouble-before',
    'trouble-after',
  ];
  const burst = async (channel: 'mastodon' | 'webhook') => {
    test = await openLive(channel);
    const ids = [];
    for (const _ of BURST) ids.push(await test.due());
    test.provider.standIn.fault(...BURST);
    await test.look();
    await test.pass(30);
    return Promise.all(ids.map(async (id) => (await test.stateOf(id)).state));
  };

  it('ends with every post live once, where the channel can be read back', async () => {
    expect(await burst('mastodon')).toEqual(BURST.map(() => 'published'));
    expect(test.live()).toBe(BURST.length);
  });

  it('ends with nothing posted twice and nothing called failed, where it cannot', async () => {
    expect(await burst('webhook')).toEqual(BURST.map(() => 'unconfirmed'));
    expect(test.live()).toBe(BURST.length / 2);
  });
});

describe('a slow provider', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  it.each(['late-before', 'late-after'] as const)(
    'is not waited for without end (%s): what it did is read back',
    async (fault) => {
      test = await openLive('mastodon');
      const id = await test.due();
      test.provider.standIn.fault(fault);
      await test.look({ http: nodeHttp({ seconds: 0.3 }) });
      expect((await test.stateOf(id)).state).toBe('unconfirmed');
      await test.pass(5);
      expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
    },
  );

  it('is asked once, though the entry wakes again and again in the meantime', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    const slow = afterDeed(test.world, 'call', async () => {
      for (let wakes = 0; wakes < 3; wakes += 1) {
        test.clock.advance({ seconds: 50 });
        await test.wake(id);
      }
    });
    expect(await test.look(slow)).toEqual([]);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });

  it.each([
    ['settles its own call after it was given up', 'webhook', 11],
    ['finds its call settled by the read-back', 'mastodon', 16],
  ] as const)('whose worker outlives its lease %s', async (_what, channel, minutes) => {
    test = await openLive(channel);
    const id = await test.due();
    const slow = afterDeed(test.world, 'call', async () => {
      test.clock.advance({ minutes: 11 });
      await test.look();
      expect((await test.stateOf(id)).state).toBe('unconfirmed');
      if (minutes > 11) await test.pass(minutes - 11);
    });
    expect(await test.look(slow)).toEqual([]);
    expect(await test.stateOf(id)).toMatchObject({ state: 'published', attempts: 1 });
    expect(test.live()).toBe(1);
  });
});
