/** Fault 7: two machines' clocks five minutes apart, an hour that is skipped or happens twice, new zone data, the end of a month, and 29 February. */
import { afterEach, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../functions/core/instant.ts';
import { resolveWall, type ZoneData } from '../../functions/core/zone.ts';
import { resolveOnNewData } from '../../functions/use-cases/entry/resolve-on-new-data.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { afterDeed, beforeDeed, DEEDS } from './deeds.ts';
import { openLive, type LiveWorld } from './live-world.ts';

let test: LiveWorld;
afterEach(() => test.close());

const clockOff = (minutes: number) => ({ now: () => plusMinutes(test.clock.now(), minutes) });

describe('a machine whose clock is five minutes off', () => {
  it.each(DEEDS.flatMap((deed) => [-5, 5].map((minutes) => [minutes, deed] as const)))(
    '(%i minutes) takes nothing over from another that is at work (at the %s), on either channel',
    async (minutes, deed) => {
      for (const channel of ['mastodon', 'webhook'] as const) {
        test = await openLive(channel);
        const id = await test.due();
        const other = () => test.look({ clock: clockOff(minutes) });
        await test.look(afterDeed(beforeDeed(test.world, deed, other), deed, other));
        expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
        await test.pass(20);
        expect(test.live()).toBe(1);
        if (channel === 'mastodon') await test.close();
      }
    },
  );

  it('and behind finds nothing to do at the minute, and posts once at its own', async () => {
    test = await openLive('webhook');
    const id = await test.due();
    await test.look({ clock: clockOff(-5) });
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['scheduled', 0]);
    test.clock.advance({ minutes: 5 });
    await Promise.all([test.look({ clock: clockOff(-5) }), test.look()]);
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });
});

describe('a clock change', () => {
  it('skips an hour: its wall times are refused, and the minute after it is on time', async () => {
    test = await openLive('webhook', {}, { now: '2027-03-28T00:58:00.000Z' });
    expect(await refusalOfAsync(() => test.schedule({ wall: '2027-03-28T03:30' }))).toBe('skipped-time');
    const { id, slot } = await test.schedule({ wall: '2027-03-28T04:00' });
    expect(slot.instant).toBe('2027-03-28T01:00:00Z');
    test.clock.set('2027-03-28T00:59:59.000Z');
    await test.look();
    expect(test.live()).toBe(0);
    test.clock.set(slot.instant);
    await test.look();
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
  });

  it('repeats an hour: a wall time needs a choice, and each of both goes out at its own instant', async () => {
    test = await openLive('webhook', {}, { now: '2026-10-24T20:00:00.000Z' });
    const wall = '2026-10-25T03:30';
    expect(await refusalOfAsync(() => test.schedule({ wall }))).toBe('repeated-time');
    const earlier = await test.schedule({ wall, disambiguation: 'earlier' });
    const later = await test.schedule({ wall, disambiguation: 'later' });
    expect([earlier.slot.instant, later.slot.instant]).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
    ]);
    for (const [entry, live] of [
      [earlier, 1],
      [later, 2],
    ] as const) {
      test.clock.set(entry.slot.instant);
      await test.look();
      expect([(await test.stateOf(entry.id)).state, test.live()]).toEqual(['published', live]);
    }
  });
});

describe('new zone data', () => {
  /** A parliament keeps Athens on winter time from 10 May. */
  const winter: ZoneData = {
    version: '2099a',
    resolve: (wall, zone) => resolveWall(wall, wall >= '2027-05-10T00:00' ? 'Etc/GMT-2' : zone),
  };
  const open = () => openLive('webhook', {}, { now: '2027-05-11T05:00:00.000Z' });

  it('moves what waits to the instant that its wall time has by now, also when the home died at it', async () => {
    test = await open();
    const nine = await test.schedule({ wall: '2027-05-11T09:00' });
    const ten = await test.schedule({ wall: '2027-05-11T10:00' });
    let commits = 0;
    const { store } = test.world;
    const commit: typeof store.commit = (asked) => {
      commits += 1;
      return commits > 1 ? Promise.reject(new Error('killed')) : store.commit(asked);
    };
    const dying = { ...test.world, store: { ...store, commit } };
    await expect(resolveOnNewData(dying, winter)).rejects.toThrow('killed');
    expect((await resolveOnNewData(test.world, winter))?.moved).toHaveLength(1);
    expect(await resolveOnNewData(test.world, winter)).toBeUndefined();
    for (const [at, live] of [
      [nine.slot.instant, 0],
      ['2027-05-11T07:00:00Z', 1],
      ['2027-05-11T08:00:00Z', 2],
    ] as const) {
      test.clock.set(at);
      await test.look();
      expect(test.live()).toBe(live);
    }
    expect((await test.stateOf(nine.id)).publishedAt).toBe('2027-05-11T07:00:00.000Z');
    expect((await test.stateOf(ten.id)).publishedAt).toBe('2027-05-11T08:00:00.000Z');
  });

  it('leaves what is on its way: it goes out once, at the instant at which it was claimed', async () => {
    test = await open();
    const { id, slot } = await test.schedule({ wall: '2027-05-11T09:00' });
    test.clock.set(slot.instant);
    await test.look(afterDeed(test.world, 'claim', () => resolveOnNewData(test.world, winter)));
    expect([(await test.stateOf(id)).state, test.live()]).toEqual(['published', 1]);
    await test.pass(70);
    expect(test.live()).toBe(1);
  });
});

describe('the calendar’s edges', () => {
  it.each([
    ['29 February', '2024-02-29T07:00', '2024-02-29T05:00:00Z'],
    ['the last minute of 29 February', '2024-02-29T23:59', '2024-02-29T21:59:00Z'],
    ['the first minute after 29 February', '2024-03-01T00:00', '2024-02-29T22:00:00Z'],
    ['the first minute after 28 February of another year', '2027-03-01T00:00', '2027-02-28T22:00:00Z'],
    ['the last minute of a month', '2027-01-31T23:59', '2027-01-31T21:59:00Z'],
    ['the first minute of a year', '2027-01-01T00:00', '2026-12-31T22:00:00Z'],
  ])('%s is a minute like any other', async (_what, wall, instant) => {
    test = await openLive('webhook', {}, { now: plusMinutes(instant, -40) });
    const { id, slot } = await test.schedule({ wall });
    expect(slot.instant).toBe(instant);
    test.clock.set(plusMinutes(instant, -1));
    await test.look();
    expect(test.live()).toBe(0);
    test.clock.set(instant);
    await test.look();
    expect(await test.stateOf(id)).toMatchObject({ state: 'published', attempts: 1 });
    expect(test.live()).toBe(1);
  });

  it('29 February of a year without one is no time', async () => {
    test = await openLive('webhook');
    expect(await refusalOfAsync(() => test.schedule({ wall: '2027-02-29T09:00' }))).toBe('invalid-input');
  });
});
