/** The API: its frame, its routes, its documents. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import { METHODS } from 'hono/router';
import type { BlankEnv } from 'hono/types';
import { Refused } from '../core/errors.ts';
import { bearer, membership } from './auth.ts';
import { newApp } from './describe.ts';
import type { AppOptions, MemberEnv, World } from './env.ts';
import { documentOf, type ApiDocument } from './open-api.ts';
import { docsPage } from './pages/docs.ts';
import { pageRoutes } from './pages/routes.ts';
import { answerError, problem } from './problem.ts';
import { activityRoutes } from './routes/activity.ts';
import { adaptationRoutes } from './routes/adaptation.ts';
import { audienceRoutes } from './routes/audience.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { connectRoutes } from './routes/connect.ts';
import { connectionRoutes } from './routes/connections.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { entryRoutes } from './routes/entries.ts';
import { guideRoutes } from './routes/guide.ts';
import { healthRoutes } from './routes/health.ts';
import { hookRoutes } from './routes/hooks.ts';
import { noticeRoutes } from './routes/notices.ts';
import { pauseRoutes } from './routes/pause.ts';
import { reviewRoutes } from './routes/review.ts';
import { seriesRoutes } from './routes/series.ts';
import { sessionRoutes, signedInRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { testSendRoutes } from './routes/test-send.ts';
import { variantRoutes } from './routes/variants.ts';
import { workspaceRoutes } from './routes/workspace.ts';

const MOST_BYTES = 1_000_000;

/** Counts what arrives, whatever Content-Length says. */
const limited = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Refused('too-large', 'A request may have at most 1 MB.', { bytes: MOST_BYTES });
  },
});

/** A known path with another method is 405, with the methods that it has. */
const notFound = (app: OpenAPIHono<BlankEnv>) => (c: Context) => {
  const allowed = METHODS.map((method) => method.toUpperCase()).filter((method) =>
    app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method),
  );
  if (allowed.length === 0)
    return problem({ code: 'not-found', detail: 'There is nothing at this address.' });
  return problem(
    { code: 'method-not-allowed', detail: `${c.req.method} is not possible here; ${allowed.join(', ')} is.` },
    { allow: allowed.join(', ') },
  );
};

const workspaceApp = (world: World) => {
  const app = newApp<MemberEnv>();
  app.use('*', bearer(world), membership(world));
  return app
    .route('/', workspaceRoutes(world))
    .route('/', connectionRoutes(world))
    .route('/', signInRoutes(world))
    .route('/', audienceRoutes(world))
    .route('/', guideRoutes(world))
    .route('/', campaignRoutes(world))
    .route('/', adaptationRoutes(world))
    .route('/', variantRoutes(world))
    .route('/', testSendRoutes(world))
    .route('/', reviewRoutes(world))
    .route('/', entryRoutes(world))
    .route('/', correctionRoutes(world))
    .route('/', seriesRoutes(world))
    .route('/', deliveryRoutes(world))
    .route('/', noticeRoutes(world))
    .route('/', hookRoutes(world))
    .route('/', pauseRoutes(world))
    .route('/', activityRoutes(world));
};

/** `ApiType` is what typed clients are made from. */
const api = (world: World) =>
  newApp()
    .route('/', healthRoutes())
    .route('/', sessionRoutes(world))
    .route('/', signedInRoutes(world))
    .route('/', connectRoutes(world))
    .route('/workspaces/:ws', workspaceApp(world));
export type ApiType = ReturnType<typeof api>;

export const createApp = (world: World, options: AppOptions): OpenAPIHono<BlankEnv> => {
  const app = newApp();
  app.onError(answerError(world.ids.next, options.log));
  app.notFound(notFound(app));
  app.use('*', limited);
  const described = api(world);
  // A tenth of a second's work, which no start waits for.
  let made: ApiDocument | undefined;
  const document = (): ApiDocument => (made ??= documentOf(described));
  app.get('/openapi.json', (c) => c.json(document()));
  app.get('/docs', (c) => docsPage(c, document()));
  app.route('/', pageRoutes(world, options));
  app.route('/', described);
  return app;
};
