/** Calls of an AT Protocol server. */
import type { HttpAnswer } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';

const JSON_TYPE = { 'content-type': 'application/json' } as const;

const bearing = (token: string) => ({ authorization: `Bearer ${token}` });

const post = (
  { http, baseUrl }: Given,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Uint8Array,
): Promise<HttpAnswer> =>
  http.call({
    method: 'POST',
    url: `${baseUrl}/xrpc/${method}`,
    headers,
    ...(body !== undefined && { body }),
  });

export const get = (
  { http, baseUrl }: Given,
  method: string,
  query: Readonly<Record<string, string>>,
): Promise<HttpAnswer> =>
  http.call({ method: 'GET', url: `${baseUrl}/xrpc/${method}?${new URLSearchParams(query).toString()}` });

export const postAs = (
  given: Given,
  { accessJwt }: { readonly accessJwt: string },
  method: string,
  body: string | Uint8Array,
  type: string = JSON_TYPE['content-type'],
): Promise<HttpAnswer> => post(given, method, { 'content-type': type, ...bearing(accessJwt) }, body);

export const logIn = (given: Given): Promise<HttpAnswer> => {
  const { handle: identifier = '', password = '' } = given.credentials;
  const body = JSON.stringify({ identifier, password });
  return post(given, 'com.atproto.server.createSession', JSON_TYPE, body);
};

/** https://docs.bsky.app/docs/api/com-atproto-server-refresh-session (stored copy, 2026-11): by the token for renewing, without a body */
export const renew = (given: Given, refreshJwt: string): Promise<HttpAnswer> =>
  post(given, 'com.atproto.server.refreshSession', bearing(refreshJwt));
