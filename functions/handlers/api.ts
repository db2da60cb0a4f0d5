/** The API on Lambda, behind an HTTP API. */
import { handle } from 'hono/aws-lambda';
import { createApp } from '../http/app.ts';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';

export const handler = handle(
  createApp(composeWorld(process.env), {
    log: ({ error, ...what }) => logTrouble(what, error),
    secureCookies: true,
  }),
);
