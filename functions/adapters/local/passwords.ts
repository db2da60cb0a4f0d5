/** Passwords by scrypt; an unknown person costs the same time as a known one. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** Both in base64. */
export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await derive(password, salt)).toString('base64') };
};

const NOBODY: PasswordHash = {
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(BYTES).toString('base64'),
};

export const isPassword = async (password: string, kept: PasswordHash | undefined): Promise<boolean> => {
  const { salt, hash } = kept ?? NOBODY;
  const derived = await derive(password, Buffer.from(salt, 'base64'));
  return timingSafeEqual(derived, Buffer.from(hash, 'base64')) && kept !== undefined;
};
