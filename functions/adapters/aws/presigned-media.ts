/** Presigned addresses of pictures in S3, which providers fetch from S3 itself. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PublicMedia } from '../../ports/public-media.ts';
import { mediaKey } from './s3-media.ts';

/** What a signature may last at most. */
const MOST_SECONDS = 7 * 24 * 3600;

export const presignedMedia = (s3: S3Client, bucket: string): PublicMedia => ({
  urlOf: (sha256, seconds) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: mediaKey(sha256) }), {
      expiresIn: Math.min(seconds, MOST_SECONDS),
    }),
  allows: () => false,
});
