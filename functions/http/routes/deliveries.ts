/** Deliveries: what was tried and what came of it. */
import { createRoute } from '@hono/zod-openapi';
import { listDeliveries } from '../../use-cases/entry/list-deliveries.ts';
import { withRev } from '../answer.ts';
import { may } from '../auth.ts';
import { answers, forReading, newApp, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { deliveries, deliveriesQuery } from '../schemas/delivery.ts';

const getMany = createRoute({
  method: 'get',
  path: '/deliveries',
  tags: ['Calendar'],
  summary:
    'What was tried in the last three months, and what nobody knows of however old it is, the newest first',
  security: signedIn,
  middleware: may(listDeliveries),
  request: { query: deliveriesQuery },
  responses: { 200: answers('The entries', deliveries), ...forReading },
});

export const deliveryRoutes = (world: World) =>
  newApp<MemberEnv>().openapi(getMany, async (c) => {
    const { state } = c.req.valid('query');
    const found = await listDeliveries(
      world,
      c.get('session'),
      state === undefined ? {} : { states: [state] },
    );
    return c.json({ items: found.map(withRev) }, 200);
  });
