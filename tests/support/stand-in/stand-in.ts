/** A provider on loopback: a real HTTP server with a ledger of its own, which can refuse, tire, and lose answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What the provider keeps of a post, whatever it answered. */
export interface LedgerPost {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** The post that it replies to, or comments. */
  readonly under?: string | undefined;
  /** What the request carried besides, for a test to look at. */
  readonly request: Request;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** Over the path alone. */
  readonly path: RegExp;
  /** Whether this is the call that makes a post: faults strike here. */
  readonly creates?: boolean;
  readonly answer: (request: Request, match: RegExpExecArray) => Answer;
}

/** What goes wrong at the next create call. `after`: the post is made all the same. */
export const FAULTS = [
  'refused',
  'unauthorised',
  'too-large',
  'rate-limited',
  'rate-limited-silently',
  'trouble-before',
  'trouble-after',
  'reset-before',
  'reset-after',
  'late-before',
  'late-after',
] as const;
export type Fault = (typeof FAULTS)[number];

const ANSWERS: Readonly<Partial<Record<Fault, Answer>>> = {
  refused: { status: 400, body: { error: 'The text is not acceptable' } },
  'too-large': { status: 413, body: { error: 'The picture is too large' } },
  unauthorised: { status: 401, body: { error: 'The token is not valid' } },
  'rate-limited': { status: 429, headers: { 'retry-after': '120' }, body: { error: 'Too many' } },
  'rate-limited-silently': { status: 429, body: { error: 'Too many' } },
  'trouble-before': { status: 503, body: { error: 'Try later' } },
  'trouble-after': { status: 502, body: { error: 'Bad gateway' } },
};

export interface StandIn {
  readonly url: string;
  readonly requests: readonly Request[];
  /** Strikes at the next create calls, one each. */
  readonly fault: (...faults: readonly Fault[]) => void;
  /** Answers so to the next create call, which does nothing. */
  readonly answer: (answer: Answer) => void;
  readonly close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const read = async (incoming: IncomingMessage): Promise<Request> => {
  const url = new URL(incoming.url ?? '/', 'http://stand-in');
  const body = await bodyOf(incoming);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
    json: jsonOf(body),
  };
};

const reply = (response: ServerResponse, { status, headers = {}, body }: Answer): void => {
  const raw = Buffer.isBuffer(body) || typeof body === 'string';
  response.writeHead(status, { ...(!raw && { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? '' : raw ? body : JSON.stringify(body));
};

const strike = (response: ServerResponse, fault: Fault | Answer): void => {
  if (typeof fault !== 'string') reply(response, fault);
  else if (fault.startsWith('reset')) response.destroy();
  else if (!fault.startsWith('late')) reply(response, ANSWERS[fault] ?? { status: 500 });
};

/** `http://127.0.0.1:40123` */
export const addressOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
};

/** What is too large is so wherever it is sent first, which need not be the post itself. */
const meets = (fault: Fault | Answer | undefined, { creates = false, method }: Route): boolean =>
  creates || (fault === 'too-large' && method !== 'GET');

/** `late` faults never answer: the caller's patience decides. */
export const standIn = async (routes: readonly Route[]): Promise<StandIn> => {
  const faults: (Fault | Answer)[] = [];
  const requests: Request[] = [];
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    requests.push(request);
    const route = routes.find((one) => one.method === request.method && one.path.test(request.path));
    const match = route?.path.exec(request.path);
    if (!route || !match) return reply(response, { status: 404, body: { error: 'No such endpoint' } });
    const fault = meets(faults[0], route) ? faults.shift() : undefined;
    if (fault === undefined) return reply(response, route.answer(request, match));
    if (typeof fault === 'string' && fault.endsWith('-after')) route.answer(request, match);
    strike(response, fault);
  };
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) =>
      reply(response, { status: 500, body: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: addressOf(server),
    requests,
    fault: (...next) => void faults.push(...next),
    answer: (next) => void faults.push(next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
