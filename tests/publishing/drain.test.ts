import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/core/keys.ts';
import { systemTenant } from '../../functions/core/tenant.ts';
import type { World } from '../../functions/ports.ts';
import { Drain } from '../../functions/use-cases/publishing/drain.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { fillDue } from '../support/fill-due.ts';

let test: ApprovedWorld;
beforeEach(async () => {
  test = await makeApprovedWorld();
});
afterEach(() => test.close());

const throwIt = (error: unknown): never => {
  throw error;
};

const AT = '2027-05-03T06:01:00Z';
const posted = async (): Promise<number> => (await test.world.feed.list(test.workspace, 2000)).length;

const until = async (drain: Drain, count: number): Promise<void> => {
  for (let looks = 0; (await posted()) < count; looks += 1) {
    if (looks > 200) throw new Error(`Only ${await posted()} of ${count} were posted`);
    await drain.look();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

describe('a drain', () => {
  it('tells when the next falls due, and leaves it until then', async () => {
    await fillDue(test, 3, AT);
    const drain = new Drain(test.world, { onTrouble: throwIt, ahead: 1.5 });
    test.clock.set('2027-05-03T06:00:57.900Z');
    expect(await drain.look()).toBeUndefined();
    test.clock.set('2027-05-03T06:00:58.900Z');
    expect(await drain.look()).toBe(1100);
    expect(await posted()).toBe(0);
    test.clock.set(AT);
    expect(await drain.look()).toBeUndefined();
    await until(drain, 4);
    await drain.stop();
  });

  it('tries what failed again at the next look from outside, not before', async () => {
    const { id } = await test.schedule();
    test.clock.set(AT);
    const { pk } = keys.entry(systemTenant(test.workspace), id);
    const troubles: unknown[] = [];
    const broken: World['store'] = {
      ...test.world.store,
      get: (key) => (key.pk === pk ? Promise.reject(new Error('full')) : test.world.store.get(key)),
    };
    const world = { ...test.world, store: broken };
    const drain = new Drain(world, { onTrouble: (error) => troubles.push(error), ahead: 0 });
    for (const tries of [1, 2]) {
      await drain.look();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(troubles).toHaveLength(tries);
    }
    await drain.stop();
  });
});
