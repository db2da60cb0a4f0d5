/** Talks to the app as one member does: a token, JSON, and the ETag that was read. */
import type { Hono } from 'hono';

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  // The tests say what they expect of a body; here it is only JSON.
  readonly body: Json;
}
export type Json = { readonly [key: string]: Json } & readonly Json[] & string & number & boolean;

type Headers = Readonly<Record<string, string>>;

/** `base` is the workspace's path. */
export const clientOf = (app: Pick<Hono, 'request'>, token: string, base: string) => {
  const ask = async (method: string, path: string, body?: unknown, more: Headers = {}): Promise<Answer> => {
    const yaml = typeof body === 'string';
    const response = await app.request(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': yaml ? 'application/yaml' : 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: yaml ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: text ? JSON.parse(text) : null,
    };
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body?: unknown, headers?: Headers) => ask('POST', path, body, headers),
    put: (path: string, body: unknown, headers?: Headers) => ask('PUT', path, body, headers),
  };
};
export type Client = ReturnType<typeof clientOf>;

export const ifMatch = (answer: Answer): Headers => ({ 'if-match': answer.etag ?? '' });
