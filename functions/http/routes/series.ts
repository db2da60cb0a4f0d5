/** Evergreen series: drafts on a recurrence, each to be approved before it goes out. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { changeSeries, createSeries, endSeries, pauseSeries } from '../../use-cases/series/change-series.ts';
import { getSeries, listSeries } from '../../use-cases/series/get-series.ts';
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
import { pauseBody } from '../schemas/pause.ts';
import { series, seriesBody, seriesList, seriesSettings, seriesWithItems } from '../schemas/series.ts';
import { seriesId } from '../schemas/words.ts';

const params = z.object({ s: seriesId });
const shared = { tags: ['Series'], security: signedIn };
const changed = { 200: answersVersion('The series', series), ...forChanging };

const getAll = createRoute({
  ...shared,
  method: 'get',
  path: '/series',
  summary: 'The series of the workspace',
  middleware: may(listSeries),
  responses: { 200: answers('All series', seriesList), ...forReading },
});

const post = createRoute({
  ...shared,
  method: 'post',
  path: '/series',
  summary: 'Draft a variant again on a recurrence; nothing goes out before its copy is approved',
  middleware: may(createSeries),
  request: { headers: idempotencyKey, body: body(seriesBody) },
  responses: { 201: answersVersion('The series', series), ...forCreating },
});

const getOne = createRoute({
  ...shared,
  method: 'get',
  path: '/series/{s}',
  summary: 'A series, and what became of its occurrences',
  middleware: may(getSeries),
  request: { params },
  responses: { 200: answersVersion('The series', seriesWithItems), ...forReading },
});

const put = createRoute({
  ...shared,
  method: 'put',
  path: '/series/{s}',
  summary: 'Change what comes; what is drafted already stays',
  middleware: may(changeSeries),
  request: { params, headers: ifMatch, body: body(seriesSettings) },
  responses: changed,
});

const pause = createRoute({
  ...shared,
  method: 'post',
  path: '/series/{s}/pause',
  summary: 'Pause it, or resume it; what fell in between is let go',
  middleware: may(pauseSeries),
  request: { params, headers: ifMatch, body: body(pauseBody) },
  responses: changed,
});

const end = createRoute({
  ...shared,
  method: 'post',
  path: '/series/{s}/end',
  summary: 'End it; what is drafted already stays',
  middleware: may(endSeries),
  request: { params, headers: ifMatch },
  responses: changed,
});

export const seriesRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getAll, async (c) => {
      const all = await listSeries(world, c.get('session'), undefined);
      return c.json({ items: all.map(withRev) }, 200);
    })
    .openapi(post, async (c) =>
      c.json(versioned(c, await performOnce(world, c, createSeries, c.req.valid('json'))), 201),
    )
    .openapi(getOne, async (c) =>
      c.json(versioned(c, await getSeries(world, c.get('session'), c.req.valid('param').s)), 200),
    )
    .openapi(put, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').s, ifRev: ifRev(c) };
      return c.json(versioned(c, await changeSeries(world, c.get('session'), input)), 200);
    })
    .openapi(pause, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').s, ifRev: ifRev(c) };
      return c.json(versioned(c, await pauseSeries(world, c.get('session'), input)), 200);
    })
    .openapi(end, async (c) => {
      const input = { id: c.req.valid('param').s, ifRev: ifRev(c) };
      return c.json(versioned(c, await endSeries(world, c.get('session'), input)), 200);
    });
