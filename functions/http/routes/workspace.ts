/** A workspace's members and accounts. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { showAccounts } from '../../use-cases/account/show-accounts.ts';
import { addAccount } from '../../use-cases/workspace/accounts.ts';
import { getWorkspace } from '../../use-cases/workspace/get-workspace.ts';
import { addMember, changeMember, listMembers } from '../../use-cases/workspace/members.ts';
import { versioned, withRev } from '../answer.ts';
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
import { account, accountBody } from '../schemas/account.ts';
import { invited, memberBody, memberChange, versionedMember, versionedWorkspace } from '../schemas/people.ts';
import { list, userId } from '../schemas/words.ts';

const getOne = createRoute({
  method: 'get',
  path: '/',
  tags: ['Workspaces'],
  summary: 'The workspace',
  security: signedIn,
  middleware: may(getWorkspace),
  responses: { 200: answersVersion('The workspace', versionedWorkspace), ...forReading },
});

const getMembers = createRoute({
  method: 'get',
  path: '/members',
  tags: ['Members'],
  summary: 'The members and their roles',
  security: signedIn,
  middleware: may(listMembers),
  responses: {
    200: answers('All members', z.object({ items: list(versionedMember) }).meta({ id: 'Members' })),
    ...forReading,
  },
});

const postMember = createRoute({
  method: 'post',
  path: '/members',
  tags: ['Members'],
  summary: 'Add a member; the answer has the code of their one-time link',
  security: signedIn,
  middleware: may(addMember),
  request: { body: body(memberBody), headers: idempotencyKey },
  responses: { 201: answers('The member, and a code to hand over', invited), ...forCreating },
});

const putMember = createRoute({
  method: 'put',
  path: '/members/{user}',
  tags: ['Members'],
  summary: "Change a member's roles and locales",
  security: signedIn,
  middleware: may(changeMember),
  request: { params: z.object({ user: userId }), headers: ifMatch, body: body(memberChange) },
  responses: { 200: answersVersion('The member', versionedMember), ...forChanging },
});

const getAccounts = createRoute({
  method: 'get',
  path: '/accounts',
  tags: ['Accounts'],
  summary: 'The accounts that the workspace may publish to, with how their connections are',
  security: signedIn,
  middleware: may(showAccounts),
  responses: {
    200: answers('All accounts', z.object({ items: list(account) }).meta({ id: 'Accounts' })),
    ...forReading,
  },
});

const postAccount = createRoute({
  method: 'post',
  path: '/accounts',
  tags: ['Accounts'],
  summary: 'Add an account; `preview` publishes to the preview feed',
  security: signedIn,
  middleware: may(addAccount),
  request: { body: body(accountBody), headers: idempotencyKey },
  responses: { 201: answersVersion('The account', account), ...forCreating },
});

export const workspaceRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getOne, async (c) =>
      c.json(versioned(c, await getWorkspace(world, c.get('session'), undefined)), 200),
    )
    .openapi(getMembers, async (c) => {
      const members = await listMembers(world, c.get('session'), undefined);
      return c.json({ items: members.map(withRev) }, 200);
    })
    .openapi(postMember, async (c) =>
      c.json(await performOnce(world, c, addMember, c.req.valid('json')), 201),
    )
    .openapi(putMember, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), ifRev: ifRev(c) };
      return c.json(versioned(c, await changeMember(world, c.get('session'), input)), 200);
    })
    .openapi(getAccounts, async (c) => {
      const accounts = await showAccounts(world, c.get('session'), undefined);
      return c.json({ items: accounts.map(withRev) }, 200);
    })
    .openapi(postAccount, async (c) =>
      c.json(versioned(c, await performOnce(world, c, addAccount, c.req.valid('json'))), 201),
    );
