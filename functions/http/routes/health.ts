/** Whether the server answers. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answers, internal, newApp } from '../describe.ts';

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  summary: 'Whether the server answers',
  security: [],
  responses: {
    200: answers('It does', z.object({ ok: z.literal(true) }).meta({ id: 'Health' })),
    ...internal,
  },
});

export const healthRoutes = () => newApp().openapi(health, (c) => c.json({ ok: true as const }, 200));
