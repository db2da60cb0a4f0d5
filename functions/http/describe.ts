/** How routes are described: their answers, their refusals, their headers. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from 'hono';
import type { BlankEnv } from 'hono/types';
import * as z from 'zod';
import { PROBLEM_CODES, refusedBySchema } from './problem.ts';
import { problem as place } from './schemas/text.ts';
import { list, maybe } from './schemas/words.ts';
import { Refused } from '../core/errors.ts';

export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ enum: [...PROBLEM_CODES] }),
    problems: maybe(list(place)),
    details: maybe(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemBody } },
});

export const internal = { 500: refusal('A bug of ours: `details.id` names it in the log') } as const;
const limits = {
  413: refusal('`too-large`: over 1 MB'),
  415: refusal('`unsupported-media-type`'),
  422: refusal('`invalid-input` with `problems`, `key-reused`'),
  400: refusal('`malformed-json`'),
} as const;

const stored = {
  503: refusal('`busy`: try again'),
  507: refusal('`storage-full`: nothing was changed'),
} as const;

/** For signing in: nobody is known yet. */
export const atTheDoor = {
  ...internal,
  ...limits,
  ...stored,
  401: refusal('`not-signed-in`'),
  429: refusal('`too-many-attempts`'),
} as const;
export const forSignedIn = { ...internal, 401: refusal('`not-signed-in`') } as const;
/** For what a member reads. */
export const forReading = {
  ...forSignedIn,
  403: refusal('`forbidden`: the roles that may are in `details`'),
  404: refusal('`not-found`, also for a workspace that is not yours'),
  422: limits[422],
} as const;
/** For what a member asks with a body, and nothing is stored of. */
export const forProposing = { ...forReading, ...limits } as const;
/** For what a member creates. */
export const forCreating = {
  ...forReading,
  ...limits,
  ...stored,
  409: refusal('Not possible as things stand'),
} as const;
/** For what a member changes after reading it. */
export const forChanging = {
  ...forCreating,
  412: refusal('`stale`: read again, then change'),
  428: refusal('`precondition-required`: send If-Match'),
} as const;

export const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } }) as const;

export const answers = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: json(schema),
});

const etagHeader = z.object({ ETag: z.string().meta({ description: 'The revision, for If-Match' }) });
export const answersVersion = <S extends z.ZodType>(description: string, schema: S) => ({
  ...answers(description, schema),
  headers: etagHeader,
});

export const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, content: json(schema) });

/** A page of ours. */
export const pageAnswers = (description: string) => ({
  description,
  content: { 'text/html': { schema: z.string() } },
});
/** Pages that say why not: the code of the refusal stands in them. */
export const formRefusals = {
  ...limits,
  ...stored,
  401: pageAnswers('`not-signed-in`'),
  403: pageAnswers('`forbidden`'),
  404: pageAnswers('`not-found`'),
  409: pageAnswers('`sign-in-over`, `refused-by-provider`, `not-available-yet`, `not-in-this-state`'),
} as const;

/** Read by `ifRev`, so that a missing one is 428 and no schema's complaint. */
export const ifMatch = z.object({
  'if-match': maybe(z.string().meta({ description: 'The ETag that was read', example: '"3"' })),
});
export const idempotencyKey = z.object({
  'idempotency-key': maybe(
    z.string().meta({
      description: 'The same key with the same body gets the same answer, and nothing happens twice',
      pattern: '^[!-~]{1,200}$',
    }),
  ),
});

export const signedIn: Record<string, string[]>[] = [{ bearer: [] }];

/** An app whose schemas complain as problems; an id of the path that cannot be one is simply not found. */
export const newApp = <E extends Env = BlankEnv>(): OpenAPIHono<E> =>
  new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (result.success) return;
      if (result.target === 'param') throw new Refused('not-found', 'There is nothing with this id here.');
      throw refusedBySchema(result.error);
    },
  });
