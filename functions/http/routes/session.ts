/** Signing in, by password or by one-time link, and what the signed-in person belongs to. */
import { createRoute } from '@hono/zod-openapi';
import { createWorkspace } from '../../use-cases/workspace/create-workspace.ts';
import { listWorkspaces } from '../../use-cases/workspace/open-workspace.ts';
import { asId, type WorkspaceId } from '../../core/ids.ts';
import { bearer } from '../auth.ts';
import {
  answers,
  atTheDoor,
  body,
  forCreating,
  forSignedIn,
  idempotencyKey,
  newApp,
  signedIn,
} from '../describe.ts';
import type { SignedInEnv, World } from '../env.ts';
import { answerOnce, askedOnce } from '../perform.ts';
import { linkBody, me, signInBody, tokenAnswer, workspace, workspaceBody } from '../schemas/people.ts';

const signIn = createRoute({
  method: 'post',
  path: '/session',
  tags: ['Session'],
  summary: 'Sign in with e-mail and password',
  security: [],
  request: { body: body(signInBody) },
  responses: { 200: answers('A token for twelve hours', tokenAnswer), ...atTheDoor },
});

const useLink = createRoute({
  method: 'post',
  path: '/session/link',
  tags: ['Session'],
  summary: 'Sign in with a one-time link, and set a password',
  security: [],
  request: { body: body(linkBody) },
  responses: { 200: answers('A token for twelve hours; the link is used up', tokenAnswer), ...atTheDoor },
});

const getMe = createRoute({
  method: 'get',
  path: '/me',
  tags: ['Session'],
  summary: 'Who you are, and your memberships',
  security: signedIn,
  responses: { 200: answers('You', me), ...forSignedIn },
});

const addWorkspace = createRoute({
  method: 'post',
  path: '/workspaces',
  tags: ['Workspaces'],
  summary: 'Found a workspace with you as its admin',
  security: signedIn,
  request: { headers: idempotencyKey, body: body(workspaceBody) },
  responses: { 201: answers('The workspace', workspace), ...forCreating },
});

export const sessionRoutes = (world: World) =>
  newApp()
    .openapi(signIn, async (c) => {
      const { email, password } = c.req.valid('json');
      c.header('cache-control', 'no-store');
      return c.json(await world.identity.signIn(email, password), 200);
    })
    .openapi(useLink, async (c) => {
      const { code, password } = c.req.valid('json');
      c.header('cache-control', 'no-store');
      return c.json(await world.identity.redeem(code, password), 200);
    });

export const signedInRoutes = (world: World) => {
  const app = newApp<SignedInEnv>();
  app.use('/me', bearer(world));
  app.use('/workspaces', bearer(world));
  return app
    .openapi(getMe, async (c) => {
      const who = c.get('who');
      return c.json({ ...who, workspaces: await listWorkspaces(world, who) }, 200);
    })
    .openapi(addWorkspace, async (c) => {
      const who = c.get('who');
      const { id, ...input } = c.req.valid('json');
      const chosen = asId<WorkspaceId>(id);
      const once = await askedOnce(c, { workspace: chosen, member: who.user });
      const made = await answerOnce(world, once, () =>
        createWorkspace(world, who, { ...input, id: chosen }, once),
      );
      return c.json(made.workspace, 201);
    });
};
