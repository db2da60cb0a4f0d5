/** The data folder: one process at a time, with a clear word to the second. LevelDB's lock is the operating system's, so a killed process leaves none. */
import { mkdir, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refused } from '../../core/errors.ts';
import { openLevelDisk } from './embedded-dynamodb/disk.ts';
import type { Disk, OpenDisk } from './embedded-dynamodb/disk.ts';
import { storageError } from './embedded-dynamodb/storage-errors.ts';

const SPARE_BYTES = 65_536;

export interface DataFolder {
  readonly folder: string;
  /** Opens, or opens again, the database in the folder. */
  readonly openDisk: () => Promise<Disk>;
  /** Whether recovering the database would find room on the disk. */
  readonly hasRoom: () => Promise<boolean>;
  /** Gives the folder free; the database is closed before. */
  readonly release: () => Promise<void>;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const isLocked = (error: unknown): boolean =>
  error instanceof Error && (codeOf(error) === 'LEVEL_LOCKED' || isLocked(error.cause));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

const holderOf = async (pidFile: string): Promise<number | undefined> => {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  return Number.isSafeInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
};

const inUse = async (folder: string, pidFile: string): Promise<Refused> => {
  const pid = await holderOf(pidFile);
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return new Refused(
    'busy',
    `The data folder ${folder} is in use by ${holder}. Stop it, or choose another folder.`,
    pid === undefined ? { folder } : { folder, pid },
  );
};

const UNUSABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']);

const unusable = (folder: string, error: unknown): unknown =>
  UNUSABLE.has(codeOf(error) ?? '')
    ? new Refused('invalid-input', `The data folder ${folder} cannot be used: ${String(error)}`, { folder })
    : storageError(error, folder);

const OTHERS = 0o077;

/** The folder's mode, such as `755`, where other accounts of this machine may look into it; Windows has no such modes. */
export const openToOthers = async (folder: string): Promise<string | undefined> => {
  if (process.platform === 'win32') return undefined;
  const { mode } = await stat(folder);
  return (mode & OTHERS) === 0 ? undefined : (mode & 0o777).toString(8);
};

const logBytes = async (location: string): Promise<number> => {
  const names = (await readdir(location)).filter((name) => name.endsWith('.log'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(location, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** Recovery rewrites the log as a table, so a file of that size must fit. */
const writesProbe = async (folder: string, location: string): Promise<boolean> => {
  const probe = join(folder, 'probe');
  try {
    const file = await open(probe, 'w');
    try {
      await file.writeFile(Buffer.alloc((await logBytes(location)) + SPARE_BYTES, 1));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
};

/**
 * Takes the folder for this process, making it when it is new.
 * @throws Refused `busy` when another process has it, `storage-full`, `invalid-input` when it is no folder to write to.
 */
export const openDataFolder = async (
  folder: string,
  openDisk: OpenDisk = openLevelDisk,
): Promise<DataFolder> => {
  const location = join(folder, 'store');
  const pidFile = join(folder, 'cantus.pid');
  try {
    // Addressees are in it: a folder that is new is nobody else's.
    await mkdir(location, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
  return {
    folder,
    openDisk: async () => {
      try {
        const disk = await openDisk(location);
        // The id only serves the message to a second process.
        await writeFile(pidFile, String(process.pid)).catch(() => undefined);
        return disk;
      } catch (error) {
        throw isLocked(error) ? await inUse(folder, pidFile) : storageError(error, folder);
      }
    },
    hasRoom: () => writesProbe(folder, location),
    release: () => rm(pidFile, { force: true }),
  };
};
