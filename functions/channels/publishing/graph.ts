/** Meta's Graph API: one way to call it, and its own error codes brought to what HTTP means by its statuses. */
import * as z from 'zod';
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Given, Health } from '../../ports/publisher.ts';
import { jsonOf, readJson, reasonOf } from './answers.ts';

/** https://developers.facebook.com/docs/graph-api/guides/error-handling (stored copy, 2026-11-21) */
const INVALID_TOKEN = new Set([102, 190]);
const RATE_LIMITED = new Set([4, 17, 32, 341, 613, 80001, 80002, 80007]);
const MAY_PASS = new Set([1, 2]);

const Failed = z.object({ error: z.object({ code: z.number(), is_transient: z.boolean().optional() }) });

/** The API answers almost everything with 400. */
function statusOf(answer: Extract<HttpAnswer, { is: 'answered' }>): number {
  const error = Failed.safeParse(jsonOf(answer.text)).data?.error;
  if (error === undefined) return answer.status;
  if (INVALID_TOKEN.has(error.code)) return 401;
  if (RATE_LIMITED.has(error.code)) return 429;
  return error.is_transient === true || MAY_PASS.has(error.code) ? 503 : answer.status;
}

/** `path` begins with a slash and has the version before it in `baseUrl`. */
export async function graph(
  given: Pick<Given, 'http' | 'baseUrl' | 'credentials'>,
  method: HttpCall['method'],
  path: string,
  body?: Readonly<Record<string, unknown>> | Exclude<HttpCall['body'], string>,
): Promise<HttpAnswer> {
  const isForm = body !== undefined && ('form' in body || body instanceof Uint8Array);
  const answer = await given.http.call({
    method,
    url: given.baseUrl + path,
    headers: {
      authorization: `Bearer ${given.credentials['token'] ?? ''}`,
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: bodyOf(body) }),
  });
  return answer.is === 'answered' ? { ...answer, status: statusOf(answer) } : answer;
}

function bodyOf(
  body: Readonly<Record<string, unknown>> | Exclude<HttpCall['body'], string | undefined>,
): NonNullable<HttpCall['body']> {
  return isRaw(body) ? body : JSON.stringify(body);
}

const isRaw = (body: object): body is Exclude<NonNullable<HttpCall['body']>, string> =>
  body instanceof Uint8Array || ('form' in body && Array.isArray(body.form));

export const Id = z.object({ id: z.string() });
export const idIn = (json: unknown): string | undefined => Id.safeParse(json).data?.id;

const Named = z.object({ name: z.string().optional(), username: z.string().optional(), id: z.string() });

/** Who the token speaks for, by a node that only it can read. */
export async function graphHealth(given: Given, path: string): Promise<Health> {
  const answer = await graph(given, 'GET', path);
  const node = Named.safeParse(readJson(answer)).data;
  if (node) return { is: 'well', as: node.name ?? node.username ?? node.id };
  return answer.is === 'answered' && answer.status >= 400 && answer.status < 500 && answer.status !== 429
    ? { is: 'refused', reason: reasonOf(answer) }
    : { is: 'unknown', reason: 'Meta does not say whose token this is.' };
}

export const GRAPH_URL = 'https://graph.facebook.com/v24.0';
