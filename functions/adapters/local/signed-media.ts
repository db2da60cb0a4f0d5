/** Signed addresses of this home's pictures, where CANTUS_PUBLIC_URL says how it is reached from outside. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../ports.ts';
import type { PublicMedia } from '../../ports/public-media.ts';
import { keyIn } from './key-file.ts';

const signatureOf = (key: Buffer, sha256: string, until: string): Buffer =>
  createHmac('sha256', key).update(`${sha256}.${until}`).digest();

/** `publicUrl`: an http or https address without a slash at its end. */
export const signedMedia = async (
  folder: string,
  clock: Clock,
  publicUrl: string | undefined,
): Promise<PublicMedia> => {
  const key = await keyIn(join(folder, 'media-urls.key'));
  const seconds = (): number => Math.floor(Date.parse(clock.now()) / 1000);
  return {
    urlOf: async (sha256, last) => {
      if (publicUrl === undefined) return undefined;
      const until = String(seconds() + last);
      const signature = signatureOf(key, sha256, until).toString('base64url');
      return `${publicUrl}/media/${sha256}?until=${until}&signature=${signature}`;
    },
    allows: (sha256, until, signature) => {
      const given = Buffer.from(signature, 'base64url');
      const right = signatureOf(key, sha256, until);
      return given.length === right.length && timingSafeEqual(given, right) && Number(until) >= seconds();
    },
  };
};
