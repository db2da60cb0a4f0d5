/** Much at one minute, and one workspace with more than all others: each goes out once, and nobody waits behind it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, type WorkspaceId } from '../../functions/core/ids.ts';
import { Drain } from '../../functions/use-cases/publishing/drain.ts';
import { findDue } from '../../functions/use-cases/publishing/find-due.ts';
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
const posted = async (): Promise<number> => (await test.world.feed.list(test.workspace, 2000)).length;

const until = async (drain: Drain, count: number): Promise<void> => {
  for (let looks = 0; (await posted()) < count; looks += 1) {
    if (looks > 200) throw new Error(`Only ${await posted()} of ${count} were posted`);
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
});

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
