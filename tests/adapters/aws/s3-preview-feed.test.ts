import { describe, expect, it } from 'vitest';
import { s3PreviewFeed } from '../../../functions/adapters/aws/s3-preview-feed.ts';
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import type { PreviewPost } from '../../../functions/ports.ts';
import { s3StandIn } from './s3-stand-in.ts';

const workspace = asId<WorkspaceId>('aurora');
const post = (id: string, at: string, of = workspace): PreviewPost => ({
  id,
  workspace: of,
  entry: asId<EntryId>('01JZX5N7T3V9QK2M4R6S8W0YBC'),
  account: 'aurora-instagram',
  channel: 'instagram',
  payload: { channel: 'instagram', format: 'feed', locale: 'el-GR', parts: [], media: [] },
  at,
});

const feedOf = async () => {
  const { s3, ...rest } = await s3StandIn();
  return { feed: s3PreviewFeed(s3, 'feed'), ...rest };
};

describe('the preview feed in S3', () => {
  it('keeps a post once', async () => {
    const { feed } = await feedOf();
    const first = post('entry/1#2', '2027-05-04T09:00:00.000Z');
    expect(await feed.put(first)).toBe('kept');
    expect(await feed.put({ ...first, at: '2027-05-04T09:05:00.000Z' })).toBe('there-already');
    expect(await feed.get(workspace, 'entry/1#2')).toEqual(first);
    expect(await feed.list(workspace, 10)).toEqual([first]);
  });

  it('lists the newest first, of one workspace, up to the limit', async () => {
    const { feed } = await feedOf();
    await feed.put(post('b', '2027-05-04T09:00:00.000Z'));
    await feed.put(post('c', '2027-05-04T09:00:00.001Z'));
    await feed.put(post('a', '2026-12-31T23:59:59.999Z'));
    await feed.put(post('d', '2027-06-01T00:00:00.000Z', asId<WorkspaceId>('aurora-bank')));
    expect((await feed.list(workspace, 10)).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect((await feed.list(workspace, 2)).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('lists a post whose first put was cut off half way, once it is put again', async () => {
    const { feed, objects } = await feedOf();
    const first = post('a', '2027-05-04T09:00:00.000Z');
    await feed.put(first);
    for (const key of objects.keys()) if (key.startsWith('newest/')) objects.delete(key);
    expect(await feed.list(workspace, 10)).toEqual([]);
    expect(await feed.put({ ...first, at: '2027-05-04T09:01:00.000Z' })).toBe('there-already');
    expect(await feed.list(workspace, 10)).toEqual([first]);
  });

  it('has nothing for a post that is not there', async () => {
    const { feed } = await feedOf();
    expect(await feed.get(workspace, 'a')).toBeUndefined();
    expect(await feed.list(workspace, 10)).toEqual([]);
  });

  it('says when S3 refuses', async () => {
    const { feed, failNext } = await feedOf();
    failNext(403, 'AccessDenied');
    await expect(feed.put(post('a', '2027-05-04T09:00:00.000Z'))).rejects.toThrow('AccessDenied');
  });
});
