/** The key pair that signs this home's tokens, made once and kept in the data folder for its owner alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose';
import { isMissing, keepFile } from './keep-file.ts';

/** P-256 is in every Node's Web Crypto; Ed25519 warns as experimental on Node 20. */
export const ALGORITHM = 'ES256';

export interface SigningKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const asKey = (key: CryptoKey | Uint8Array): CryptoKey => {
  if (key instanceof Uint8Array) throw new TypeError('The signing key is not a key pair');
  return key;
};

const stored = async (path: string): Promise<SigningKeys | undefined> => {
  try {
    const { d, ...open } = JSON.parse(await readFile(path, 'utf8'));
    const privateKey = asKey(await importJWK({ ...open, d }, ALGORITHM));
    return { privateKey, publicKey: asKey(await importJWK(open, ALGORITHM)) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

export const signingKeys = async (folder: string): Promise<SigningKeys> => {
  const path = join(folder, 'signing-key.json');
  const kept = await stored(path);
  if (kept) return kept;
  const fresh = await generateKeyPair(ALGORITHM, { extractable: true });
  await keepFile(path, JSON.stringify(await exportJWK(fresh.privateKey)));
  const made = await stored(path);
  if (!made) throw new Error(`${path} was removed while it was made`);
  return made;
};
