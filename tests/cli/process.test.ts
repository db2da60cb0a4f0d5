import { readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand, runProcess } from './support/bundled.ts';
import type { Bundled } from './support/bundled.ts';
import { CAMPAIGN, GUIDE } from './support/northbay.ts';
import { folderWith } from './support/run.ts';

let command: Bundled;
beforeAll(async () => {
  command = await bundleCommand();
}, 60_000);
afterAll(() => command.remove());

const inFolder = () =>
  folderWith({
    'guide.yaml': GUIDE,
    'flush.yaml': CAMPAIGN,
    'a.txt': 'Our cheap tea\n',
    'zip.txt': Uint8Array.of(0),
  });

describe('the command in a process of its own', () => {
  it.each([
    [0, ['lint', '-'], 'Fine tea'],
    [1, ['lint', '-'], 'Our cheap tea'],
    [2, ['lint', 'zip.txt', 'a.txt'], ''],
    [0, ['adapt', 'flush.yaml'], ''],
    [0, ['facts', '-', '--locale', 'fa-IR'], 'فقط ۹٫۹۹ یورو'],
    [0, ['time', '2026-12-15T09:00', 'America/Vancouver'], ''],
  ])('exits %i after %j, with one JSON document on standard output', async (code, argv, stdin) => {
    const ran = await runProcess(command.file, [...argv, '--format', 'json'], {
      stdin,
      cwd: await inFolder(),
    });
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.out)).toEqual(expect.anything());
    expect(ran.err).not.toMatch(/^\s+at /mu);
  });

  it.each([[['time', '2026-12-15T09:00', 'Amerika/Vancouver']], [['adapt', 'none.yaml']], [['nothing']]])(
    'says what is wrong with %j in one line, without a stack',
    async (argv) => {
      const { code, out, err } = await runProcess(command.file, argv, {
        cwd: await folderWith({ 'guide.yaml': GUIDE }),
      });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^cantus: [^\n]+\n$/u);
    },
  );

  it.each([[{}], [{ FORCE_COLOR: '1', CI: '1' }]])('writes no colour into a pipe with %j', async (env) => {
    const { out, err } = await runProcess(command.file, ['lint', 'a.txt'], { env, cwd: await inFolder() });
    expect(out).toContain('banned-term');
    // oxlint-disable-next-line no-control-regex
    expect(out + err).not.toMatch(/\u001B/u);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [command.file, 'guide', 'show', '--format', 'json'], {
      cwd: await inFolder(),
    });
    child.stdout.destroy();
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, said: said.join('').includes('EPIPE') }).toEqual({ code: 0, said: false });
  });

  it('is an executable script', async () => {
    expect((await readFile(command.file, 'utf8')).split('\n')[0]).toBe('#!/usr/bin/env node');
  });
});
