/** Finds who answers for a data folder: the server of CANTUS_URL, the one that has the folder, or this process. */
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refused } from '../functions/core/errors.ts';
import type { Terminal } from './terminal.ts';

export interface Reached {
  readonly url: string;
  readonly token: string;
  readonly request: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Requests never leave the process, so this only fills their place. */
const INSIDE = 'http://cantus.invalid';

function isRefusedConnection(error: unknown): boolean {
  if (!(error instanceof TypeError)) return false;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function lineIn(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}

const SILENT = 'nothing listens there';

/** Says why, and nothing of what was sent. */
function unasked(url: string, error: TypeError): Refused {
  const { cause } = error;
  const why = cause instanceof Error ? cause.message : error.message;
  return new Refused('busy', `${url} cannot be asked: ${isRefusedConnection(error) ? SILENT : why}.`);
}

/** @throws Refused `busy` with what is wrong; the token stays out of it. */
async function request(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { origin } = new URL(input instanceof Request ? input.url : input);
    throw unasked(origin, error);
  }
}

async function listens(url: string): Promise<boolean> {
  try {
    await (await fetch(new URL('/health', url))).arrayBuffer();
    return true;
  } catch (error) {
    if (isRefusedConnection(error)) return false;
    if (!(error instanceof TypeError)) throw error;
    throw unasked(url, error);
  }
}

async function served(folder: string, url: string): Promise<Reached> {
  const token = await lineIn(join(folder, 'token'));
  if (token === undefined)
    throw new Refused('not-found', `There is no token in ${join(folder, 'token')}: cantus serve writes it.`);
  return { url, token, request, close: async () => undefined };
}

function readUrl(word: string): string {
  const url = URL.canParse(word) ? new URL(word) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new Refused(
    'invalid-input',
    `CANTUS_URL: found ${word}, expected an address such as http://127.0.0.1:4000`,
  );
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** Undefined where nothing listens on this machine, so that the data folder is free to be opened. */
async function named(terminal: Terminal, folder: string): Promise<Reached | undefined> {
  const word = terminal.env['CANTUS_URL'];
  if (word === undefined || word === '') return undefined;
  const url = readUrl(word);
  if (await listens(url)) return served(folder, url);
  if (LOOPBACK.test(new URL(url).hostname)) return undefined;
  throw new Refused('busy', `${url} cannot be asked: ${SILENT}.`);
}

/** The server that took the folder says in it where it is. */
async function holderOf(folder: string, busy: Refused): Promise<Reached> {
  const url = await lineIn(join(folder, 'url'));
  if (url === undefined || !(await listens(url))) throw busy;
  return served(folder, url);
}

async function opened(terminal: Terminal, folder: string): Promise<Reached> {
  const { openLocalApp } = await import('../functions/local.ts');
  const report = (error: unknown): void =>
    terminal.say(`cantus: ${error instanceof Error ? error.message : String(error)}`);
  const { token, request: ask, close } = await openLocalApp(folder, { report });
  return { url: INSIDE, token, request: ask, close };
}

/** @throws Refused with one line when nothing listens and there is no data folder, or when somebody else has it. */
export async function homeOf(terminal: Terminal, data: string): Promise<Reached> {
  const folder = resolve(terminal.folder, data);
  const server = await named(terminal, folder);
  if (server) return server;
  if (!(await isThere(join(folder, 'signing-key.json'))))
    throw new Refused(
      'not-found',
      `No server listens and there is no data folder ${data}: run cantus serve, or name the folder with --data.`,
    );
  try {
    return await opened(terminal, folder);
  } catch (error) {
    if (error instanceof Refused && error.code === 'busy') return holderOf(folder, error);
    throw error;
  }
}
