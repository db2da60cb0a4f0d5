/** Calls of LinkedIn's API: who speaks, and in which version. */
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';
import { LINKEDIN_VERSION } from './version.ts';

export const ownerOf = ({ credentials }: Given): string => credentials['owner'] ?? '';

/** `path` begins with a slash, or is an address that the API gave. */
export const linkedinCall = (
  given: Given,
  method: HttpCall['method'],
  path: string,
  body?: HttpCall['body'],
  more: HttpCall['headers'] = {},
): Promise<HttpAnswer> =>
  given.http.call({
    method,
    url: path.startsWith('/') ? given.baseUrl + path : path,
    headers: {
      authorization: `Bearer ${given.credentials['token'] ?? ''}`,
      'linkedin-version': LINKEDIN_VERSION,
      'x-restli-protocol-version': '2.0.0',
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body !== undefined && { body }),
  });
