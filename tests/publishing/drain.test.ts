import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type EntryId, type WorkspaceId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { systemTenant } from '../../functions/core/tenant.ts';
import type { World } from '../../functions/ports.ts';
import { Drain } from '../../functions/use-cases/publishing/drain.ts';
import { findDue } from '../../functions/use-cases/publishing/find-due.ts';
import { putEntry } from '../../functions/use-cases/rows.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

let test: ApprovedWorld;
beforeEach(async () => {
  test = await makeApprovedWorld();
});
afterEach(() => test.close());

const throwIt = (error: unknown): never => {
  throw error;
};

/** Copies of one scheduled entry, due at the instant, in the workspace or in another one of that name. */
const fill = async (count: number, wakeAt: string, workspace = test.workspace): Promise<void> => {
  const { id } = await test.schedule();
  const tenant = systemTenant(workspace);
  const row = await test.world.store.get(keys.entry(systemTenant(test.workspace), id));
  if (!row) throw new Error('It is not there');
  for (let done = 0; done < count; done += 50) {
    const some = Array.from({ length: Math.min(50, count - done) }, () =>
      asId<EntryId>(test.world.ids.next()),
    );
    await test.world.store.tick(some.map((next) => putEntry(tenant, { ...row.value, id: next, wakeAt })));
  }
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
  it('publishes each of more than one look finds, once', async () => {
    await fill(300, AT);
    test.clock.set(AT);
    const drain = new Drain(test.world, { onTrouble: throwIt, ahead: 0 });
    await drain.look();
    await until(drain, 301);
    await drain.stop();
    expect(await posted()).toBe(301);
  });

  it('tells when the next falls due, and leaves it until then', async () => {
    await fill(3, AT);
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

it('what is due of a quiet workspace is found behind a thousand of a noisy one', async () => {
  const quiet = asId<WorkspaceId>('quiet');
  await fill(1000, AT);
  await fill(1, AT, quiet);
  await fill(1, '2027-05-03T06:01:30Z', asId<WorkspaceId>('calm'));
  test.clock.set('2027-05-03T06:01:30Z');
  const { posts } = await findDue(test.world, { ofEach: 4, ahead: 0 });
  expect(posts.length).toBeLessThan(150);
  expect(new Set(posts.map(({ workspace }) => workspace))).toEqual(
    new Set([test.workspace, 'quiet', 'calm']),
  );
});
