/** Content-addressed bytes on disk: the name is the SHA-256, so a second put of the same bytes changes nothing. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Media } from '../../ports.ts';
import { isMissing, keepFile } from './keep-file.ts';

const SHA256 = /^[0-9a-f]{64}$/u;

/** Two-letter folders keep each listing short. */
const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

export const localMedia = (folder: string): Media => ({
  async put(bytes) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await keepFile(pathOf(folder, sha256), bytes);
    return { sha256 };
  },
  async get(sha256) {
    if (!SHA256.test(sha256)) return undefined;
    try {
      return await readFile(pathOf(folder, sha256));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});
