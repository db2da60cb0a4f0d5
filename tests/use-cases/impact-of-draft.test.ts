import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import { draftGuide } from '../../functions/use-cases/guide/draft-guide.ts';
import { listGuideVersions } from '../../functions/use-cases/guide/get-guide.ts';
import { impactOfDraft } from '../../functions/use-cases/guide/impact-of-draft.ts';
import { releaseGuide } from '../../functions/use-cases/guide/release-guide.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

const guideOf = (terms: readonly string[], gates: object = {}): string =>
  JSON.stringify({
    meta: { name: { full: 'Harbour Tea' } },
    vocabulary: { terms: terms.map((term) => ({ id: term, term, status: 'banned' })) },
    gates,
  });

describe('the impact of a draft', () => {
  let test: ApprovedWorld;
  let published: EntryId;
  let scheduled: EntryId;

  beforeAll(async () => {
    test = await makeApprovedWorld();
    published = (await test.schedule()).id;
    scheduled = (await test.schedule({ wall: '2027-05-20T09:00' })).id;
    test.clock.set('2027-05-03T06:01:00.000Z');
    await test.wake(published);
  });
  afterAll(() => test.close());
  beforeEach(() => test.clock.set('2027-05-04T06:00:00.000Z'));

  const save = async (source: string): Promise<number> => {
    const { session } = await test.asMember('brand');
    const before = await test.world.store.get({ pk: `W#${test.workspace}#G`, sk: 'DRAFT' });
    return (await draftGuide(test.world, session, { source, ifRev: before?.rev ?? 0 })).rev;
  };
  const impactOf = async (source: string) => {
    await save(source);
    return impactOfDraft(test.world, (await test.asMember('brand')).session, undefined);
  };

  it('is about what is scheduled and what was published, by rule, with samples', async () => {
    const found = await impactOf(guideOf(['oolong']));
    expect(found).toMatchObject({
      scheduled: { checked: 1, newlyFails: 1, newlyBlocks: 1, mended: 0 },
      published: { checked: 1, newlyFails: 1, newlyBlocks: 1, mended: 0 },
      observed: [],
      notLookedAt: 0,
    });
    expect(found.rules.map(({ rule }) => rule)).toEqual(['banned-term']);
    expect(found.rules[0]?.samples.map(({ content, when }) => [content, when.is, when.at])).toEqual([
      [scheduled, 'scheduled', '2027-05-20T06:00:00Z'],
      [published, 'published', '2027-05-03T06:01:00.000Z'],
    ]);
  });

  it.each([
    ['2027-08-01T06:00:59.000Z', 1],
    ['2027-08-01T06:01:00.000Z', 1],
    ['2027-08-01T06:01:01.000Z', 0],
    ['2027-12-01T00:00:00.000Z', 0],
  ])('at %s what was published on 3 May counts %i', async (now, checked) => {
    test.clock.set(now);
    expect((await impactOf(guideOf([]))).published).toMatchObject({ checked });
  });

  it('keeps a rule that observes apart', async () => {
    const found = await impactOf(guideOf(['oolong'], { rules: { 'banned-term': { observe: true } } }));
    expect(found).toMatchObject({
      scheduled: { newlyFails: 0, newlyBlocks: 0 },
      rules: [],
      observed: [{ rule: 'banned-term' }],
    });
  });

  it('refuses a draft that is no guide, with its problems', async () => {
    await expect(impactOf('meta: {}')).rejects.toMatchObject({
      code: 'invalid-input',
      details: { problems: [{ line: 1 }] },
    });
  });

  it.each(['viewer', 'reviewer', 'manager'] as const)('is not for a %s', async (role) => {
    const { session } = await test.asMember(role);
    await expect(impactOfDraft(test.world, session, undefined)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is recorded with the version that is released, by rule and without texts', async () => {
    const { session } = await test.asMember('brand');
    await releaseGuide(test.world, session, { applies: 'new', ifRev: await save(guideOf(['oolong'])) });
    const again = await impactOf(guideOf([]));
    expect(again.scheduled).toMatchObject({ newlyFails: 0, mended: 1 });
    await releaseGuide(test.world, session, { applies: 'new', ifRev: await save(guideOf([])) });
    const versions = await listGuideVersions(test.world, session, undefined);
    expect(versions.map(({ number, impact }) => [number, impact?.published, impact?.rules])).toEqual([
      [
        2,
        { checked: 1, newlyFails: 0, newlyBlocks: 0, mended: 1, changes: 0 },
        { 'banned-term': { newlyFails: 0, newlyBlocks: 0, mended: expect.any(Number), changes: 0 } },
      ],
      [
        1,
        { checked: 1, newlyFails: 1, newlyBlocks: 1, mended: 0, changes: 0 },
        {
          'banned-term': {
            newlyFails: expect.any(Number),
            newlyBlocks: expect.any(Number),
            mended: 0,
            changes: 0,
          },
        },
      ],
    ]);
  });
});

it('says that there is no draft yet', async () => {
  const test = await makeApprovedWorld();
  const { session } = await test.asMember('brand');
  await expect(impactOfDraft(test.world, session, undefined)).rejects.toMatchObject({ code: 'not-found' });
  await test.close();
});
