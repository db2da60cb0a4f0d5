import { afterEach, describe, expect, it } from 'vitest';
import { asId, type AccountId, type CampaignId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { cancelEntry, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { takeRate } from '../../functions/use-cases/publishing/take-rate.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('rates of a channel', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  it('make a burst wait, without counting against its grace; a preview waits for nobody', async () => {
    test = await makeApprovedWorld();
    const { tenant } = test.manager.session;
    const page = await test.world.store.get(keys.account(tenant, asId<AccountId>('page')));
    if (!page) throw new Error('No account');
    const onX = { ...page.value, channel: 'x', mode: 'live' } as const;
    const waits: (string | undefined)[] = [];
    for (let post = 0; post < 60; post += 1) waits.push(await takeRate(test.world, tenant, onX));
    expect(waits.filter((one) => one === undefined)).toHaveLength(50);
    expect(waits.at(-1)).toBe('2027-05-03T06:00:18Z');
    expect(await takeRate(test.world, tenant, { ...onX, mode: 'preview' })).toBeUndefined();
    test.clock.advance({ seconds: 18 });
    expect(await takeRate(test.world, tenant, onX)).toBeUndefined();
  });
});

describe('siblings of an entry that failed', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  const policy = async (onFailure: 'continue' | 'hold') => {
    const { session } = test.manager;
    const { place } = (await getVariant(test.world, session, test.variant)).value;
    const key = keys.campaign(session.tenant, asId<CampaignId>(place.campaign));
    const row = await test.world.store.get(key);
    if (!row) throw new Error('No campaign');
    await test.world.store.tick([{ op: 'put', key, value: { ...row.value, onFailure }, rev: row.rev }]);
  };
  /** One that nobody could confirm and that a person found not to be there, and one a minute later. */
  const two = async () => {
    const { session } = test.manager;
    const first = await test.schedule();
    const next = await test.schedule({ wall: '2027-05-03T09:02' });
    test.clock.advance({ minutes: 1 });
    const put = () => Promise.reject(new Error('timed out'));
    await test.wake(first.id, { feed: { ...test.world.feed, put } });
    const { rev } = await test.entry(first.id);
    await settleEntry(test.world, session, { id: first.id, ifRev: rev, as: 'not-published' });
    test.clock.advance({ minutes: 1 });
    await test.wake(next.id);
    return { failed: first.id, next: next.id };
  };

  it('go on where the campaign says so', async () => {
    test = await makeApprovedWorld();
    await policy('continue');
    const { next } = await two();
    expect((await test.entry(next)).value.state).toBe('published');
  });

  it('wait for a person where it says so, until the one that failed is moved or cancelled', async () => {
    test = await makeApprovedWorld();
    await policy('hold');
    const { failed, next } = await two();
    const { session } = test.manager;
    expect((await test.entry(next)).value).toMatchObject({
      state: 'held',
      hold: { reason: 'sibling-failed' },
    });
    await cancelEntry(test.world, session, { id: failed, ifRev: (await test.entry(failed)).rev });
    await retryEntry(test.world, session, { id: next, ifRev: (await test.entry(next)).rev });
    await test.wake(next);
    expect((await test.entry(next)).value.state).toBe('published');
  });
});
