/** Keys of this home: 32 random bytes each, in a file that its owner alone can read. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { KEY_BYTES } from '../sealing.ts';
import { isMissing, keepFile } from './keep-file.ts';

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
export const keyIn = async (path: string): Promise<Buffer> => {
  const kept = await stored(path);
  if (kept) return kept;
  await keepFile(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  const made = await stored(path);
  if (!made) throw new Error(`${path} was removed while it was made`);
  return made;
};
