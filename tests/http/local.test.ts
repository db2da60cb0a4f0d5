/** The local home as its own process: starting, stopping, a port or a folder that is taken, being killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import config from '../../rolldown.config.js';

let folder = '';
let program = '';
const running: ChildProcess[] = [];

/** The least that a command has to do around `startLocal`, as `cantus serve` does. */
const MAIN = `
import { startLocal } from '${process.cwd()}/functions/local.ts';
const [data, port, example] = process.argv.slice(2);
try {
  const local = await startLocal({ port: Number(port), host: '127.0.0.1', data, example: example === 'example' ? 'when-new' : false, say: (line) => console.log(line) });
  process.once('SIGTERM', () => local.close().then(() => console.log('closed')));
} catch (error) {
  console.error(error.name === 'Refused' ? error.message : error);
  process.exitCode = 2;
}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cantus-local-'));
  const input = join(process.cwd(), 'node_modules/.cache/local-test');
  await rm(input, { recursive: true, force: true });
  await mkdir(input, { recursive: true });
  await writeFile(join(input, 'main.ts'), MAIN);
  const [home] = config;
  await build({
    ...home,
    input: join(input, 'main.ts'),
    output: { dir: join(input, 'dist'), format: 'esm' },
  });
  program = join(input, 'dist/main.js');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
}

const start = (data: string, port = 0, example = ''): Started => {
  const child = spawn(process.execPath, [program, join(folder, data), String(port), example]);
  running.push(child);
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  const exit = once(child, 'exit').then(() => child.exitCode);
  return { child, said: () => text, exit };
};

/** What it says, once it has said it. */
const heard = async ({ said }: Started, pattern: RegExp): Promise<string> => {
  for (let waited = 0; waited < 600; waited += 1) {
    const found = pattern.exec(said())?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not say ${pattern.source}:\n${said()}`);
};
const urlOf = (home: Started): Promise<string> => heard(home, /Cantus is at (\S+) /u);

const signIn = async (url: string, code: string) => {
  const response = await fetch(`${url}/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { token }: { token: string } = await response.json();
  return { authorization: `Bearer ${token}` };
};

describe('the local home', { timeout: 120_000 }, () => {
  it('starts with its example, offers one-time links, and stops when asked', async () => {
    const home = start('example', 0, 'example');
    const url = await urlOf(home);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const code = await heard(home, /manager@northwind\.example: \S+code=(\S+)/u);
    const headers = await signIn(url, code);
    const me = await (await fetch(`${url}/me`, { headers })).json();
    expect(me).toMatchObject({ workspaces: [{ workspace: 'northwind-coffee', roles: ['manager'] }] });
    const token = (await readFile(join(folder, 'example/token'), 'utf8')).trim();
    expect((await stat(join(folder, 'example/token'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'example/signing-key.json'))).mode & 0o777).toBe(0o600);
    const members = await fetch(`${url}/workspaces/northwind-coffee/members`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect((await members.json()).items).toHaveLength(5);
    home.child.kill('SIGTERM');
    expect(await home.exit).toBe(0);
    expect(home.said()).toContain('closed');
  });

  it('makes a data folder that is nobody else’s, and says so of one that is open', async () => {
    const made = start('made');
    await urlOf(made);
    await heard(made, /(One-time links)/u);
    expect((await stat(join(folder, 'made'))).mode & 0o777).toBe(0o700);
    expect(made.said()).not.toContain('chmod');
    await mkdir(join(folder, 'open'));
    await chmod(join(folder, 'open'), 0o755);
    const open = start('open');
    expect(await heard(open, /open to other accounts of this machine \(mode (\d+)\)/u)).toBe('755');
    expect(await heard(open, /close it with (.+)\.\n/u)).toBe(`chmod 700 "${join(folder, 'open')}"`);
  });

  it('says in one line that a port is taken, and leaves with status 2', async () => {
    const first = start('port-a');
    const { port } = new URL(await urlOf(first));
    const second = start('port-b', Number(port));
    expect(await second.exit).toBe(2);
    expect(second.said().trim()).toBe(
      `127.0.0.1:${port} is taken by another process: stop it, or choose another with --port.`,
    );
    await expect(stat(join(folder, 'port-b'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says in one line that the data folder is in use, and leaves with status 2', async () => {
    const first = start('shared');
    await urlOf(first);
    const second = start('shared');
    expect(await second.exit).toBe(2);
    expect(second.said().trim()).toMatch(/^The data folder .+shared is in use by process \d+\. [^\n]+$/u);
    expect((await fetch(`${await urlOf(first)}/health`)).status).toBe(200);
  });

  it('keeps what it answered when it is killed, and its tokens hold', async () => {
    const first = start('killed');
    const url = await urlOf(first);
    const headers = await signIn(url, await heard(first, /code=(\S+)\s/u));
    const made = await fetch(`${url}/workspaces`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'tea', name: 'Tea', zone: 'Europe/Athens', adminName: 'Ada' }),
    });
    expect(made.status).toBe(201);
    first.child.kill('SIGKILL');
    await first.exit;
    const again = await urlOf(start('killed'));
    const me = await (await fetch(`${again}/me`, { headers })).json();
    expect(me).toMatchObject({ workspaces: [{ workspace: 'tea', roles: ['admin'] }] });
  });
});
