/** Replaces a file's content at once: a reader sees the old text or the new, never half of either. */
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refused } from '../functions/core/errors.ts';
import { fileFault } from './input.ts';
import type { Terminal } from './terminal.ts';

async function replace(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.cantus`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text);
      // The umask took part in the mode that `open` was given.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Keeps the file's mode, and what a link points at. @throws Refused `invalid-input` for a file that may not be written. */
export async function replaceFile({ folder }: Terminal, name: string, text: string): Promise<void> {
  try {
    await replace(await realpath(resolve(folder, name)), text);
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${name}: cannot be written: ${why}`);
  }
}
