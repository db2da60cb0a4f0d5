/** Review: submitting a variant, and the reviewer's answers. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { approveVariant } from '../../use-cases/variant/approve-variant.ts';
import {
  requestChanges,
  withdrawApproval,
  withdrawSubmission,
} from '../../use-cases/variant/request-changes.ts';
import { submitVariant } from '../../use-cases/variant/submit-variant.ts';
import { may } from '../auth.ts';
import { ifRev } from '../conditions.ts';
import { answersVersion, body, forChanging, ifMatch, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { approveBody, changesBody, submitBody, variant } from '../schemas/variant.ts';
import { variantId } from '../schemas/words.ts';
import { shownHead } from '../show-variant.ts';

const params = z.object({ v: variantId });
const tags = ['Review'];
const security = signedIn;

const submit = createRoute({
  method: 'post',
  path: '/variants/{v}/submit',
  tags,
  security,
  summary: 'Fix what is to be approved; refused while a blocking finding stands',
  middleware: may(submitVariant),
  request: { params, headers: ifMatch, body: body(submitBody) },
  responses: { 200: answersVersion('In review', variant), ...forChanging },
});

const withdraw = createRoute({
  method: 'post',
  path: '/variants/{v}/withdraw',
  tags,
  security,
  summary: 'Take a submission back',
  middleware: may(withdrawSubmission),
  request: { params, headers: ifMatch },
  responses: { 200: answersVersion('A draft again', variant), ...forChanging },
});

const approve = createRoute({
  method: 'post',
  path: '/variants/{v}/approve',
  tags,
  security,
  summary: 'Approve exactly the content hash that was read; nobody approves what they wrote',
  middleware: may(approveVariant),
  request: { params, body: body(approveBody) },
  responses: { 200: answersVersion('Approved', variant), ...forChanging },
});

const askForChanges = createRoute({
  method: 'post',
  path: '/variants/{v}/request-changes',
  tags,
  security,
  summary: 'Ask for changes to the content hash that was read',
  middleware: may(requestChanges),
  request: { params, body: body(changesBody) },
  responses: { 200: answersVersion('Changes requested', variant), ...forChanging },
});

const takeBack = createRoute({
  method: 'post',
  path: '/variants/{v}/withdraw-approval',
  tags,
  security,
  summary: 'Take an approval back; what waits with it is held',
  middleware: may(withdrawApproval),
  request: { params, headers: ifMatch },
  responses: { 200: answersVersion('No longer approved', variant), ...forChanging },
});

export const reviewRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(submit, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(shownHead(c, await submitVariant(world, c.get('session'), input)), 200);
    })
    .openapi(withdraw, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c) };
      return c.json(shownHead(c, await withdrawSubmission(world, c.get('session'), input)), 200);
    })
    .openapi(approve, async (c) => {
      const input = { id: c.req.valid('param').v, ...c.req.valid('json') };
      return c.json(shownHead(c, await approveVariant(world, c.get('session'), input)), 200);
    })
    .openapi(askForChanges, async (c) => {
      const input = { id: c.req.valid('param').v, ...c.req.valid('json') };
      return c.json(shownHead(c, await requestChanges(world, c.get('session'), input)), 200);
    })
    .openapi(takeBack, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c) };
      return c.json(shownHead(c, await withdrawApproval(world, c.get('session'), input)), 200);
    });
