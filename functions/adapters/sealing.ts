/** AES-256-GCM with the purpose of the text bound to it, as both homes use it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SealedFor } from '../ports/secrets.ts';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const aadOf = (sealedFor: SealedFor): Buffer => Buffer.from(canonicalize(sealedFor) ?? '', 'utf8');

/** Nonce, tag and ciphertext in base64url. */
export function sealWith(key: Uint8Array, plain: string, sealedFor: SealedFor): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aadOf(sealedFor));
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64url');
}

/** Undefined where the text was altered, or the key or the purpose is another. */
export function openWith(key: Uint8Array, sealed: string, sealedFor: SealedFor): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(aadOf(sealedFor))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8');
    return opened + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** 256 bits in base64url. */
export const randomWord = (): string => randomBytes(KEY_BYTES).toString('base64url');
