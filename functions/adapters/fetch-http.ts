/** Calls providers by the runtime's fetch, and tells what was never sent from what nobody answered. */
import type { FormField, Http, HttpAnswer, HttpCall } from '../ports/http.ts';

const MOST_CHARACTERS = 1_000_000;
/** Below what a lease keeps back for a call. */
const SECONDS = 55;

/** Failures before a byte of the request left. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function formOf(fields: readonly FormField[]): FormData {
  const form = new FormData();
  for (const { name, value, type, file } of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([Uint8Array.from(value)], { type: type ?? '' }), file ?? name);
  }
  return form;
}

function bodyOf(body: NonNullable<HttpCall['body']>): BodyInit {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : formOf(body.form);
}

/** Fetch refuses some ports without trying; that error has no code. */
const REFUSED_PORT = /^bad port$/u;

const codesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  if (REFUSED_PORT.test(error.message)) return ['ERR_INVALID_URL'];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...inner, ...codesOf(error.cause)];
};

/** Reasons name the host alone: a path or a query may carry a token. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'the address');

function failed(error: unknown, url: string): HttpAnswer {
  const host = hostOf(url);
  const codes = codesOf(error);
  const code = codes.find((one) => NOT_SENT.has(one));
  if (code !== undefined || !URL.canParse(url))
    return { is: 'not-sent', reason: `No connection to ${host} (${code ?? 'not an address'}).` };
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return {
    is: 'unanswered',
    reason: isLate
      ? `${host} did not answer in time.`
      : `The connection to ${host} broke off (${codes[0] ?? 'reset'}).`,
  };
}

async function firstOf(answer: Response): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of answer.body) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > MOST_CHARACTERS) break;
  }
  return text.slice(0, MOST_CHARACTERS);
}

/** `seconds`: how long an answer, its body included, may take. */
export const fetchHttp = ({ seconds = SECONDS }: { readonly seconds?: number } = {}): Http => ({
  async call({ method, url, headers = {}, body }) {
    try {
      const init: RequestInit = {
        method,
        headers: { ...headers },
        ...(body !== undefined && { body: bodyOf(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(seconds * 1000),
      };
      const answer = await fetch(url, init);
      const text = await firstOf(answer);
      return { is: 'answered', status: answer.status, headers: Object.fromEntries(answer.headers), text };
    } catch (error) {
      return failed(error, url);
    }
  },
});
