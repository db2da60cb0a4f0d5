/** The calendar and its entries. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { cancelEntry, confirmHandOff, settleEntry } from '../../use-cases/entry/change-entry.ts';
import { retryEntry } from '../../use-cases/entry/retry-entry.ts';
import { getCalendar, getEntry } from '../../use-cases/entry/get-calendar.ts';
import { getCoverage } from '../../use-cases/entry/get-coverage.ts';
import { moveEntry } from '../../use-cases/entry/move-entry.ts';
import { nextFreeSlot } from '../../use-cases/entry/next-slot.ts';
import { scheduleEntry } from '../../use-cases/entry/schedule-entry.ts';
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
import { coverage, coverageQuery } from '../schemas/coverage.ts';
import {
  calendar,
  calendarQuery,
  confirmBody,
  entry,
  moveBody,
  nextSlotQuery,
  scheduleBody,
  settleBody,
  slot,
} from '../schemas/entry.ts';
import { accountId } from '../schemas/connection.ts';
import { entryId } from '../schemas/words.ts';

const params = z.object({ e: entryId });
const tags = ['Calendar'];
const security = signedIn;
const changed = { 200: answersVersion('The entry', entry), ...forChanging };

const schedule = createRoute({
  method: 'post',
  path: '/entries',
  tags,
  security,
  summary: 'Put an approved variant on the calendar: a wall time in a zone, for one account',
  middleware: may(scheduleEntry),
  request: { headers: idempotencyKey, body: body(scheduleBody) },
  responses: { 201: answersVersion('The entry', entry), ...forCreating },
});

const getMonth = createRoute({
  method: 'get',
  path: '/calendar',
  tags,
  security,
  summary: 'The entries between two days, in the order of their instants',
  middleware: may(getCalendar),
  request: { query: calendarQuery },
  responses: { 200: answers('The entries', calendar), ...forReading },
});

const getGaps = createRoute({
  method: 'get',
  path: '/coverage',
  tags,
  security,
  summary: 'Which stages of the journey and which values the calendar addresses, by month and channel',
  middleware: may(getCoverage),
  request: { query: coverageQuery },
  responses: {
    200: answers('A row for each month and channel, and what is left out', coverage),
    ...forReading,
  },
});

const getOne = createRoute({
  method: 'get',
  path: '/entries/{e}',
  tags,
  security,
  summary: 'An entry: where, when, and what became of it',
  middleware: may(getEntry),
  request: { params },
  responses: { 200: answersVersion('The entry', entry), ...forReading },
});

const nextSlot = createRoute({
  method: 'get',
  path: '/accounts/{account}/next-slot',
  tags,
  security,
  summary: 'The next free slot of an account’s queue; `no-free-slot` (409) when there is none',
  middleware: may(nextFreeSlot),
  request: { params: z.object({ account: accountId }), query: nextSlotQuery },
  responses: { 200: answers('The slot', slot), ...forReading, 409: forCreating[409] },
});

const move = createRoute({
  method: 'post',
  path: '/entries/{e}/move',
  tags,
  security,
  summary: 'Move it to another wall time',
  middleware: may(moveEntry),
  request: { params, headers: ifMatch, body: body(moveBody) },
  responses: changed,
});

const cancel = createRoute({
  method: 'post',
  path: '/entries/{e}/cancel',
  tags,
  security,
  summary: 'Take it off the calendar',
  middleware: may(cancelEntry),
  request: { params, headers: ifMatch },
  responses: changed,
});

const retry = createRoute({
  method: 'post',
  path: '/entries/{e}/retry',
  tags,
  security,
  summary: 'Let a held entry go on with what is pinned; of one that failed in part, send what is not live',
  middleware: may(retryEntry),
  request: { params, headers: ifMatch },
  responses: changed,
});

const settle = createRoute({
  method: 'post',
  path: '/entries/{e}/settle',
  tags,
  security,
  summary: 'Say what became of an unconfirmed entry',
  middleware: may(settleEntry),
  request: { params, headers: ifMatch, body: body(settleBody) },
  responses: changed,
});

const confirm = createRoute({
  method: 'post',
  path: '/entries/{e}/confirm',
  tags,
  security,
  summary: 'Confirm that a handed-off package was published',
  middleware: may(confirmHandOff),
  request: { params, headers: ifMatch, body: body(confirmBody) },
  responses: changed,
});

const readingRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(schedule, async (c) =>
      c.json(versioned(c, await performOnce(world, c, scheduleEntry, c.req.valid('json'))), 201),
    )
    .openapi(getMonth, async (c) => {
      const entries = await getCalendar(world, c.get('session'), c.req.valid('query'));
      return c.json({ items: entries.map(withRev) }, 200);
    })
    .openapi(nextSlot, async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('query') };
      return c.json(await nextFreeSlot(world, c.get('session'), input), 200);
    })
    .openapi(getGaps, async (c) =>
      c.json(await getCoverage(world, c.get('session'), c.req.valid('query')), 200),
    )
    .openapi(getOne, async (c) =>
      c.json(versioned(c, await getEntry(world, c.get('session'), c.req.valid('param').e)), 200),
    );

const changingRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(move, async (c) => {
      const input = { id: c.req.valid('param').e, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(versioned(c, await moveEntry(world, c.get('session'), input)), 200);
    })
    .openapi(cancel, async (c) => {
      const input = { id: c.req.valid('param').e, ifRev: ifRev(c) };
      return c.json(versioned(c, await cancelEntry(world, c.get('session'), input)), 200);
    })
    .openapi(retry, async (c) => {
      const input = { id: c.req.valid('param').e, ifRev: ifRev(c) };
      return c.json(versioned(c, await retryEntry(world, c.get('session'), input)), 200);
    })
    .openapi(settle, async (c) => {
      const input = { id: c.req.valid('param').e, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(versioned(c, await settleEntry(world, c.get('session'), input)), 200);
    })
    .openapi(confirm, async (c) => {
      const input = { id: c.req.valid('param').e, ifRev: ifRev(c), ...c.req.valid('json') };
      return c.json(versioned(c, await confirmHandOff(world, c.get('session'), input)), 200);
    });

export const entryRoutes = (world: World) =>
  newApp<MemberEnv>().route('/', readingRoutes(world)).route('/', changingRoutes(world));
