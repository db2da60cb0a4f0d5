/** Secrets of this home, under a key that lies in the data folder for its owner alone. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from '../../ports/secrets.ts';
import { KEY_BYTES, openWith, sealWith } from '../sealing.ts';
import { isMissing, keepFile } from './keep-file.ts';

const VERSION = 'v1.';

const stored = async (path: string): Promise<Buffer | undefined> => {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
    if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key of ${KEY_BYTES} bytes in base64`);
    return key;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Made once, with mode 0600; whoever makes it second takes the first one's. */
const keyIn = async (path: string): Promise<Buffer> => {
  const kept = await stored(path);
  if (kept) return kept;
  await keepFile(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  const made = await stored(path);
  if (!made) throw new Error(`${path} was removed while it was made`);
  return made;
};

export const sealedSecrets = async (folder: string): Promise<Secrets> => {
  const key = await keyIn(join(folder, 'secrets.key'));
  return {
    seal: async (plain, sealedFor) => VERSION + sealWith(key, plain, sealedFor),
    open: async (sealed, sealedFor) =>
      sealed.startsWith(VERSION) ? openWith(key, sealed.slice(VERSION.length), sealedFor) : undefined,
  };
};
