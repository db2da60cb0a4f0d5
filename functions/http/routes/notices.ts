/** Notices: what went otherwise than planned, to whom it concerns. */
import { createRoute } from '@hono/zod-openapi';
import { changeNoticeSettings, getNoticeSettings } from '../../use-cases/notice/notice-settings.ts';
import { listNotices, readNotices } from '../../use-cases/notices.ts';
import { versioned } from '../answer.ts';
import { may } from '../auth.ts';
import { ifRev } from '../conditions.ts';
import {
  answers,
  answersVersion,
  body,
  forChanging,
  forReading,
  ifMatch,
  newApp,
  signedIn,
} from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { settings, settingsBody } from '../schemas/hook.ts';
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

const getSettings = createRoute({
  method: 'get',
  path: '/notices/settings',
  tags: ['Notices'],
  summary: 'Which of your notices come by e-mail as well',
  security: signedIn,
  middleware: may(getNoticeSettings),
  responses: { 200: answersVersion('Your settings', settings), ...forReading },
});

const putSettings = createRoute({
  method: 'put',
  path: '/notices/settings',
  tags: ['Notices'],
  summary: 'Choose which of your notices come by e-mail as well',
  security: signedIn,
  middleware: may(changeNoticeSettings),
  request: { headers: ifMatch, body: body(settingsBody) },
  responses: { 200: answersVersion('Your settings', settings), ...forChanging },
});

export const noticeRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getNotices, async (c) =>
      c.json(await listNotices(world, c.get('session'), c.req.valid('query')), 200),
    )
    .openapi(postRead, async (c) =>
      c.json(await readNotices(world, c.get('session'), c.req.valid('json')), 200),
    )
    .openapi(getSettings, async (c) =>
      c.json(versioned(c, await getNoticeSettings(world, c.get('session'), undefined)), 200),
    )
    .openapi(putSettings, async (c) => {
      const input = { ...c.req.valid('json'), ifRev: ifRev(c) };
      return c.json(versioned(c, await changeNoticeSettings(world, c.get('session'), input)), 200);
    });
