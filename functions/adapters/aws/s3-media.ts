/** Content-addressed bytes in S3: the name is the SHA-256, so a second put of the same bytes changes nothing. */
import { createHash } from 'node:crypto';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Media } from '../../ports.ts';
import { unlessThere } from './unless-there.ts';

const SHA256 = /^[0-9a-f]{64}$/u;
/** Where the bytes of this hash lie. */
export const mediaKey = (sha256: string): string => `sha256/${sha256}`;

export const s3Media = (s3: S3Client, bucket: string): Media => ({
  async put(bytes) {
    const digest = createHash('sha256').update(bytes).digest();
    const sha256 = digest.toString('hex');
    await unlessThere(() =>
      s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: mediaKey(sha256),
          Body: bytes,
          ChecksumSHA256: digest.toString('base64'),
          IfNoneMatch: '*',
        }),
      ),
    );
    return { sha256 };
  },
  async get(sha256) {
    if (!SHA256.test(sha256)) return undefined;
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: mediaKey(sha256) }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
});
