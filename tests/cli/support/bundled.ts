/** The command as it ships: bundled as the build does it, run by plain Node in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { RolldownOptions } from 'rolldown';
import { loadConfig } from 'rolldown/config';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside node_modules, so that packages resolve from there. */
const cache = join(root, 'node_modules', '.cache');

export interface Bundled {
  readonly file: string;
  readonly remove: () => Promise<void>;
}

const buildsCommand = ({ input }: RolldownOptions): boolean =>
  typeof input === 'object' && !Array.isArray(input) && 'cantus' in input;

export const bundleCommand = async (): Promise<Bundled> => {
  const config = await loadConfig(join(root, 'rolldown.config.js'));
  if (typeof config === 'function') throw new Error('the build is not configured by data');
  const options = (Array.isArray(config) ? config : [config]).find(buildsCommand);
  if (!options) throw new Error('the build does not make the command');
  await mkdir(cache, { recursive: true });
  const dir = await mkdtemp(join(cache, 'cantus-'));
  const build = await rolldown({ ...options, cwd: root, input: { cantus: 'cli/main.ts' } });
  await build.write({ dir, format: 'esm' });
  await build.close();
  return { file: join(dir, 'cantus.js'), remove: () => rm(dir, { recursive: true, force: true }) };
};

export interface Exited {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const runProcess = (
  file: string,
  argv: readonly string[],
  { stdin = '', env = {}, cwd = root }: { stdin?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Exited> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...argv], { cwd, env: { ...process.env, ...env } });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    // A command that fails early may leave its input unread.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
