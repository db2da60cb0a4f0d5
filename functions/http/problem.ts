/** Refusals as RFC 9457 problem documents; anything else is an internal error with an id and no more. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type * as z from 'zod';
import { Refused, type Problem, type RefusalCode } from '../core/errors.ts';
import type { Trouble } from './env.ts';

const STATUS = {
  'invalid-input': 422,
  'too-large': 413,
  'not-signed-in': 401,
  'too-many-attempts': 429,
  forbidden: 403,
  'not-found': 404,
  'precondition-required': 428,
  stale: 412,
  'key-reused': 422,
  'already-exists': 409,
  'not-available-yet': 422,
  'not-in-this-state': 409,
  'blocking-findings': 409,
  'acknowledgement-needed': 409,
  'own-work': 403,
  'locale-not-yours': 403,
  'not-approved': 409,
  'approval-does-not-cover': 409,
  'not-waivable': 409,
  'same-as-live': 409,
  'unknown-zone': 422,
  'skipped-time': 422,
  'repeated-time': 422,
  'in-the-past': 422,
  gap: 409,
  cap: 409,
  'quiet-hours': 409,
  'no-free-slot': 409,
  'offer-over': 409,
  embargo: 409,
  'rights-expired': 409,
  paused: 409,
  disconnected: 409,
  'refused-by-provider': 422,
  'sign-in-over': 409,
  busy: 503,
  'storage-full': 507,
} satisfies Record<RefusalCode, number>;

/** What HTTP itself refuses, before the product is asked. */
const HTTP_STATUS = {
  'malformed-json': 400,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  'internal-error': 500,
} as const;
export type ProblemCode = RefusalCode | keyof typeof HTTP_STATUS;
export const PROBLEM_STATUS = { ...STATUS, ...HTTP_STATUS };
export const PROBLEM_CODES: readonly string[] = Object.keys(PROBLEM_STATUS);

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not yours to do',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible as things stand',
  412: 'Changed since you read it',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'The input is not valid',
  428: 'Say which revision you saw',
  429: 'Too many attempts',
  500: 'Internal error',
  503: 'Busy, try again',
  507: 'The storage is full',
};

interface Said {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const headersFor = (status: number): Record<string, string> => ({
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  ...(status === 503 && { 'retry-after': '1' }),
});

/** `problems` stands beside `code`; other details keep their own names under `details`. */
export const problem = (
  { code, detail, details = {} }: Said,
  headers: Record<string, string> = {},
): Response => {
  const status = PROBLEM_STATUS[code];
  const { problems, ...rest } = details;
  const body = {
    type: `urn:cantus:problem:${code}`,
    title: TITLES[status],
    status,
    detail,
    code,
    ...(problems !== undefined && { problems }),
    ...(Object.keys(rest).length > 0 && { details: rest }),
  };
  return new Response(JSON.stringify(body), { status, headers: { ...headersFor(status), ...headers } });
};

/** `facts[0].value.currency` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');

/** A schema's complaints, each with its place; a union's are those of its nearest member. */
const problemsOf = (issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[] = []): Problem[] =>
  issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
      return [{ path: pathOf(path), message: issue.message }];
    const nearest = issue.errors.reduce((best, one) => (depth(one) > depth(best) ? one : best));
    return problemsOf(nearest, path);
  });

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

export const refusedBySchema = (error: z.core.$ZodError): Refused =>
  new Refused('invalid-input', 'The input is not as the API describes it.', {
    problems: problemsOf(error.issues),
  });

/** What Hono's own parts refuse. */
const HTTP_SAYS: Readonly<Record<number, Said>> = {
  400: { code: 'malformed-json', detail: 'The body is not valid JSON.' },
  403: { code: 'forbidden', detail: 'This form was sent by another site.' },
  415: { code: 'unsupported-media-type', detail: 'This content type is not understood here.' },
};

const saidOf = (error: unknown): Said | undefined => {
  if (error instanceof Refused) return { code: error.code, detail: error.message, details: error.details };
  return error instanceof HTTPException ? HTTP_SAYS[error.status] : undefined;
};

/** Whoever knows the rest of these addresses may do what they do. */
const CAPABILITY = /^(\/(?:unsubscribe|inbound))\/.*$/su;

/** For `app.onError`. */
export const answerError =
  (newId: () => string, log: (trouble: Trouble) => void) =>
  (error: unknown, c: Context): Response => {
    const said = saidOf(error);
    if (said) return problem(said);
    const id = newId();
    log({ id, method: c.req.method, path: c.req.path.replace(CAPABILITY, '$1/…'), error });
    return problem({ code: 'internal-error', detail: 'Internal error', details: { id } });
  };
