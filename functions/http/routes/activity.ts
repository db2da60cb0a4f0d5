/** What happened: the preview feed and the audit trail. */
import { createRoute } from '@hono/zod-openapi';
import { listEvents } from '../../use-cases/list-events.ts';
import { verifyAudit } from '../../use-cases/verify-audit.ts';
import { resolveSlots } from '../../use-cases/entry/resolve-slots.ts';
import { getFeed } from '../../use-cases/publishing/get-feed.ts';
import { may } from '../auth.ts';
import { answers, forCreating, forReading, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { auditReport, eventQuery, events } from '../schemas/event.ts';
import { feed, feedQuery, resolvedSlots } from '../schemas/entry.ts';

const tags = ['Activity'];
const security = signedIn;

const getPosts = createRoute({
  method: 'get',
  path: '/feed',
  tags,
  security,
  summary: 'What the preview accounts have published, the newest first',
  middleware: may(getFeed),
  request: { query: feedQuery },
  responses: { 200: answers('The posts', feed), ...forReading },
});

const getEvents = createRoute({
  method: 'get',
  path: '/events',
  tags,
  security,
  summary: 'The audit trail of one thing, the oldest first',
  middleware: may(listEvents),
  request: { query: eventQuery },
  responses: { 200: answers('A page', events), ...forReading },
});

const getAudit = createRoute({
  method: 'get',
  path: '/audit/verify',
  tags,
  security,
  summary: 'Whether the audit trail holds: every chain of events, walked from its head',
  middleware: may(verifyAudit),
  responses: { 200: answers('What does not hold; nothing, when all is well', auditReport), ...forReading },
});

const postResolve = createRoute({
  method: 'post',
  path: '/slots/resolve',
  tags: ['Calendar'],
  security,
  summary:
    'Resolve what waits by the zone data of this release: what moves is told to its owner, what is gone is held',
  middleware: may(resolveSlots),
  responses: { 200: answers('What moved and what is held', resolvedSlots), ...forCreating },
});

export const activityRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(getPosts, async (c) =>
      c.json({ items: await getFeed(world, c.get('session'), c.req.valid('query')) }, 200),
    )
    .openapi(getEvents, async (c) =>
      c.json(await listEvents(world, c.get('session'), c.req.valid('query')), 200),
    )
    .openapi(postResolve, async (c) => c.json(await resolveSlots(world, c.get('session'), undefined), 200))
    .openapi(getAudit, async (c) => c.json(await verifyAudit(world, c.get('session'), undefined), 200));
