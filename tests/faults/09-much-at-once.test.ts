/** Fault 9: much at one minute, one workspace with more than all others, and one whose provider is slow: each goes out once, and nobody waits behind another. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, type AccountId, type WorkspaceId } from '../../functions/core/ids.ts';
import { keys, type Key } from '../../functions/core/keys.ts';
import { systemTenant, type Tenant } from '../../functions/core/tenant.ts';
import type { World } from '../../functions/ports.ts';
import { Drain } from '../../functions/use-cases/publishing/drain.ts';
import { findDue } from '../../functions/use-cases/publishing/find-due.ts';
import { put } from '../../functions/use-cases/rows.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { fillDue } from '../support/fill-due.ts';

let test: ApprovedWorld;
beforeEach(async () => {
  test = await makeApprovedWorld();
});
afterEach(() => test.close());

const AT = '2027-05-03T06:01:00Z';
const throwIt = (error: unknown): never => {
  throw error;
};
const posted = async (workspace = test.workspace): Promise<number> =>
  (await test.world.feed.list(workspace, 2000)).length;

const until = async (drain: Drain, count: number, workspace = test.workspace): Promise<void> => {
  for (let looks = 0; (await posted(workspace)) < count; looks += 1) {
    if (looks > 200) throw new Error(`Only ${await posted(workspace)} of ${count} were posted`);
    await drain.look();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

it('publishes each of many that are due in one minute, once, over several looks', async () => {
  await fillDue(test, 300, AT);
  test.clock.set(AT);
  const drain = new Drain(test.world, { onTrouble: throwIt, ahead: 0 });
  await drain.look();
  await until(drain, 301);
  await drain.stop();
  expect(await posted()).toBe(301);
}, 60_000);

it('finds what a quiet workspace has due behind a thousand of a noisy one', async () => {
  const quiet = asId<WorkspaceId>('quiet');
  await fillDue(test, 1000, AT);
  await fillDue(test, 1, AT, quiet);
  await fillDue(test, 1, '2027-05-03T06:01:30Z', asId<WorkspaceId>('calm'));
  test.clock.set('2027-05-03T06:01:30Z');
  const { posts } = await findDue(test.world, { ofEach: 4, ahead: 0 });
  expect(posts.length).toBeLessThan(150);
  expect(new Set(posts.map(({ workspace }) => workspace))).toEqual(
    new Set([test.workspace, 'quiet', 'calm']),
  );
});

const SLOW = asId<WorkspaceId>('slow');

/** Another workspace with the same account, approved variant and campaign. */
const alsoIn = async (workspace: WorkspaceId): Promise<void> => {
  const { world, variant, manager } = test;
  const { campaign } = (await getVariant(world, manager.session, variant)).value.place;
  const copy = async <T>(key: (tenant: Tenant) => Key<T>): Promise<void> => {
    const row = await world.store.get(key(systemTenant(test.workspace)));
    if (row) await world.store.tick([put(key(systemTenant(workspace)), row.value)]);
  };
  await copy((tenant) => keys.workspace(tenant));
  await copy((tenant) => keys.account(tenant, asId<AccountId>('page')));
  await copy((tenant) => keys.campaign(tenant, campaign));
  await copy((tenant) => keys.variant(tenant, variant));
  await copy((tenant) => keys.revision(tenant, variant, 1));
};

it('keeps nobody waiting behind a workspace whose provider does not answer', async () => {
  await alsoIn(SLOW);
  await fillDue(test, 60, AT, SLOW);
  await fillDue(test, 150, AT);
  test.clock.set(AT);
  let answer = (): void => undefined;
  const answers = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = 0;
  const { feed } = test.world;
  const slow: World['feed'] = {
    ...feed,
    put: async (post) => {
      if (post.workspace === SLOW) {
        asked += 1;
        await answers;
      }
      return feed.put(post);
    },
  };
  const drain = new Drain({ ...test.world, feed: slow }, { onTrouble: throwIt, ahead: 0 });
  await drain.look();
  await until(drain, 152);
  expect(asked).toBeGreaterThan(0);
  expect(await posted(SLOW)).toBe(0);
  answer();
  await until(drain, 60, SLOW);
  await drain.stop();
  expect([await posted(), await posted(SLOW), asked]).toEqual([152, 60, 60]);
}, 60_000);
