/** Calls providers over a connection of its own each, and tells what was never sent from what nobody answered. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { FormField, Http, HttpAnswer, HttpCall } from '../ports/http.ts';
import { isPublicAddress, publicLookup } from './public-addresses.ts';

const MOST_CHARACTERS = 1_000_000;
/** Below what a lease keeps back for a call. */
const SECONDS = 55;

export interface NodeHttpOptions {
  /** How long an answer, its body included, may take. */
  readonly seconds?: number;
  /** Whether only addresses of the open internet are called. */
  readonly publicOnly?: boolean;
}

interface Encoded {
  readonly bytes?: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

function formOf(fields: readonly FormField[]): FormData {
  const form = new FormData();
  for (const { name, value, type, file } of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([Uint8Array.from(value)], { type: type ?? '' }), file ?? name);
  }
  return form;
}

async function encoded(body: HttpCall['body']): Promise<Encoded> {
  if (body === undefined) return { headers: {} };
  if (typeof body === 'string') return { bytes: new TextEncoder().encode(body), headers: {} };
  if (body instanceof Uint8Array) return { bytes: body, headers: {} };
  const form = new Response(formOf(body.form));
  return {
    bytes: new Uint8Array(await form.arrayBuffer()),
    headers: { 'content-type': form.headers.get('content-type') ?? '' },
  };
}

async function firstOf(answer: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of answer) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > MOST_CHARACTERS) break;
  }
  return text.slice(0, MOST_CHARACTERS);
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** A connection that was used before may be gone on the other side, and nobody could tell whether a call on it arrived. */
function optionsOf(
  url: URL,
  { method, headers = {} }: HttpCall,
  body: Encoded,
  options: NodeHttpOptions,
): RequestOptions {
  const { seconds = SECONDS, publicOnly = false } = options;
  return {
    method,
    agent: false,
    headers: {
      'user-agent': 'cantus',
      accept: '*/*',
      ...headers,
      ...body.headers,
      ...(body.bytes && { 'content-length': String(body.bytes.length) }),
    },
    signal: AbortSignal.timeout(seconds * 1000),
    ...(publicOnly && { lookup: publicLookup }),
  };
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

/** Reasons name the host alone: a path or a query may carry a token. */
function failed(error: Error, host: string, wasSent: boolean): HttpAnswer {
  const code = codeOf(error);
  if (!wasSent) return { is: 'not-sent', reason: `No connection to ${host} (${code}).` };
  const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
  return {
    is: 'unanswered',
    reason: isLate ? `${host} did not answer in time.` : `The connection to ${host} broke off (${code}).`,
  };
}

function exchange(url: URL, call: HttpCall, body: Encoded, options: NodeHttpOptions): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    let wasSent = false;
    const isSecure = url.protocol === 'https:';
    const fail = (error: Error): void => resolve(failed(error, url.host, wasSent));
    const read = async (answer: IncomingMessage): Promise<void> => {
      const text = await firstOf(answer);
      resolve({ is: 'answered', status: answer.statusCode ?? 0, headers: headersOf(answer), text });
      answer.destroy();
    };
    const request = (isSecure ? httpsRequest : httpRequest)(url, optionsOf(url, call, body, options));
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        wasSent = true;
      });
    });
    request.once('response', (answer) => void read(answer).catch(fail));
    request.once('error', fail);
    request.end(body.bytes);
  });
}

/** Names are looked up by `publicLookup`; an address that stands in the URL itself is not. */
const isInside = ({ hostname }: URL): boolean => {
  const bare = hostname.replace(/^\[|\]$/gu, '');
  return isIP(bare) !== 0 && !isPublicAddress(bare);
};

export const nodeHttp = (options: NodeHttpOptions = {}): Http => ({
  async call(call) {
    const url = URL.canParse(call.url) ? new URL(call.url) : undefined;
    if (!url || !/^https?:$/u.test(url.protocol))
      return { is: 'not-sent', reason: 'This is no http or https address.' };
    if (options.publicOnly && isInside(url))
      return { is: 'not-sent', reason: `${url.host} is no address of the open internet.` };
    return exchange(url, call, await encoded(call.body), options);
  },
});
