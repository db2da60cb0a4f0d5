/** Campaigns: creating them from a document, reading, changing, correcting a fact. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { changeCampaign } from '../../use-cases/campaign/change-campaign.ts';
import { createCampaign } from '../../use-cases/campaign/create-campaign.ts';
import { getCampaign, listCampaigns } from '../../use-cases/campaign/get-campaign.ts';
import { proposeCampaign } from '../../use-cases/campaign/propose-campaign.ts';
import { versioned, withRev } from '../answer.ts';
import { may } from '../auth.ts';
import { campaignBody, campaignOf } from '../campaign-document.ts';
import { ifRev } from '../conditions.ts';
import {
  answers,
  answersVersion,
  body,
  forChanging,
  forCreating,
  forProposing,
  forReading,
  idempotencyKey,
  ifMatch,
  newApp,
  signedIn,
} from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import { campaign, campaignAnswer } from '../schemas/campaign.ts';
import { proposal, proposeBody } from '../schemas/proposal.ts';
import { campaignId, pageOf, pageQuery } from '../schemas/words.ts';

const params = z.object({ c: campaignId });
const tags = ['Campaigns'];
const security = signedIn;

const post = createRoute({
  method: 'post',
  path: '/campaigns',
  tags,
  security,
  summary: 'Store a campaign, as JSON or as the YAML of a campaign file',
  middleware: may(createCampaign),
  request: { headers: idempotencyKey, body: campaignBody },
  responses: {
    201: answersVersion('The campaign, and what its message gets wrong', campaignAnswer),
    ...forCreating,
  },
});

const propose = createRoute({
  method: 'post',
  path: '/campaigns/propose',
  tags,
  security,
  summary: 'Read a plain text or Markdown as a campaign, for a person to confirm; nothing is stored',
  middleware: may(proposeCampaign),
  request: { body: body(proposeBody) },
  responses: {
    200: answers('The campaign, where the text says what, and what is in doubt', proposal),
    ...forProposing,
  },
});

const getMany = createRoute({
  method: 'get',
  path: '/campaigns',
  tags,
  security,
  summary: 'The campaigns, the newest first',
  middleware: may(listCampaigns),
  request: { query: pageQuery },
  responses: { 200: answers('A page', pageOf(campaign).meta({ id: 'Campaigns' })), ...forReading },
});

const getOne = createRoute({
  method: 'get',
  path: '/campaigns/{c}',
  tags,
  security,
  summary: 'A campaign, and what its message gets wrong',
  middleware: may(getCampaign),
  request: { params },
  responses: { 200: answersVersion('The campaign', campaignAnswer), ...forReading },
});

const put = createRoute({
  method: 'put',
  path: '/campaigns/{c}',
  tags,
  security,
  summary: "Replace a campaign's document",
  middleware: may(changeCampaign),
  request: { params, headers: ifMatch, body: campaignBody },
  responses: { 200: answersVersion('The campaign', campaignAnswer), ...forChanging },
});

export const campaignRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(post, async (c) =>
      c.json(versioned(c, await performOnce(world, c, createCampaign, await campaignOf(c))), 201),
    )
    .openapi(propose, async (c) =>
      c.json(await proposeCampaign(world, c.get('session'), c.req.valid('json')), 200),
    )
    .openapi(getMany, async (c) => {
      const page = await listCampaigns(world, c.get('session'), c.req.valid('query'));
      return c.json({ ...page, items: page.items.map(withRev) }, 200);
    })
    .openapi(getOne, async (c) =>
      c.json(versioned(c, await getCampaign(world, c.get('session'), c.req.valid('param').c)), 200),
    )
    .openapi(put, async (c) => {
      const input = { id: c.req.valid('param').c, ifRev: ifRev(c), document: await campaignOf(c) };
      return c.json(versioned(c, await changeCampaign(world, c.get('session'), input)), 200);
    });
