/** What the embedded default keeps as files: media by their hash, posts of the preview feed once each. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile, replaceFile } from '../../../functions/adapters/local/keep-file.ts';
import { signingKeys } from '../../../functions/adapters/local/keys.ts';
import { localMedia } from '../../../functions/adapters/local/media.ts';
import { localPreviewFeed } from '../../../functions/adapters/local/preview-feed.ts';
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import type { PreviewPost } from '../../../functions/ports.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cantus-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const workspace = asId<WorkspaceId>('harbour-tea');
const postOf = (id: string, at: string, text = id): PreviewPost => ({
  id,
  workspace,
  entry: asId<EntryId>('01JAAAAAAAAAAAAAAAAAAAAAAA'),
  account: 'Harbour Tea',
  channel: 'facebook',
  at,
  payload: {
    channel: 'facebook',
    format: 'feed',
    locale: 'en-GB',
    parts: [{ field: 'message', text }],
    media: [],
  },
});

describe('the preview feed', () => {
  const feed = () => localPreviewFeed(join(folder, 'preview'));

  it('keeps a post once, whoever puts it again and at the same time', async () => {
    const puts = ['first', 'second', 'third'].map((text) =>
      feed().put(postOf('a', '2027-05-03T06:00:00Z', text)),
    );
    const outcomes = await Promise.all(puts);
    expect(outcomes.filter((one) => one === 'kept')).toHaveLength(1);
    const winner = ['first', 'second', 'third'][outcomes.indexOf('kept')];
    expect((await feed().get(workspace, 'a'))?.payload.parts[0]?.text).toBe(winner);
    expect(await feed().put(postOf('a', '2027-05-04T06:00:00Z', 'late'))).toBe('there-already');
    expect((await feed().get(workspace, 'a'))?.payload.parts[0]?.text).toBe(winner);
  });

  it('lists the newest first, so many at most, and leaves no temporary file', async () => {
    await feed().put(postOf('b', '2027-05-05T06:00:00Z'));
    await feed().put(postOf('c', '2027-05-04T06:00:00.500Z'));
    expect((await feed().list(workspace, 2)).map(({ id }) => id)).toEqual(['b', 'c']);
    expect((await readdir(join(folder, 'preview', workspace))).toSorted()).toEqual([
      'a.json',
      'b.json',
      'c.json',
    ]);
  });

  it('has nothing for a workspace that never published', async () => {
    const nobody = asId<WorkspaceId>('nobody');
    expect(await feed().list(nobody, 10)).toEqual([]);
    expect(await feed().get(nobody, 'a')).toBeUndefined();
  });

  it.each(['../a', 'a/b', '..', '.hidden', '', 'a\0b', 'x'.repeat(201)])(
    'refuses %j as a name',
    async (id) => {
      await expect(async () => feed().put(postOf(id, '2027-05-03T06:00:00Z'))).rejects.toThrow(TypeError);
      await expect(async () => feed().get(asId<WorkspaceId>(id), 'a')).rejects.toThrow(TypeError);
    },
  );
});

describe('media', () => {
  const media = () => localMedia(join(folder, 'media'));
  const bytes = new TextEncoder().encode('figs');

  it('are named by their SHA-256, and putting them again changes nothing', async () => {
    const { sha256 } = await media().put(bytes);
    expect(sha256).toBe('dd01cb2a56ceb62ecb205a3224da31a5dfcc89b0142ac504e071a47f1942be6e');
    expect(await media().put(bytes)).toEqual({ sha256 });
    expect(new Uint8Array((await media().get(sha256)) ?? [])).toEqual(bytes);
  });

  it.each(['0'.repeat(64), '../signing-key.json', ''])('have nothing under %j', async (name) => {
    expect(await media().get(name)).toBeUndefined();
  });
});

describe('files', () => {
  it('are for their owner alone', async () => {
    await keepFile(join(folder, 'kept'), 'x');
    await replaceFile(join(folder, 'token'), 'one');
    await replaceFile(join(folder, 'token'), 'two');
    await signingKeys(folder);
    const modes = ['kept', 'token', 'signing-key.json'].map(
      async (name) => (await stat(join(folder, name))).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o600, 0o600, 0o600]);
  });

  it('hold the same key pair for every start', async () => {
    const [first, second] = [await signingKeys(folder), await signingKeys(folder)];
    const signed = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      first.privateKey,
      new Uint8Array([1]),
    );
    expect(
      await crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        second.publicKey,
        signed,
        new Uint8Array([1]),
      ),
    ).toBe(true);
  });
});
