/** The API document: what it says of itself, and what all routes of a workspace share. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env, Schema } from 'hono';
import type { RefusalCode } from '../core/errors.ts';
import { PROBLEM_STATUS } from './problem.ts';
import { ROUTE_REFUSALS } from './route-refusals.ts';

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

type PathItem = NonNullable<ApiDocument['paths']>[string];
type Operation = NonNullable<PathItem['get']>;
type Responses = NonNullable<Operation['responses']>;

/** What an answer says of itself, with the codes that it comes with here besides. */
const withCodes = (says: string, codes: readonly string[]): string => {
  const named = codes.map((code) => `\`${code}\``).filter((code) => !says.includes(code));
  const after = says.includes('`') ? ', ' : ': ';
  return named.length === 0 ? says : says + after + named.join(', ');
};

/** A conflict that comes with no code is none of this operation's. */
const isPossible = (status: string, says: string): boolean => status !== '409' || says.includes('`');

const described = (responses: Responses, codes: readonly RefusalCode[]): Responses =>
  Object.fromEntries(
    Object.entries(responses).flatMap(([status, response]) => {
      if (!('description' in response)) return [[status, response] as const];
      const own = codes.filter((code) => String(PROBLEM_STATUS[code]) === status);
      const description = withCodes(response.description, own);
      return isPossible(status, description) ? [[status, { ...response, description }] as const] : [];
    }),
  );

const METHODS = ['get', 'put', 'post', 'delete'] as const;

const refusing = (path: string, item: PathItem): PathItem => {
  const refused: Record<string, Operation> = {};
  for (const method of METHODS) {
    const operation = item[method];
    if (!operation?.responses) continue;
    const codes = ROUTE_REFUSALS[`${method.toUpperCase()} ${path}`] ?? [];
    refused[method] = { ...operation, responses: described(operation.responses, codes) };
  }
  return { ...item, ...refused };
};

/** The workspace is bound where the routes are mounted, so no route names it itself. */
export const documentOf = <E extends Env, S extends Schema>(app: OpenAPIHono<E, S>): ApiDocument => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const document = app.getOpenAPI31Document(OPEN_API);
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const said = refusing(path, item);
    return [path, path.includes('{ws}') ? { parameters: [IN_WORKSPACE], ...said } : said] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
};
