/** One process at a time has the data folder, and the second is told who the first is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '../../../functions/adapters/local/data-folder.ts';
import { refusalOf } from '../../contract/store/home.ts';
import { bundle } from '../../support/bundle.ts';
import { temporaryFolder } from './homes.ts';

const open = async (folder: string) => (await openDataFolder(folder)).openDisk();

/** A process that has the folder until it is killed. */
const holder = async (folder: string) => {
  const child = spawn(process.execPath, [await bundle(new URL('hold-folder.ts', import.meta.url)), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
};

test('a second process is told which one has it; killed, it leaves no lock', async () => {
  const folder = join(await temporaryFolder(), 'new', 'data');
  const child = await holder(folder);
  const refused = await refusalOf(open(folder));
  expect(refused).toEqual({ code: 'busy', details: { folder, pid: child.pid } });
  await expect(open(folder)).rejects.toThrow(`The data folder ${folder} is in use by process ${child.pid}.`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const disk = await open(folder);
  await disk.close();
  await rm(folder, { recursive: true, force: true });
});

test('a second opening in the same process is refused as well', async () => {
  const folder = await temporaryFolder();
  const disk = await open(folder);
  expect(await refusalOf(open(folder))).toEqual({ code: 'busy', details: { folder, pid: process.pid } });
  await disk.close();
  await (await open(folder)).close();
  await rm(folder, { recursive: true, force: true });
});

test('a file is no data folder', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'file');
  await writeFile(file, 'not a folder');
  expect(await refusalOf(open(file))).toEqual({ code: 'invalid-input', details: { folder: file } });
  await rm(folder, { recursive: true, force: true });
});
