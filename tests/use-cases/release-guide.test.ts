/** A draft that its own examples or its patterns speak against is kept, and never becomes a version. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refused } from '../../functions/core/errors.ts';
import { draftGuide } from '../../functions/use-cases/guide/draft-guide.ts';
import { listGuideVersions } from '../../functions/use-cases/guide/get-guide.ts';
import { releaseGuide } from '../../functions/use-cases/guide/release-guide.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

let test: ApprovedWorld;

beforeAll(async () => {
  test = await makeApprovedWorld();
});
afterAll(() => test.close());

const guideOf = (sections: object): string =>
  JSON.stringify({ meta: { name: { full: 'Harbour Tea' }, language: 'en' }, ...sections });

const term = (examples: object): object => ({
  vocabulary: { terms: [{ id: 'cheap', term: 'cheap', status: 'banned', examples }] },
});

async function release(source: string): Promise<unknown> {
  const { session } = await test.asMember('brand');
  const before = await test.world.store.get({ pk: `W#${test.workspace}#G`, sk: 'DRAFT' });
  const { rev } = await draftGuide(test.world, session, { source, ifRev: before?.rev ?? 0 });
  try {
    return await releaseGuide(test.world, session, { applies: 'new', ifRev: rev });
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, ...error.details };
    throw error;
  }
}

const versions = async (): Promise<number> =>
  (await listGuideVersions(test.world, (await test.asMember('brand')).session, undefined)).length;

it.each([
  [
    'accepts what is found',
    term({ accept: ['A cheap tea'] }),
    { failures: [{ id: 'cheap', expected: 'accept', text: 'A cheap tea' }] },
  ],
  [
    'rejects what is not found',
    term({ reject: ['A fine tea'] }),
    { failures: [{ id: 'cheap', expected: 'reject', text: 'A fine tea' }] },
  ],
  [
    'has a pattern that no engine takes',
    { claims: [{ id: 'best', pattern: '(\\w+)+ \\1+$', needs: 'evidence' }] },
    { problems: [{ path: 'claims[0].pattern' }] },
  ],
])('is refused where it %s', async (_, sections, details) => {
  const before = await versions();
  expect(await release(guideOf(sections))).toMatchObject({ code: 'invalid-input', ...details });
  expect(await versions()).toBe(before);
});

it('is released where its examples hold', async () => {
  const before = await versions();
  expect(await release(guideOf(term({ accept: ['A fine tea'], reject: ['A cheap tea'] })))).toMatchObject({
    number: before + 1,
  });
  expect(await versions()).toBe(before + 1);
});
