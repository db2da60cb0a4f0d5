/** Writes files so that a crash leaves the old one, the new one or none, never half of one. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

export const isMissing = (error: unknown): boolean => isCode(error, 'ENOENT');

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Temporary names start with a dot, so that listings pass them over. */
const written = async (path: string, bytes: string | Uint8Array, mode: number): Promise<string> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = join(dirname(path), `.${randomUUID()}`);
  const handle = await open(temporary, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
};

/** A file that is there already stays as it is: hard links never overwrite. */
export const keepFile = async (
  path: string,
  bytes: string | Uint8Array,
  mode = 0o600,
): Promise<'kept' | 'there-already'> => {
  const temporary = await written(path, bytes, mode);
  try {
    await link(temporary, path);
    return 'kept';
  } catch (error) {
    if (isCode(error, 'EEXIST')) return 'there-already';
    throw error;
  } finally {
    await rm(temporary, { force: true });
    await syncFolder(dirname(path));
  }
};

export const replaceFile = async (path: string, bytes: string, mode = 0o600): Promise<void> => {
  const temporary = await written(path, bytes, mode);
  await rename(temporary, path);
  await syncFolder(dirname(path));
};
