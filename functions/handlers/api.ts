/** The API on Lambda, behind an HTTP API. */
import { handle } from 'hono/aws-lambda';
import { nodeHttp } from '../adapters/node-http.ts';
import { createApp } from '../http/app.ts';
import { composeWorld } from './compose.ts';
import { logTrouble } from './log.ts';

/** Three calls to a provider fit into the function's time, so that what it gave is kept. */
const http = nodeHttp({ publicOnly: true, seconds: 9 });

export const handler = handle(
  createApp(
    { ...composeWorld(process.env), http },
    {
      log: ({ error, ...what }) => logTrouble(what, error),
      secureCookies: true,
    },
  ),
);
