/** From a campaign to its variants: adapting, and what it made. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { adaptCampaign } from '../../use-cases/campaign/adapt-campaign.ts';
import { listVariants } from '../../use-cases/variant/get-variant.ts';
import { may } from '../auth.ts';
import { answers, body, forCreating, forReading, idempotencyKey, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import { adaptBody, adapted, variantsAnswer } from '../schemas/adaptation.ts';
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

export const adaptationRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(adapt, async (c) => {
      const input = { id: c.req.valid('param').c, ...c.req.valid('json') };
      return c.json(await performOnce(world, c, adaptCampaign, input), 200);
    })
    .openapi(variants, async (c) => {
      const views = await listVariants(world, c.get('session'), c.req.valid('param').c);
      return c.json({ items: views.map((view) => layOut(view)) }, 200);
    });
