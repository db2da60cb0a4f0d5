/** Notices: what went otherwise than planned, to whom it concerns. */
import { createRoute } from '@hono/zod-openapi';
import { listNotices, readNotices } from '../../use-cases/notices.ts';
import { may } from '../auth.ts';
import { answers, body, forChanging, forReading, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { notices, readBody, readCount } from '../schemas/notice.ts';
import { pageQuery } from '../schemas/words.ts';

const getNotices = createRoute({
  method: 'get',
  path: '/notices',
  tags: ['Notices'],
  summary: 'Your own notices, the newest first',
  security: signedIn,
  middleware: may(listNotices),
  request: { query: pageQuery },
  responses: { 200: answers('A page', notices), ...forReading },
});

const postRead = createRoute({
  method: 'post',
  path: '/notices/read',
  tags: ['Notices'],
  summary: 'Mark your notices as read, up to one and with it',
  security: signedIn,
  middleware: may(readNotices),
  request: { body: body(readBody) },
  responses: { 200: answers('How many were unread', readCount), ...forChanging },
});

export const noticeRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getNotices, async (c) =>
      c.json(await listNotices(world, c.get('session'), c.req.valid('query')), 200),
    )
    .openapi(postRead, async (c) =>
      c.json(await readNotices(world, c.get('session'), c.req.valid('json')), 200),
    );
