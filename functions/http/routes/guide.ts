/** The brand guide: what judges now, the draft, releasing it. */
import { createRoute } from '@hono/zod-openapi';
import { draftGuide } from '../../use-cases/guide/draft-guide.ts';
import { getGuide, getGuideDraft, listGuideVersions } from '../../use-cases/guide/get-guide.ts';
import { impactOfDraft } from '../../use-cases/guide/impact-of-draft.ts';
import { releaseGuide } from '../../use-cases/guide/release-guide.ts';
import { versioned } from '../answer.ts';
import { may } from '../auth.ts';
import { ifRev, ifRevOrNew } from '../conditions.ts';
import {
  answers,
  answersVersion,
  body,
  forChanging,
  forReading,
  idempotencyKey,
  ifMatch,
  newApp,
  signedIn,
} from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import { draftImpact } from '../schemas/guide-impact.ts';
import { currentGuide, draft, draftBody, released, releaseBody, versions } from '../schemas/guide.ts';

const getCurrent = createRoute({
  method: 'get',
  path: '/guide',
  tags: ['Guide'],
  summary: 'The guide that judges now',
  security: signedIn,
  middleware: may(getGuide),
  responses: { 200: answers('The newest released version', currentGuide), ...forReading },
});

const getDraft = createRoute({
  method: 'get',
  path: '/guide/draft',
  tags: ['Guide'],
  summary: 'The draft as typed, with what is wrong with it',
  security: signedIn,
  middleware: may(getGuideDraft),
  responses: { 200: answersVersion('The draft', draft), ...forReading },
});

const putDraft = createRoute({
  method: 'put',
  path: '/guide/draft',
  tags: ['Guide'],
  summary: 'Save the draft; the first save sends `If-None-Match: *`',
  security: signedIn,
  middleware: may(draftGuide),
  request: { headers: ifMatch, body: body(draftBody) },
  responses: { 200: answersVersion('The draft', draft), ...forChanging },
});

const getImpact = createRoute({
  method: 'get',
  path: '/guide/draft/impact',
  tags: ['Guide'],
  summary:
    'What releasing the draft would change about what is scheduled, and about what was published in the last 90 days',
  security: signedIn,
  middleware: may(impactOfDraft),
  responses: { 200: answers('By rule, with samples', draftImpact), ...forReading },
});

const postRelease = createRoute({
  method: 'post',
  path: '/guide/release',
  tags: ['Guide'],
  summary: 'Release the draft that you read as the next version',
  security: signedIn,
  middleware: may(releaseGuide),
  request: { headers: ifMatch.extend(idempotencyKey.shape), body: body(releaseBody) },
  responses: { 201: answers('The version', released), ...forChanging },
});

const getVersions = createRoute({
  method: 'get',
  path: '/guide/versions',
  tags: ['Guide'],
  summary: 'The released versions, newest first',
  security: signedIn,
  middleware: may(listGuideVersions),
  responses: { 200: answers('The versions', versions), ...forReading },
});

export const guideRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getCurrent, async (c) => {
      const { number, applies, guide } = await getGuide(world, c.get('session'), undefined);
      return c.json({ number, applies, guide }, 200);
    })
    .openapi(getDraft, async (c) =>
      c.json(versioned(c, await getGuideDraft(world, c.get('session'), undefined)), 200),
    )
    .openapi(putDraft, async (c) => {
      const input = { ...c.req.valid('json'), ifRev: ifRevOrNew(c) };
      return c.json(versioned(c, await draftGuide(world, c.get('session'), input)), 200);
    })
    .openapi(getImpact, async (c) => c.json(await impactOfDraft(world, c.get('session'), undefined), 200))
    .openapi(postRelease, async (c) => {
      const input = { ...c.req.valid('json'), ifRev: ifRev(c) };
      return c.json(await performOnce(world, c, releaseGuide, input), 201);
    })
    .openapi(getVersions, async (c) =>
      c.json({ items: await listGuideVersions(world, c.get('session'), undefined) }, 200),
    );
