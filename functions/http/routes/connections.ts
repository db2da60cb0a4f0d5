/** What accounts are connected with: given once, sealed, and never answered. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { connectAccount, disconnectAccount } from '../../use-cases/account/connect-account.ts';
import { listConnectors } from '../../use-cases/account/list-connectors.ts';
import { checkAccount } from '../../use-cases/account/show-accounts.ts';
import { changeAccount } from '../../use-cases/workspace/change-account.ts';
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
  ifMatch,
  newApp,
  signedIn,
} from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { account, accountSettings } from '../schemas/account.ts';
import { accountId, connectors, credentialsBody } from '../schemas/connection.ts';

const params = z.object({ account: accountId });

const getConnectors = createRoute({
  method: 'get',
  path: '/connectors',
  tags: ['Accounts'],
  summary: 'The channels that can be published to live, and what connecting an account takes',
  security: signedIn,
  middleware: may(listConnectors),
  responses: { 200: answers('All connectors', connectors), ...forReading },
});

const putAccount = createRoute({
  method: 'put',
  path: '/accounts/{account}',
  tags: ['Accounts'],
  summary: 'Change an account: its name, times, and its own figures in place of the channel’s',
  security: signedIn,
  middleware: may(changeAccount),
  request: { params, headers: ifMatch, body: body(accountSettings) },
  responses: { 200: answersVersion('The account', account), ...forChanging },
});

const putCredentials = createRoute({
  method: 'put',
  path: '/accounts/{account}/credentials',
  tags: ['Accounts'],
  summary: 'Connect an account; `refused-by-provider` when the provider does not take the credentials',
  security: signedIn,
  middleware: may(connectAccount),
  request: { params, headers: ifMatch, body: body(credentialsBody) },
  responses: { 200: answersVersion('The account', account), ...forChanging },
});

const postCheck = createRoute({
  method: 'post',
  path: '/accounts/{account}/check',
  tags: ['Accounts'],
  summary:
    'Ask the provider about an account now; one that it does not let in any more is disconnected by it. 409 `disconnected`',
  security: signedIn,
  middleware: may(checkAccount),
  request: { params },
  responses: { 200: answersVersion('The account', account), ...forCreating },
});

const deleteCredentials = createRoute({
  method: 'delete',
  path: '/accounts/{account}/credentials',
  tags: ['Accounts'],
  summary: 'Disconnect an account and forget its credentials; its entries are held',
  security: signedIn,
  middleware: may(disconnectAccount),
  request: { params, headers: ifMatch },
  responses: { 200: answersVersion('The account', account), ...forChanging },
});

export const connectionRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getConnectors, async (c) =>
      c.json({ items: await listConnectors(world, c.get('session'), undefined) }, 200),
    )
    .openapi(putAccount, async (c) => {
      const { account: id } = c.req.valid('param');
      const input = { ...c.req.valid('json'), id, ifRev: ifRev(c) };
      return c.json(versioned(c, await changeAccount(world, c.get('session'), input)), 200);
    })
    .openapi(putCredentials, async (c) => {
      const { account: id } = c.req.valid('param');
      const input = { id, ifRev: ifRev(c), credentials: c.req.valid('json') };
      return c.json(versioned(c, await connectAccount(world, c.get('session'), input)), 200);
    })
    .openapi(postCheck, async (c) =>
      c.json(
        versioned(c, await checkAccount(world, c.get('session'), { id: c.req.valid('param').account })),
        200,
      ),
    )
    .openapi(deleteCredentials, async (c) => {
      const { account: id } = c.req.valid('param');
      return c.json(
        versioned(c, await disconnectAccount(world, c.get('session'), { id, ifRev: ifRev(c) })),
        200,
      );
    });
