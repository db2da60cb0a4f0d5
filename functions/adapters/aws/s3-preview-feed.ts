/** The preview feed in S3: one object a post, and a second that holds its id and whose name sorts the newest first. */
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { WorkspaceId } from '../../core/ids.ts';
import type { PreviewFeed, PreviewPost } from '../../ports.ts';
import { unlessThere } from './unless-there.ts';

/** Past every instant that a thirteen-digit count of milliseconds can name. */
const END_OF_TIME = 10 ** 13 - 1;

const name = encodeURIComponent;
const postKey = (workspace: WorkspaceId, id: string): string => `posts/${name(workspace)}/${name(id)}.json`;
const timesOf = (workspace: WorkspaceId): string => `newest/${name(workspace)}/`;

const timeKey = ({ workspace, id, at }: PreviewPost): string => {
  const before = String(END_OF_TIME - Date.parse(at)).padStart(13, '0');
  return `${timesOf(workspace)}${before}/${name(id)}`;
};

const idIn = (key: string): string => decodeURIComponent(key.slice(key.lastIndexOf('/') + 1));

async function read(s3: S3Client, bucket: string, key: string): Promise<PreviewPost | undefined> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = await Body?.transformToString();
    return text === undefined ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

export function s3PreviewFeed(s3: S3Client, bucket: string): PreviewFeed {
  const put = (key: string, rest: { Body: string; ContentType?: string; IfNoneMatch?: string }) =>
    s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, ...rest }));
  const get = (workspace: WorkspaceId, id: string) => read(s3, bucket, postKey(workspace, id));
  return {
    get,
    async put(post) {
      const object = { Body: JSON.stringify(post), ContentType: 'application/json', IfNoneMatch: '*' };
      const came = await unlessThere(() => put(postKey(post.workspace, post.id), object));
      // A crash may have come between the two objects: the second is written again, under the time of the post that was kept.
      const kept = came === 'kept' ? post : ((await get(post.workspace, post.id)) ?? post);
      await put(timeKey(kept), { Body: kept.id });
      return came;
    },
    async list(workspace, limit) {
      const { Contents = [] } = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: timesOf(workspace), MaxKeys: limit }),
      );
      const posts = await Promise.all(Contents.map(({ Key = '' }) => get(workspace, idIn(Key))));
      return posts.filter((post) => post !== undefined);
    },
  };
}
