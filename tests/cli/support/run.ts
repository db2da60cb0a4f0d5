/** Runs one command line in a folder of its own, without a process. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createColors } from 'picocolors';
import { onTestFinished } from 'vitest';
import { cantus } from '../../../cli/cantus.ts';
import type { ExitStatus } from '../../../cli/terminal.ts';

export interface Around {
  readonly stdin?: string | Uint8Array;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Settles when the person stops it; at once unless said otherwise. */
  readonly stopped?: () => Promise<unknown>;
}

export interface Ran {
  readonly status: ExitStatus;
  readonly out: string;
  /** Lines on standard error. */
  readonly said: readonly string[];
}

/** A folder with these files, gone when the test is. */
export const folderWith = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'cantus-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
};

export const run = async (argv: readonly string[], around: Around = {}): Promise<Ran> => {
  const printed: string[] = [];
  const said: string[] = [];
  const { stdin = '', folder = tmpdir(), env = {}, stopped = async () => undefined } = around;
  const status = await cantus(argv, {
    input: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    print: (text) => void printed.push(text),
    say: (line) => void said.push(line),
    paint: createColors(false),
    paintTalk: createColors(false),
    folder,
    env,
    stopped: async () => void (await stopped()),
  });
  return { status, out: printed.join(''), said };
};
