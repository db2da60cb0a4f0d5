/** Calls of Telegram's Bot API, and the chat that they are about. */
import type { HttpAnswer, HttpCall } from '../../ports/http.ts';
import type { Given } from '../../ports/publisher.ts';

/** The token is part of the path, as the API wants it. https://core.telegram.org/bots/api (10.1, 2026-06-11) */
export const telegramCall = (given: Given, method: string, body?: HttpCall['body']): Promise<HttpAnswer> =>
  given.http.call({
    method: body === undefined ? 'GET' : 'POST',
    url: `${given.baseUrl}/bot${given.credentials['token'] ?? ''}/${method}`,
    ...(typeof body === 'string' && { headers: { 'content-type': 'application/json' } }),
    ...(body !== undefined && { body }),
  });

export const chatOf = ({ credentials }: Given): string => credentials['chat'] ?? '';
