/** The pages that a provider sends the browser back to when somebody signed in there. */
import { createRoute } from '@hono/zod-openapi';
import { csrf } from 'hono/csrf';
import type * as z from 'zod';
import { internal, newApp, pageAnswers, formRefusals } from '../describe.ts';
import type { World } from '../env.ts';
import { chooseAction, connectPage, finishAction } from '../pages/connect.ts';
import { callbackQuery, chooseForm, finishForm, via } from '../schemas/sign-in.ts';

const form = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/x-www-form-urlencoded': { schema } },
});

const REFUSES =
  '401 `not-signed-in`, 403 `forbidden`, 409 `sign-in-over` for a state that was used, is too old, or is somebody else’s, or `refused-by-provider`';

const getBack = createRoute({
  method: 'get',
  path: '/connect/{via}',
  tags: ['Accounts'],
  summary:
    'Where a provider sends back to: a page with a button; 409 with the provider’s `error`, or `sign-in-over`',
  security: [],
  request: { params: via, query: callbackQuery },
  responses: { 200: pageAnswers('A button that finishes'), ...internal, ...formRefusals },
});

const postBack = createRoute({
  method: 'post',
  path: '/connect/{via}',
  tags: ['Accounts'],
  summary: `What the button does, as the member who is signed in in this browser; ${REFUSES}`,
  security: [],
  middleware: csrf(),
  request: { params: via, body: form(finishForm) },
  responses: { 200: pageAnswers('Connected, or a choice'), ...internal, ...formRefusals },
});

const postChoice = createRoute({
  method: 'post',
  path: '/connect/{via}/choose',
  tags: ['Accounts'],
  summary: `What the choice does; ${REFUSES}`,
  security: [],
  middleware: csrf(),
  request: { params: via, body: form(chooseForm) },
  responses: { 200: pageAnswers('Connected'), ...internal, ...formRefusals },
});

export const connectRoutes = (world: World) =>
  newApp()
    .openapi(getBack, (c) => connectPage(c, c.req.valid('param').via, c.req.valid('query')))
    .openapi(postBack, (c) => finishAction(world, c, c.req.valid('param').via, c.req.valid('form')))
    .openapi(postChoice, (c) => chooseAction(world, c, c.req.valid('form')));
