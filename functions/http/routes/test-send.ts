/** Trying a letter on members before an audience gets it. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { testSend } from '../../use-cases/variant/test-send.ts';
import { may } from '../auth.ts';
import { answers, body, forCreating, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { testSendBody, testSent } from '../schemas/test-send.ts';
import { variantId } from '../schemas/words.ts';

const post = createRoute({
  method: 'post',
  path: '/variants/{v}/test-send',
  tags: ['Variants'],
  summary: 'Send what the variant says now to members, at the addresses that they sign in with',
  security: signedIn,
  middleware: may(testSend),
  request: { params: z.object({ v: variantId }), body: body(testSendBody) },
  responses: { 200: answers('What came of it, for each member', testSent), ...forCreating },
});

export const testSendRoutes = (world: World) =>
  newApp<MemberEnv>().openapi(post, async (c) => {
    const input = { id: c.req.valid('param').v, ...c.req.valid('json') };
    return c.json({ items: await testSend(world, c.get('session'), input) }, 200);
  });
