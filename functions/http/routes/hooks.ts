/** Hooks: the chats of Slack or Teams that are told of what went otherwise than planned. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { addHook, listHooks, removeHook, tryHook } from '../../use-cases/notice/hooks.ts';
import { may } from '../auth.ts';
import { answers, body, forCreating, forReading, idempotencyKey, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import { hook, hookBody, hookId, hooks } from '../schemas/hook.ts';

const shared = { tags: ['Notices'], security: signedIn };
const one = z.object({ hook: hookId });

const getHooks = createRoute({
  ...shared,
  method: 'get',
  path: '/hooks',
  summary: 'The hooks of the workspace',
  middleware: may(listHooks),
  responses: { 200: answers('All hooks', hooks), ...forReading },
});

const postHook = createRoute({
  ...shared,
  method: 'post',
  path: '/hooks',
  summary: 'Tell a chat of Slack or Teams; 409 `not-in-this-state` where there are enough',
  middleware: may(addHook),
  request: { body: body(hookBody), headers: idempotencyKey },
  responses: { 201: answers('The hook', hook), ...forCreating },
});

const deleteHook = createRoute({
  ...shared,
  method: 'delete',
  path: '/hooks/{hook}',
  summary: 'Tell a chat no more',
  middleware: may(removeHook),
  request: { params: one },
  responses: { 204: { description: 'Its address is forgotten' }, ...forCreating },
});

const postTry = createRoute({
  ...shared,
  method: 'post',
  path: '/hooks/{hook}/try',
  summary: 'Post one message there; 422 `refused-by-provider` where it is not taken',
  middleware: may(tryHook),
  request: { params: one },
  responses: { 204: { description: 'The chat took it' }, ...forCreating },
});

export const hookRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getHooks, async (c) =>
      c.json({ items: await listHooks(world, c.get('session'), undefined) }, 200),
    )
    .openapi(postHook, async (c) => c.json(await performOnce(world, c, addHook, c.req.valid('json')), 201))
    .openapi(deleteHook, async (c) => {
      await removeHook(world, c.get('session'), { id: c.req.valid('param').hook });
      return c.body(null, 204);
    })
    .openapi(postTry, async (c) => {
      await tryHook(world, c.get('session'), { id: c.req.valid('param').hook });
      return c.body(null, 204);
    });
