/** Variants: reading, editing, fixing, talking about them. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { commentVariant } from '../../use-cases/variant/comment-variant.ts';
import { fixVariant } from '../../use-cases/variant/fix-variant.ts';
import { getVariant } from '../../use-cases/variant/get-variant.ts';
import { markMention } from '../../use-cases/variant/mark-mention.ts';
import { putVariant } from '../../use-cases/variant/put-variant.ts';
import { waiveFinding } from '../../use-cases/variant/waive-finding.ts';
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
import {
  comment,
  commentBody,
  contentBody,
  fixBody,
  markBody,
  variant,
  variantView,
  variantWithContent,
  waiver,
  waiverBody,
} from '../schemas/variant.ts';
import { variantId } from '../schemas/words.ts';
import { shownHead, shownVariant } from '../show-variant.ts';

const params = z.object({ v: variantId });

const getOne = createRoute({
  method: 'get',
  path: '/variants/{v}',
  tags: ['Variants'],
  summary: 'A variant with its findings, waivers and comments',
  security: signedIn,
  middleware: may(getVariant),
  request: { params },
  responses: { 200: answersVersion('The variant', variantView), ...forReading },
});

const putOne = createRoute({
  method: 'put',
  path: '/variants/{v}',
  tags: ['Variants'],
  summary: 'Save what was typed; findings never block saving',
  security: signedIn,
  middleware: may(putVariant),
  request: { params, headers: ifMatch, body: body(contentBody) },
  responses: { 200: answersVersion('The variant with its new revision', variantWithContent), ...forChanging },
});

const fixOne = createRoute({
  method: 'post',
  path: '/variants/{v}/fix',
  tags: ['Variants'],
  summary: 'Apply quick fixes: the named ones, or all',
  security: signedIn,
  middleware: may(fixVariant),
  request: { params, headers: ifMatch, body: body(fixBody) },
  responses: { 200: answersVersion('The variant, fixed', variantWithContent), ...forChanging },
});

const addComment = createRoute({
  method: 'post',
  path: '/variants/{v}/comments',
  tags: ['Variants'],
  summary: 'Comment on a stretch of it, or on the whole',
  security: signedIn,
  middleware: may(commentVariant),
  request: { params, headers: idempotencyKey, body: body(commentBody) },
  responses: { 201: answers('The comment', comment), ...forCreating },
});

const addWaiver = createRoute({
  method: 'post',
  path: '/variants/{v}/waivers',
  tags: ['Variants'],
  summary: 'Accept a finding, with a reason and an end',
  security: signedIn,
  middleware: may(waiveFinding),
  request: { params, headers: idempotencyKey, body: body(waiverBody) },
  responses: { 201: answers('The waiver', waiver), ...forCreating },
});

const mark = createRoute({
  method: 'post',
  path: '/variants/{v}/mentions',
  tags: ['Variants'],
  summary: 'Say that a mention is none of the campaign’s facts, or is one after all',
  security: signedIn,
  middleware: may(markMention),
  request: { params, headers: ifMatch, body: body(markBody) },
  responses: { 200: answersVersion('The variant with its marks', variant), ...forChanging },
});

export const variantRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getOne, async (c) =>
      c.json(shownVariant(c, await getVariant(world, c.get('session'), c.req.valid('param').v)), 200),
    )
    .openapi(putOne, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c), content: c.req.valid('json') };
      return c.json(shownVariant(c, await putVariant(world, c.get('session'), input)), 200);
    })
    .openapi(fixOne, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(shownVariant(c, await fixVariant(world, c.get('session'), input)), 200);
    })
    .openapi(mark, async (c) => {
      const input = { id: c.req.valid('param').v, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(shownHead(c, await markMention(world, c.get('session'), input)), 200);
    })
    .openapi(addComment, async (c) => {
      const input = { id: c.req.valid('param').v, ...c.req.valid('json') };
      return c.json(await performOnce(world, c, commentVariant, input), 201);
    })
    .openapi(addWaiver, async (c) => {
      const input = { id: c.req.valid('param').v, ...c.req.valid('json') };
      return c.json(await performOnce(world, c, waiveFinding, input), 201);
    });
