/** Calls of a Mastodon instance, as the account. */
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';

export const mastodonCall = (
  given: Given,
  method: HttpCall['method'],
  path: string,
  more: Partial<HttpCall> = {},
): Promise<HttpAnswer> =>
  given.http.call({
    method,
    url: `${given.baseUrl}${path}`,
    ...more,
    headers: { authorization: `Bearer ${given.credentials['token'] ?? ''}`, ...more.headers },
  });
