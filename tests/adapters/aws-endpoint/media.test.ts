/** Media and the preview feed in another's S3, and pictures at presigned addresses. */
import { createHash, randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { presignedMedia } from '../../../functions/adapters/aws/presigned-media.ts';
import { mediaKey, s3Media } from '../../../functions/adapters/aws/s3-media.ts';
import { s3PreviewFeed } from '../../../functions/adapters/aws/s3-preview-feed.ts';
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import type { PreviewPost } from '../../../functions/ports.ts';
import { CLIENT, ENDPOINT, fresh, given, REGION } from './endpoint.ts';

const s3 = new S3Client(CLIENT);
const workspace = asId<WorkspaceId>('aurora');
const post = (id: string, at: string): PreviewPost => ({
  id,
  workspace,
  entry: asId<EntryId>('01JZX5N7T3V9QK2M4R6S8W0YBC'),
  account: 'aurora-instagram',
  channel: 'instagram',
  payload: { channel: 'instagram', format: 'feed', locale: 'el-GR', parts: [], media: [] },
  at,
});

describe.skipIf(ENDPOINT === '')('S3 at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  const [bucket, feedBucket] = [fresh('media'), fresh('feed')];
  const media = s3Media(s3, bucket);
  const feed = s3PreviewFeed(s3, feedBucket);
  const versionsOf = async (key: string) =>
    (await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }))).Versions?.length;

  beforeAll(async () => {
    for (const Bucket of [bucket, feedBucket]) {
      await s3.send(
        new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
      );
      const VersioningConfiguration = { Status: 'Enabled' as const };
      await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    }
  });

  it('keeps bytes under their hash, gives them back, and nothing for what nobody put', async () => {
    const bytes = randomBytes(300_000);
    const { sha256 } = await media.put(bytes);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.from((await media.get(sha256)) ?? []).equals(bytes)).toBe(true);
    expect(await media.get('f'.repeat(64))).toBeUndefined();
  });

  it('takes the same bytes again and again, at once too, and keeps one version', async () => {
    const bytes = randomBytes(1000);
    const put = await Promise.all(Array.from({ length: 5 }, () => media.put(bytes)));
    put.push(await media.put(bytes));
    const [{ sha256 } = { sha256: '' }] = put;
    expect(put).toEqual(Array.from({ length: 6 }, () => ({ sha256 })));
    expect(await versionsOf(mediaKey(sha256))).toBe(1);
  });

  it('gives a picture to whoever has its presigned address, and tells how long', async () => {
    const bytes = randomBytes(1000);
    const { sha256 } = await media.put(bytes);
    const url = given(await presignedMedia(s3, bucket).urlOf(sha256, 3600));
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('3600');
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('signs no address for longer than a signature may last', async () => {
    const url = given(await presignedMedia(s3, bucket).urlOf('f'.repeat(64), 10 ** 7));
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('604800');
    expect((await fetch(url)).status).toBe(404);
  });

  it('keeps a preview post once, and lists the newest first', async () => {
    const [first, second] = [
      post('entry/1#2', '2027-05-04T09:00:00.000Z'),
      post('é ü', '2027-05-05T09:00:00.000Z'),
    ];
    expect(await feed.put(first)).toBe('kept');
    expect(await feed.put({ ...first, at: '2027-05-06T09:00:00.000Z' })).toBe('there-already');
    expect(await feed.put(second)).toBe('kept');
    expect(await feed.get(workspace, 'entry/1#2')).toEqual(first);
    expect(await feed.get(workspace, 'entry')).toBeUndefined();
    expect(await feed.list(workspace, 10)).toEqual([second, first]);
    expect(await feed.list(workspace, 1)).toEqual([second]);
    expect(await feed.list(asId<WorkspaceId>('auror'), 10)).toEqual([]);
  });
});
