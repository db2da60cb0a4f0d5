/** The pages that the server itself shows. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { AppOptions, World } from '../env.ts';
import { stylesheet } from '../html.ts';
import { inboundAction } from './inbound.ts';
import { mediaPage } from './media.ts';
import { previewPage } from './preview.ts';
import { signInAction, signInPage } from './sign-in.ts';
import { unsubscribeAction, unsubscribePage } from './unsubscribe.ts';

export const pageRoutes = (world: World, options: AppOptions): Hono =>
  new Hono()
    .get('/', (c) => c.redirect('/preview', 303))
    .get('/page.css', stylesheet)
    .get('/preview', previewPage(world))
    .get('/media/:sha256', mediaPage(world))
    .get('/unsubscribe/:token', unsubscribePage)
    .post('/unsubscribe/:token', unsubscribeAction(world))
    .post('/inbound/:token', inboundAction(world))
    .get('/sign-in', signInPage)
    // Without this, another site's form could sign its visitor in as somebody else.
    .post('/sign-in', csrf(), signInAction(world, options));
