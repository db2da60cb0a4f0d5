/** Correcting a fact: the preview lists every mention, and the correction writes what the preview said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctFact } from '../../functions/use-cases/campaign/correct-fact.ts';
import { getCampaign } from '../../functions/use-cases/campaign/get-campaign.ts';
import { previewCorrection } from '../../functions/use-cases/campaign/preview-correction.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('correcting the link of a campaign', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld();
    await test.schedule({ wall: '2027-05-10T09:00' });
  });
  afterAll(() => test.close());

  const view = () => getVariant(test.world, test.manager.session, test.variant);
  const campaignId = async () => (await view()).value.place.campaign;
  const value = 'https://harbour.example/figs';

  it('previews messages, variants and what waits on the calendar, and changes nothing', async () => {
    const before = await view();
    const id = await campaignId();
    const preview = await previewCorrection(test.world, test.manager.session, { id, fact: 'shop', value });
    expect(preview.messages).toMatchObject([
      { step: 'main', locale: 'en-GB', rewritten: [{ field: 'cta.url', is: value }] },
    ]);
    expect(preview.variants).toMatchObject([
      { variant: test.variant, place: { channel: 'facebook' }, entries: [{ state: 'scheduled' }] },
    ]);
    const [variant] = preview.variants;
    expect(variant?.rewritten.map(({ is = '' }) => is.split('?')[0])).toEqual(
      variant?.rewritten.map(() => value),
    );
    expect(await view()).toEqual(before);
  });

  it('writes the same, in the text and in the link beside it', async () => {
    const id = await campaignId();
    const { rev } = await getCampaign(test.world, test.manager.session, id);
    const preview = await previewCorrection(test.world, test.manager.session, { id, fact: 'shop', value });
    const input = { id, fact: 'shop', value, ifRev: rev };
    const done = await correctFact(test.world, test.manager.session, input);
    expect(done.messages).toEqual(preview.messages);
    expect(done.variants.map(({ rewritten }) => rewritten)).toEqual(
      preview.variants.map(({ rewritten }) => rewritten),
    );
    const { revision } = await view();
    const said = [...revision.parts.map(({ text }) => text), revision.link ?? ''].join('\n');
    expect(said).toContain(value);
    expect(said).not.toMatch(/harbour\.example\/fig(?!s)/u);
  });

  it.each([
    ['a fact that there is not', { fact: 'shoppe', value }, 'not-found'],
    ['what is no value of its kind', { fact: 'price', value: 'cheap' }, 'invalid-input'],
  ])('refuses %s', async (_what, input, code) => {
    const id = await campaignId();
    await expect(previewCorrection(test.world, test.manager.session, { id, ...input })).rejects.toMatchObject(
      { code },
    );
  });
});
