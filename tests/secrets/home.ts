/** The real server in a process of its own, and everything that leaves it: what it says, what it answers, what it writes. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startChild } from '../chaos/child.ts';
import { clientOf, type Client } from '../support/client.ts';

export interface ServedHome {
  readonly folder: string;
  /** Of no workspace yet. */
  readonly home: Client;
  readonly tea: Client;
  /** Every answer so far: its request, status, headers and body. */
  readonly answers: readonly string[];
  readonly said: () => string;
  /** Ends the server where it stands. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const recorded = (url: string, answers: string[]) => ({
  request: async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(url + path, { ...init, redirect: 'manual' });
    const text = await answer.clone().text();
    answers.push([init.method, path, answer.status, JSON.stringify([...answer.headers]), text].join(' '));
    return answer;
  },
});

/** `program` is the bundled server. */
export const serveHome = async (
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ServedHome> => {
  const root = await mkdtemp(join(tmpdir(), 'cantus-secrets-'));
  const folder = join(root, 'data');
  const child = startChild(program, [folder], env);
  const url = await child.heard(/Cantus is at (\S+) /u);
  if (url === undefined) throw new Error(`The server does not start:\n${child.said()}`);
  const token = (await readFile(join(folder, 'token'), 'utf8')).trim();
  const answers: string[] = [];
  const app = recorded(url, answers);
  return {
    folder,
    home: clientOf(app, token, ''),
    tea: clientOf(app, token, '/workspaces/tea'),
    answers,
    said: child.said,
    kill: child.kill,
    remove: async () => {
      await child.kill();
      await rm(root, { recursive: true, force: true });
    },
  };
};

export interface Written {
  /** Within the folder. */
  readonly path: string;
  readonly mode: number;
  /** A character a byte. */
  readonly text: string;
}

export const filesIn = async (folder: string): Promise<readonly Written[]> => {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path),
      mode: (await stat(path)).mode & 0o777,
      text: await readFile(path, 'latin1'),
    })),
  );
};
