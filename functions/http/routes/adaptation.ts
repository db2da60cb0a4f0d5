/** From a campaign to its variants: adapting, and what it made. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { adaptCampaign } from '../../use-cases/campaign/adapt-campaign.ts';
import { checkConsistency } from '../../use-cases/campaign/check-consistency.ts';
import { listCorrections } from '../../use-cases/campaign/correction-tasks.ts';
import { previewCorrection } from '../../use-cases/campaign/preview-correction.ts';
import { correctFact } from '../../use-cases/campaign/correct-fact.ts';
import { listVariants } from '../../use-cases/variant/get-variant.ts';
import { versioned } from '../answer.ts';
import { may } from '../auth.ts';
import { ifRev } from '../conditions.ts';
import {
  answers,
  answersVersion,
  body,
  forChanging,
  forCreating,
  forReading,
  idempotencyKey,
  ifMatch,
  newApp,
  signedIn,
} from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import {
  adaptBody,
  adapted,
  consistency,
  correctBody,
  corrected,
  correctionPreview,
  corrections,
  variantsAnswer,
} from '../schemas/adaptation.ts';
import { campaignId } from '../schemas/words.ts';
import { layOut } from '../show-variant.ts';

const params = z.object({ c: campaignId });
const tags = ['Campaigns'];
const security = signedIn;

const adapt = createRoute({
  method: 'post',
  path: '/campaigns/{c}/adapt',
  tags,
  security,
  summary: 'Give every place its variant; what a person edited is only proposed to',
  middleware: may(adaptCampaign),
  request: { params, headers: idempotencyKey, body: body(adaptBody) },
  responses: { 200: answers('What became of each place', adapted), ...forCreating },
});

const variants = createRoute({
  method: 'get',
  path: '/campaigns/{c}/variants',
  tags,
  security,
  summary: "A campaign's variants, by step, channel, format and locale",
  middleware: may(listVariants),
  request: { params },
  responses: { 200: answers('All of them', variantsAnswer), ...forReading },
});

const getConsistency = createRoute({
  method: 'get',
  path: '/campaigns/{c}/consistency',
  tags,
  security,
  summary: 'Each fact against each variant: same facts, same offer, same target',
  middleware: may(checkConsistency),
  request: { params },
  responses: { 200: answers('The report', consistency), ...forReading },
});

const correct = createRoute({
  method: 'post',
  path: '/campaigns/{c}/facts/{fact}/correct',
  tags,
  security,
  summary: 'Change a fact, rewrite every mention of it, and open the review of what was approved with it',
  middleware: may(correctFact),
  request: {
    params: params.extend({ fact: z.string().min(1).max(200) }),
    headers: ifMatch,
    body: body(correctBody),
  },
  responses: {
    200: answersVersion('What was rewritten, and what is public with the old value', corrected),
    ...forChanging,
  },
});

const preview = createRoute({
  method: 'post',
  path: '/campaigns/{c}/facts/{fact}/correction',
  tags,
  security,
  summary: 'Every mention of a fact, and what correcting it would write there; changes nothing',
  middleware: may(previewCorrection),
  request: { params: params.extend({ fact: z.string().min(1).max(200) }), body: body(correctBody) },
  responses: { 200: answers('What would be rewritten', correctionPreview), ...forCreating },
});

const getCorrections = createRoute({
  method: 'get',
  path: '/campaigns/{c}/corrections',
  tags,
  security,
  summary: 'Published posts that say what a corrected fact was: amend, retract or see to each',
  middleware: may(listCorrections),
  request: { params },
  responses: { 200: answers('All tasks', corrections), ...forReading },
});

export const adaptationRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(adapt, async (c) => {
      const input = { id: c.req.valid('param').c, ...c.req.valid('json') };
      return c.json(await performOnce(world, c, adaptCampaign, input), 200);
    })
    .openapi(variants, async (c) => {
      const views = await listVariants(world, c.get('session'), c.req.valid('param').c);
      return c.json({ items: views.map((view) => layOut(view)) }, 200);
    })
    .openapi(getConsistency, async (c) =>
      c.json(await checkConsistency(world, c.get('session'), c.req.valid('param').c), 200),
    )
    .openapi(getCorrections, async (c) => {
      const items = await listCorrections(world, c.get('session'), { id: c.req.valid('param').c });
      return c.json({ items }, 200);
    })
    .openapi(preview, async (c) => {
      const { c: id, fact } = c.req.valid('param');
      const input = { id, fact, value: c.req.valid('json').value };
      return c.json(await previewCorrection(world, c.get('session'), input), 200);
    })
    .openapi(correct, async (c) => {
      const { c: id, fact } = c.req.valid('param');
      const input = { id, fact, value: c.req.valid('json').value, ifRev: ifRev(c) };
      return c.json(versioned(c, await correctFact(world, c.get('session'), input)), 200);
    });
