/** Secrets of this home, under a key that lies in the data folder for its owner alone. */
import { join } from 'node:path';
import type { Secrets } from '../../ports/secrets.ts';
import { openWith, randomWord, sealWith } from '../sealing.ts';
import { keyIn } from './key-file.ts';

const VERSION = 'v1.';

export const sealedSecrets = async (folder: string): Promise<Secrets> => {
  const key = await keyIn(join(folder, 'secrets.key'));
  return {
    seal: async (plain, sealedFor) => VERSION + sealWith(key, plain, sealedFor),
    open: async (sealed, sealedFor) =>
      sealed.startsWith(VERSION) ? openWith(key, sealed.slice(VERSION.length), sealedFor) : undefined,
    random: randomWord,
  };
};
