/** One stored picture, and the media storage that has nothing else. */
import { createHash } from 'node:crypto';
import type { Media } from '../../../functions/ports.ts';
import type { PublicMedia } from '../../../functions/ports/public-media.ts';

export const PNG: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const PICTURE: string = createHash('sha256').update(PNG).digest('hex');

export const media: Media = {
  put: async () => ({ sha256: PICTURE }),
  get: async (sha256) => (sha256 === PICTURE ? PNG : undefined),
};

export const publicMedia: PublicMedia = {
  urlOf: async (sha256) => `https://tea.example/media/${sha256}`,
  allows: () => false,
};
