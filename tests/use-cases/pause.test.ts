import { afterEach, describe, expect, it } from 'vitest';
import { asId, type AccountId, type CampaignId } from '../../functions/core/ids.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { pauseAccount, pauseCampaign, pauseWorkspace } from '../../functions/use-cases/pause/pause.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

type Pause = (test: ApprovedWorld, paused: boolean) => Promise<{ readonly fellDue: readonly unknown[] }>;

const campaignOf = async ({ world, manager, variant }: ApprovedWorld): Promise<CampaignId> =>
  (await getVariant(world, manager.session, variant)).value.place.campaign;

const WAYS: readonly (readonly [string, Pause])[] = [
  ['the workspace', (test, paused) => pauseWorkspace(test.world, test.manager.session, { paused })],
  [
    'the account',
    (test, paused) => pauseAccount(test.world, test.manager.session, { id: asId<AccountId>('page'), paused }),
  ],
  [
    'the campaign',
    async (test, paused) =>
      pauseCampaign(test.world, test.manager.session, { id: await campaignOf(test), paused }),
  ],
];

describe.each(WAYS)('pausing %s', (_, pause) => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  it('holds what falls due; resuming lists it and sends nothing; a person lets it go on', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    expect((await pause(test, true)).fellDue).toEqual([]);
    test.clock.advance({ minutes: 1 });
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({ state: 'held', hold: { reason: 'paused' } });
    expect(await pause(test, false)).toMatchObject({ fellDue: [{ value: { id } }] });
    await test.wake(id);
    expect(await test.posts()).toEqual([]);
    await retryEntry(test.world, test.manager.session, { id, ifRev: (await test.entry(id)).rev });
    await test.wake(id);
    expect(await test.posts()).toHaveLength(1);
  });

  it('sends on time what falls due after resuming', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    await pause(test, true);
    expect((await pause(test, false)).fellDue).toEqual([]);
    test.clock.advance({ minutes: 1 });
    await test.wake(id);
    expect(await test.posts()).toHaveLength(1);
  });

  it('is refused when it is so already', async () => {
    test = await makeApprovedWorld();
    expect(await refusalOfAsync(() => pause(test, false))).toBe('not-in-this-state');
    await pause(test, true);
    expect(await refusalOfAsync(() => pause(test, true))).toBe('not-in-this-state');
  });
});
