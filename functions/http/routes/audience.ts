/** Audiences: whom an account that writes to people may write to. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { importAudience } from '../../use-cases/audience/import-audience.ts';
import { suppressAddressee } from '../../use-cases/audience/leave-audience.ts';
import { getAudience, listAddressees } from '../../use-cases/audience/list-addressees.ts';
import { may } from '../auth.ts';
import { answers, body, forCreating, forReading, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import {
  addresseeId,
  addressees,
  audience,
  importBody,
  imported,
  suppressBody,
} from '../schemas/audience.ts';
import { accountId } from '../schemas/connection.ts';
import { pageQuery } from '../schemas/words.ts';

const params = z.object({ account: accountId });
const tags = ['Accounts'];

const getOne = createRoute({
  method: 'get',
  path: '/accounts/{account}/audience',
  tags,
  summary: 'How many an account may write to, and how many it may not any more',
  security: signedIn,
  middleware: may(getAudience),
  request: { params },
  responses: { 200: answers('The audience in numbers', audience), ...forReading },
});

const postImport = createRoute({
  method: 'post',
  path: '/accounts/{account}/audience',
  tags,
  summary: 'Import addressees with their consent: every row or none; the same rows again change nothing',
  security: signedIn,
  middleware: may(importAudience),
  request: { params, body: body(importBody) },
  responses: { 200: answers('What came of it', imported), ...forCreating },
});

const getMany = createRoute({
  method: 'get',
  path: '/accounts/{account}/audience/addressees',
  tags,
  summary: 'The addressees, page by page',
  security: signedIn,
  middleware: may(listAddressees),
  request: { params, query: pageQuery },
  responses: { 200: answers('A page of addressees', addressees), ...forReading },
});

const suppress = createRoute({
  method: 'post',
  path: '/accounts/{account}/audience/addressees/{to}/suppress',
  tags,
  summary: 'Write to somebody no more',
  security: signedIn,
  middleware: may(suppressAddressee),
  request: { params: params.extend({ to: addresseeId }), body: body(suppressBody) },
  responses: { 204: { description: 'They are written to no more' }, ...forCreating },
});

export const audienceRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getOne, async (c) =>
      c.json(await getAudience(world, c.get('session'), c.req.valid('param').account), 200),
    )
    .openapi(postImport, async (c) => {
      const input = { account: c.req.valid('param').account, source: c.req.valid('json') };
      return c.json(await importAudience(world, c.get('session'), input), 200);
    })
    .openapi(getMany, async (c) => {
      const input = { ...c.req.valid('query'), account: c.req.valid('param').account };
      return c.json(await listAddressees(world, c.get('session'), input), 200);
    })
    .openapi(suppress, async (c) => {
      await suppressAddressee(world, c.get('session'), { ...c.req.valid('param'), ...c.req.valid('json') });
      return c.body(null, 204);
    });
