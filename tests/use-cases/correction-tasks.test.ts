/** A corrected fact leaves a task for each published post that says its old value, until that is amended or taken back. */
import { afterEach, expect, it } from 'vitest';
import { correctFact } from '../../functions/use-cases/campaign/correct-fact.ts';
import { listCorrections } from '../../functions/use-cases/campaign/correction-tasks.ts';
import { getCampaign } from '../../functions/use-cases/campaign/get-campaign.ts';
import { amendEntry, retractEntry } from '../../functions/use-cases/entry/correct-entry.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { approveVariant } from '../../functions/use-cases/variant/approve-variant.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

let test: ApprovedWorld;
afterEach(() => test.close());

const view = () => getVariant(test.world, test.manager.session, test.variant);
const campaign = async () => (await view()).value.place.campaign;
const tasks = async () => listCorrections(test.world, test.manager.session, { id: await campaign() });
const correct = async (value: string) => {
  const id = await campaign();
  const { rev } = await getCampaign(test.world, test.manager.session, id);
  return correctFact(test.world, test.manager.session, { id, fact: 'shop', value, ifRev: rev });
};
const work = async (): Promise<void> => {
  await sweep(test.world, 10, (error) => {
    throw error;
  });
};
const published = async () => {
  test = await makeApprovedWorld();
  const { id } = await test.schedule();
  test.clock.advance({ minutes: 1 });
  await test.wake(id);
  test.clock.advance({ minutes: 1 });
  return id;
};

it('opens a task for a published post, and no other', async () => {
  const entry = await published();
  await test.schedule({ wall: '2027-05-10T09:00' });
  expect(await tasks()).toEqual([]);
  await correct('https://harbour.example/figs');
  expect(await tasks()).toMatchObject([
    { entry, fact: 'shop', state: 'open', channel: 'facebook', variant: test.variant },
  ]);
  expect((await tasks())[0]?.says.length).toBeGreaterThan(0);
});

it('is done once the post is amended to what is approved', async () => {
  const entry = await published();
  await correct('https://harbour.example/figs');
  await approveVariant(test.world, test.reviewer.session, { id: test.variant, hash: (await view()).hash });
  const { value } = await amendEntry(test.world, test.manager.session, { id: entry });
  expect(await tasks()).toMatchObject([{ state: 'under-way', correcting: value.id }]);
  await work();
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
});

it('is done once the post is taken back, which then says nothing any more', async () => {
  const entry = await published();
  await correct('https://harbour.example/figs');
  await retractEntry(test.world, test.manager.session, { id: entry, reason: 'Wrong link' });
  await work();
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
  test.clock.advance({ minutes: 1 });
  await correct('https://harbour.example/dates');
  expect(await tasks()).toMatchObject([{ state: 'done' }]);
});

it('opens again when the fact is corrected once more', async () => {
  const entry = await published();
  await correct('https://harbour.example/figs');
  await approveVariant(test.world, test.reviewer.session, { id: test.variant, hash: (await view()).hash });
  await amendEntry(test.world, test.manager.session, { id: entry });
  await work();
  test.clock.advance({ minutes: 1 });
  await correct('https://harbour.example/dates');
  expect(await tasks()).toMatchObject([{ state: 'open' }]);
});
