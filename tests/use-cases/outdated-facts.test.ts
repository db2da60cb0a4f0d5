/** A fact that changes after the approval: what was approved with the old value is held at once, and its owner told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../functions/core/campaign.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { changeCampaign } from '../../functions/use-cases/campaign/change-campaign.ts';
import { correctFact } from '../../functions/use-cases/campaign/correct-fact.ts';
import { getCampaign } from '../../functions/use-cases/campaign/get-campaign.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { approveVariant } from '../../functions/use-cases/variant/approve-variant.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { submitVariant } from '../../functions/use-cases/variant/submit-variant.ts';
import { approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

let test: ApprovedWorld;
let id: EntryId;
beforeEach(async () => {
  test = await makeApprovedWorld();
  ({ id } = await test.schedule({ wall: '2027-05-04T09:00' }));
});
afterEach(() => test.close());

const view = () => getVariant(test.world, test.manager.session, test.variant);
const entry = async () => (await test.entry(id)).value;
const campaign = async () =>
  getCampaign(test.world, test.manager.session, (await view()).value.place.campaign);
const change = async (some: (was: Campaign) => Partial<Campaign>): Promise<void> => {
  const { value, rev } = await campaign();
  const document = { ...value, ...some(value) };
  await changeCampaign(test.world, test.manager.session, { id: value.id, ifRev: rev, document });
};
/** The story's code, which every text of it states. */
const code = (value: string) =>
  change(({ facts }) => ({
    facts: facts.map((fact) => (fact.kind === 'code' ? { ...fact, value } : fact)),
  }));
const codeNow = async (): Promise<string> => {
  const fact = (await campaign()).value.facts.find(({ kind }) => kind === 'code');
  if (fact?.kind !== 'code') throw new Error('The story has a code');
  return fact.value;
};
const told = async () =>
  (await listNotices(test.world, test.manager.session, { limit: 10 })).items.map(({ kind }) => kind);

describe('a fact that changes with its campaign', () => {
  it('makes what was approved a draft again, and holds its entry with the reason and a notice', async () => {
    await code('OTHER1');
    expect((await view()).value).toMatchObject({ state: 'draft', revision: 1 });
    expect(await entry()).toMatchObject({
      state: 'held',
      hold: { reason: 'approval-does-not-cover', says: expect.stringContaining('A fact that it states') },
    });
    expect(await told()).toEqual(['held']);
  });

  it('holds nothing when something else changes', async () => {
    await change(() => ({ name: 'Another name' }));
    await change(({ facts }) => ({
      facts: [...facts, { id: 'seats', kind: 'quantity', value: '40', unit: 'seats' }],
    }));
    expect([(await view()).value.state, (await entry()).state]).toEqual(['approved', 'scheduled']);
  });

  it('lets it go on when the fact has its value back', async () => {
    const was = await codeNow();
    await code('OTHER1');
    const seen = async () => ({ id, ifRev: (await test.entry(id)).rev });
    const early = seen().then((at) => retryEntry(test.world, test.manager.session, at));
    await expect(early).rejects.toMatchObject({ code: 'approval-does-not-cover' });
    await code(was);
    await retryEntry(test.world, test.manager.session, await seen());
    expect((await entry()).state).toBe('scheduled');
  });

  it('lets it go on by itself once it is approved as it is now', async () => {
    const was = await codeNow();
    await code('OTHER1');
    const { rev, revision } = await view();
    const parts = revision.parts.map((part) => ({ ...part, text: part.text.replaceAll(was, 'OTHER1') }));
    const content = { parts, media: revision.media };
    await putVariant(test.world, test.manager.session, { id: test.variant, ifRev: rev, content });
    await approve(test, test.variant);
    expect(await entry()).toMatchObject({ state: 'scheduled', revision: 2 });
  });

  it('takes what is in review out of it, since nobody may approve what was not submitted', async () => {
    const { rev, revision } = await view();
    const parts = revision.parts.map((part) => ({ ...part, text: `${part.text}\nSee you there.` }));
    const content = { parts, media: revision.media };
    const { rev: next } = await putVariant(test.world, test.manager.session, {
      id: test.variant,
      ifRev: rev,
      content,
    });
    const acknowledge = (await view()).findings.map(({ fingerprint }) => fingerprint);
    await submitVariant(test.world, test.manager.session, { id: test.variant, ifRev: next, acknowledge });
    const { hash } = await view();
    await code('OTHER1');
    expect((await view()).value.state).toBe('draft');
    const approving = approveVariant(test.world, test.reviewer.session, { id: test.variant, hash });
    await expect(approving).rejects.toMatchObject({ code: 'stale' });
  });
});

describe('a fact that is corrected', () => {
  it('rewrites and submits again what states it, and holds its entry', async () => {
    const { value, rev } = await campaign();
    const fact = value.facts.find(({ kind }) => kind === 'code')?.id ?? '';
    await correctFact(test.world, test.manager.session, { id: value.id, fact, value: 'OTHER1', ifRev: rev });
    expect((await view()).value).toMatchObject({ state: 'in-review', revision: 2 });
    expect((await entry()).state).toBe('held');
    expect(await told()).toEqual(['held']);
  });
});
