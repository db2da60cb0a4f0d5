/** Serves the app on one address, and says clearly when the address is not to be had. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Refused } from '../core/errors.ts';

interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface Listening {
  readonly url: string;
  /** Requests that came before wait for this. */
  readonly begin: (app: App) => void;
  /** Answers what is under way, for a while, and stops. */
  readonly close: () => Promise<void>;
}

const PATIENCE = 5000;

const SAYS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another process: stop it, or choose another with --port',
  EACCES: 'may not be used: choose another with --port',
  EADDRNOTAVAIL: 'is not an address of this machine: choose another with --host',
  ENOTFOUND: 'is not an address of this machine: choose another with --host',
};

const refusal = (error: NodeJS.ErrnoException, host: string, port: number): unknown => {
  const says = SAYS[error.code ?? ''];
  return says === undefined ? error : new Refused('invalid-input', `${host}:${port} ${says}.`);
};

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const closing = (server: Server): Promise<void> =>
  new Promise((closed) => {
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(impatient);
      closed();
    });
    server.closeIdleConnections();
  });

const opened = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address);
    });
  });

const ignore = (): void => undefined;

const later = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } => {
  let resolve: (value: T) => void = ignore;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** `port` 0 takes a free one. @throws Refused `invalid-input` when the address is taken. */
export const listen = async (host: string, port: number): Promise<Listening> => {
  const app = later<App>();
  const answer = getRequestListener(async (request) => (await app.promise).fetch(request));
  const server = createServer((request, response) => void answer(request, response));
  const address = await opened(server, host, port);
  return {
    url: `http://${bracketed(host)}:${address.port}`,
    begin: app.resolve,
    close: () => closing(server),
  };
};
