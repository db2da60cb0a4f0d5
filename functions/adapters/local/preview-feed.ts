/** The preview feed on disk: one JSON file a post, never written twice. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceId } from '../../core/ids.ts';
import type { PreviewFeed, PreviewPost } from '../../ports.ts';
import { isMissing, keepFile } from './keep-file.ts';

/** No separator and no leading dot, so a name never leaves its folder nor hides in it. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/u;

const named = (name: string): string => {
  if (!NAME.test(name)) throw new TypeError(`${JSON.stringify(name)} cannot name a file of the preview feed`);
  return name;
};

const read = async (path: string): Promise<PreviewPost | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json') && NAME.test(name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

export const localPreviewFeed = (folder: string): PreviewFeed => {
  const of = (workspace: WorkspaceId): string => join(folder, named(workspace));
  const fileOf = (workspace: WorkspaceId, id: string): string => join(of(workspace), `${named(id)}.json`);
  return {
    put: (post) => keepFile(fileOf(post.workspace, post.id), `${JSON.stringify(post, null, 2)}\n`),
    get: (workspace, id) => read(fileOf(workspace, id)),
    async list(workspace, limit) {
      const names = await namesIn(of(workspace));
      const posts = await Promise.all(names.map((name) => read(join(of(workspace), name))));
      return posts
        .filter((post) => post !== undefined)
        .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .slice(0, limit);
    },
  };
};
