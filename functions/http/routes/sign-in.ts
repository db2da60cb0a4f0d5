/** Connecting an account by signing in at its provider: begin, finish with what came back, choose one of several places. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { beginSignIn } from '../../use-cases/account/begin-sign-in.ts';
import { choosePlace, finishSignIn } from '../../use-cases/account/finish-sign-in.ts';
import { versioned, withRev } from '../answer.ts';
import { may } from '../auth.ts';
import { answers, answersVersion, body, forCreating, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { account } from '../schemas/account.ts';
import { accountId } from '../schemas/connection.ts';
import { beginBody, begun, chooseBody, finishBody, finished } from '../schemas/sign-in.ts';

const params = z.object({ account: accountId });

const postBegin = createRoute({
  method: 'post',
  path: '/accounts/{account}/sign-in',
  tags: ['Accounts'],
  summary: 'Begin signing in at the provider; `not-available-yet` where this home is not known to it',
  security: signedIn,
  middleware: may(beginSignIn),
  request: { params, body: body(beginBody) },
  responses: { 200: answers('Where to sign in, for ten minutes', begun), ...forCreating },
});

const postFinish = createRoute({
  method: 'post',
  path: '/accounts/{account}/sign-in/finish',
  tags: ['Accounts'],
  summary:
    'Finish a sign-in with what came back; 409 `sign-in-over` when it was used, is too old, or was begun by somebody else, 422 `refused-by-provider`',
  security: signedIn,
  middleware: may(finishSignIn),
  request: { params, body: body(finishBody) },
  responses: { 200: answers('Connected, or the places to choose from', finished), ...forCreating },
});

const postChoose = createRoute({
  method: 'post',
  path: '/accounts/{account}/sign-in/choose',
  tags: ['Accounts'],
  summary: 'Connect as one of the places that a sign-in brought back; 409 `sign-in-over` as above',
  security: signedIn,
  middleware: may(choosePlace),
  request: { params, body: body(chooseBody) },
  responses: { 200: answersVersion('The account', account), ...forCreating },
});

export const signInRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(postBegin, async (c) => {
      const { account: id } = c.req.valid('param');
      c.header('cache-control', 'no-store');
      return c.json(await beginSignIn(world, c.get('session'), { id, ...c.req.valid('json') }), 200);
    })
    .openapi(postFinish, async (c) => {
      const { account: id } = c.req.valid('param');
      const came = await finishSignIn(world, c.get('session'), { id, ...c.req.valid('json') });
      return c.json(came.is === 'connected' ? { is: came.is, account: withRev(came.account) } : came, 200);
    })
    .openapi(postChoose, async (c) => {
      const { account: id } = c.req.valid('param');
      const input = { id, ...c.req.valid('json') };
      return c.json(versioned(c, await choosePlace(world, c.get('session'), input)), 200);
    });
