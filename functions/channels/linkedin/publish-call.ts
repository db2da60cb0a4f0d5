/** Calls of LinkedIn's API: who speaks, and in which version. */
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';
import { versionOf } from './version.ts';

export const ownerOf = ({ credentials }: Given): string => credentials['owner'] ?? '';

type Answered = Extract<HttpAnswer, { is: 'answered' }>;

/** A version that is spoken no more is answered with 426, code `NONEXISTENT_VERSION`. https://github.com/n8n-io/n8n/issues/28967 (2026-04-23) */
export const isOutdated = (answer: HttpAnswer): answer is Answered =>
  answer.is === 'answered' && answer.status === 426;

/** It says what to do about it. */
const advised = (given: Pick<Given, 'version'>, answer: HttpAnswer): HttpAnswer =>
  isOutdated(answer)
    ? {
        ...answer,
        text: JSON.stringify({
          message: `its version ${versionOf(given)} is spoken no more. Set CANTUS_LINKEDIN_VERSION to one that LinkedIn lists as active, and start Cantus again.`,
        }),
      }
    : answer;

/** `path` begins with a slash, or is an address that the API gave. */
export const linkedinCall = async (
  given: Given,
  method: HttpCall['method'],
  path: string,
  body?: HttpCall['body'],
  more: HttpCall['headers'] = {},
): Promise<HttpAnswer> =>
  advised(
    given,
    await given.http.call({
      method,
      url: path.startsWith('/') ? given.baseUrl + path : path,
      headers: {
        authorization: `Bearer ${given.credentials['token'] ?? ''}`,
        'linkedin-version': versionOf(given),
        'x-restli-protocol-version': '2.0.0',
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body }),
    }),
  );
