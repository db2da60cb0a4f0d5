/** One workspace has ten thousand posts at one instant: by the documented quotas, no other's first call is late, whatever SQS notices. */
import { describe, expect, it } from 'vitest';
import figures from '../../infra/figures.json' with { type: 'json' };
import { BUSY_FROM } from '../../functions/handlers/queue-for.ts';
import type { Called } from './publishers.ts';
import { MINUTE, type Post, postsOf, simulate, SMALL, withPollers, type Setting } from './publishing-path.ts';

const { goal, busy, large, quotas, small } = figures;
const LARGE = withPollers(large.pollers);
const IN_ONE_QUEUE = { busyFrom: Infinity };

/** One of another workspace at the same instant, and one a second after it, amid those of the busy one. */
const others: readonly Post[] = Array.from({ length: 90 }, (_, second) => ({
  workspace: `other ${second}`,
  due: MINUTE + second,
}));
const burst = postsOf({ perSecond: busy.posts, seconds: 1 }, 'busy');
const half = busy.posts / 2;
const posts = [...burst.slice(0, half), ...others, ...burst.slice(half)];

const latest = (calls: readonly Called[], isBusy: boolean): number =>
  Math.max(...calls.filter(({ workspace }) => (workspace === 'busy') === isBusy).map(({ lag }) => lag));
const lagOfOthers = (setting: Setting): number => latest(simulate(posts, setting), false);

describe('beside ten thousand posts of one workspace', () => {
  it.each([
    ['small', SMALL],
    ['large', LARGE],
  ])('every other is called in time in the %s load, also where each call is slow', (_, setting) => {
    for (const callSeconds of [setting.callSeconds, busy.slowCallSeconds])
      expect(lagOfOthers({ ...setting, callSeconds })).toBeLessThan(busy.othersWithinSeconds);
    expect(busy.othersWithinSeconds).toBeLessThan(goal.firstCallWithinSeconds);
  });

  it('each of both is called once, and none before its instant', () => {
    const calls = simulate(posts, SMALL);
    expect(calls.filter(({ workspace }) => workspace === 'busy')).toHaveLength(busy.posts);
    expect(calls).toHaveLength(busy.posts + others.length);
    expect(Math.min(...calls.map(({ lag }) => lag))).toBeGreaterThan(0);
    expect(latest(calls, true)).toBeLessThan(busy.ownWithinSeconds);
  });

  it('others in one queue are late, unless SQS notices soon and the calls are quick', () => {
    const inOne = { ...SMALL, ...IN_ONE_QUEUE };
    expect(lagOfOthers(inOne)).toBeGreaterThan(busy.inOneQueueSeconds);
    expect(lagOfOthers({ ...inOne, noticedAfter: 10 })).toBeGreaterThan(goal.firstCallWithinSeconds);
    expect(lagOfOthers({ ...inOne, noticedAfter: 1 })).toBeLessThan(goal.firstCallWithinSeconds);
    const slow = { ...inOne, noticedAfter: 1, callSeconds: busy.slowCallSeconds };
    expect(lagOfOthers(slow)).toBeGreaterThan(goal.firstCallWithinSeconds);
  });
});

describe('among the busy ones', () => {
  const second = postsOf({ perSecond: 2 * BUSY_FROM, seconds: 1 }, 'less busy');
  const lagOfSecond = (noticedAfter: number): number =>
    Math.max(
      ...simulate([...burst, ...second], { ...SMALL, noticedAfter })
        .filter(({ workspace }) => workspace === 'less busy')
        .map(({ lag }) => lag),
    );

  it('the less busy one is served first as soon as SQS notices, and waits for the busier one if it does not', () => {
    expect(lagOfSecond(1)).toBeLessThan(lagOfSecond(Infinity) / 5);
  });
});

describe('a workspace that is just not busy', () => {
  it('leaves functions to others while all its calls are slow', () => {
    const slow = postsOf({ perSecond: BUSY_FROM, seconds: 1 }, 'slow');
    const setting = { ...SMALL, callSeconds: busy.slowCallSeconds };
    const calls = simulate([...slow, ...others.slice(0, 20)], setting);
    expect(Math.max(...calls.map(({ lag }) => lag))).toBeLessThan(goal.firstCallWithinSeconds);
    expect(BUSY_FROM).toBeLessThan(small.atOnce);
  });
});

it('the page reckons with the queue that the code chooses, and with enough in flight to be noticed', () => {
  expect(busy.from).toBe(BUSY_FROM);
  expect(busy.batchSize * busy.atOnce).toBeGreaterThan(quotas.noisyInFlight.value);
});
