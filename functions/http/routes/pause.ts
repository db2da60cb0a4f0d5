/** Pausing: nothing of it goes out until a person resumes it, and resuming sends nothing by itself. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  pauseAccount,
  pauseCampaign,
  pauseWorkspace,
  type PauseAnswer,
} from '../../use-cases/pause/pause.ts';
import { withRev } from '../answer.ts';
import { may } from '../auth.ts';
import { answers, body, forCreating, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { accountId } from '../schemas/connection.ts';
import { pauseBody, paused } from '../schemas/pause.ts';
import { campaignId } from '../schemas/words.ts';

const tags = ['Pause'];

const shared = {
  method: 'post',
  security: signedIn,
  responses: { 200: answers('What fell due meanwhile, when it is resumed', paused), ...forCreating },
} as const;

const postWorkspace = createRoute({
  ...shared,
  tags,
  path: '/pause',
  summary: 'Pause the workspace, or resume it',
  middleware: may(pauseWorkspace),
  request: { body: body(pauseBody) },
});

const postAccount = createRoute({
  ...shared,
  tags,
  path: '/accounts/{account}/pause',
  summary: 'Pause an account, or resume it',
  middleware: may(pauseAccount),
  request: { params: z.object({ account: accountId }), body: body(pauseBody) },
});

const postCampaign = createRoute({
  ...shared,
  tags,
  path: '/campaigns/{c}/pause',
  summary: 'Pause a campaign, or resume it',
  middleware: may(pauseCampaign),
  request: { params: z.object({ c: campaignId }), body: body(pauseBody) },
});

const shown = <T extends { readonly paused?: boolean }>({ value, fellDue }: PauseAnswer<T>) => ({
  paused: value.paused ?? false,
  fellDue: fellDue.map(withRev),
});

export const pauseRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(postWorkspace, async (c) =>
      c.json(shown(await pauseWorkspace(world, c.get('session'), c.req.valid('json'))), 200),
    )
    .openapi(postAccount, async (c) => {
      const input = { id: c.req.valid('param').account, ...c.req.valid('json') };
      return c.json(shown(await pauseAccount(world, c.get('session'), input)), 200);
    })
    .openapi(postCampaign, async (c) => {
      const input = { id: c.req.valid('param').c, ...c.req.valid('json') };
      return c.json(shown(await pauseCampaign(world, c.get('session'), input)), 200);
    });
