/** The API document: what it says of itself, and what all routes of a workspace share. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env, Schema } from 'hono';

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const OPEN_API = {
  openapi: '3.1.0',
  info: {
    title: 'Cantus',
    version: '0.1.0',
    description:
      'One campaign message, a voice on every channel. Refusals are RFC 9457 problem documents with a `code`. ' +
      'What changes has an ETag: send it back as If-Match (428 when it is missing, 412 when it is stale). ' +
      'A POST that creates takes an Idempotency-Key. Lists are `{items, next?}`: send `next` as `cursor`.',
  },
};

const IN_WORKSPACE = {
  name: 'ws',
  in: 'path' as const,
  required: true,
  description: "The workspace's id",
  schema: { type: 'string' as const },
};

/** The workspace is bound where the routes are mounted, so no route names it itself. */
export const documentOf = <E extends Env, S extends Schema>(app: OpenAPIHono<E, S>): ApiDocument => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const document = app.getOpenAPI31Document(OPEN_API);
  const paths = Object.entries(document.paths ?? {}).map(
    ([path, item]) => [path, path.includes('{ws}') ? { parameters: [IN_WORKSPACE], ...item } : item] as const,
  );
  return { ...document, paths: Object.fromEntries(paths) };
};
