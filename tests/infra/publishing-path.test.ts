import { describe, expect, it } from 'vitest';
import figures from '../../infra/figures.json' with { type: 'json' };
import {
  atShare,
  postsOf,
  simulate,
  SMALL,
  withPollers,
  type Load,
  type Setting,
} from './publishing-path.ts';

const { goal, large, quotas } = figures;
const lagOf = (load: Load, setting: Setting): number =>
  atShare(simulate(postsOf(load), setting), goal.atShare);
const A_WHILE: Load = { perSecond: goal.postsPerSecond, seconds: 20 };
const AN_INSTANT: Load = { perSecond: goal.postsPerSecond, seconds: 1 };

describe('wake-ups, by the documented quotas', () => {
  it('of each entry come to one call, none before its instant', () => {
    const called = simulate(postsOf(A_WHILE), withPollers(large.pollers));
    expect(called).toHaveLength(A_WHILE.perSecond * A_WHILE.seconds);
    expect(Math.min(...called.slice(0, 1000).map(({ lag }) => lag))).toBeGreaterThan(0);
  });

  it.each([
    ['for a while', A_WHILE],
    ['at one instant', AN_INSTANT],
  ])('at a thousand a second, %s, are in time in the large setting', (_, load) => {
    expect(lagOf(load, withPollers(large.pollers))).toBeLessThan(goal.firstCallWithinSeconds);
  });

  it('at a thousand a second are late in the small setting, with fewer pollers, or in a table that is not warm', () => {
    const cold = {
      ...withPollers(large.pollers),
      writeUnitsPerSecond: quotas.newTableWriteUnitsPerSecond.value,
    };
    for (const setting of [SMALL, withPollers(20), cold])
      expect(lagOf(A_WHILE, setting)).toBeGreaterThan(goal.firstCallWithinSeconds);
  });

  it('at twenty a second are in time in the small setting', () => {
    expect(lagOf({ perSecond: 20, seconds: 60 }, SMALL)).toBeLessThan(goal.firstCallWithinSeconds);
  });

  it('are the same at every run', () => {
    expect(simulate(postsOf(AN_INSTANT), SMALL)).toEqual(simulate(postsOf(AN_INSTANT), SMALL));
  });
});

it('every quota says where it was read and when', () => {
  for (const { source, date } of Object.values(figures.quotas)) {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//u);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/u);
  }
});
