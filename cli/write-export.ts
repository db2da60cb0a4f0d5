/** Writes exported files into a folder, over those of an earlier export and over nothing else. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Refused } from '../functions/core/errors.ts';
import { fileFault } from './input.ts';
import type { Terminal } from './terminal.ts';

/** The file's text, or undefined where there is none. */
async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (fileFault(error) === 'no such file') return undefined;
    throw error;
  });
}

async function refuseOthers(folder: string, name: string, mark: string, inside: string): Promise<void> {
  const text = await textOf(join(folder, name));
  if (text !== undefined && name.endsWith('.ini') && !text.startsWith(mark))
    throw new Refused(
      'invalid-input',
      `${join(inside, name)}: is there already and was not exported; choose another --out`,
    );
}

/** Rules of an earlier export that this one has no more. */
async function removeStale(folder: string, files: ReadonlyMap<string, string>, mark: string): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => dirname(name)));
  for (const inside of folders) {
    const names = await readdir(join(folder, inside)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.yml'))) {
      const path = join(folder, inside, name);
      if (!files.has(join(inside, name)) && (await textOf(path))?.startsWith(mark)) await rm(path);
    }
  }
}

/** `mark` opens every file that may be written again. @throws Refused `invalid-input` for what may not be written. */
export async function writeExport(
  terminal: Terminal,
  out: string,
  files: ReadonlyMap<string, string>,
  mark: string,
): Promise<void> {
  const folder = resolve(terminal.folder, out);
  try {
    for (const name of files.keys()) await refuseOthers(folder, name, mark, out);
    await removeStale(folder, files, mark);
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${out}: cannot be written: ${why}`);
  }
}
