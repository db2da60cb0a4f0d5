/** Bundles a TypeScript entry so that a child process runs it with plain Node, on every Node that the product supports. */
import { mkdir } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside node_modules, so that packages resolve from there. */
const cache = join(root, 'node_modules', '.cache', 'cantus');

const isPackage = (id: string): boolean => !id.startsWith('.') && !isAbsolute(id);

/** @returns the path of the bundle, which Node can run; `entry` is an absolute path or a file URL. */
export const bundle = async (entry: string | URL): Promise<string> => {
  const input = entry instanceof URL ? fileURLToPath(entry) : entry;
  const file = join(cache, `${basename(input, '.ts')}-${process.pid}.mjs`);
  await mkdir(cache, { recursive: true });
  const build = await rolldown({ input, platform: 'node', external: isPackage });
  await build.write({ file, format: 'esm', sourcemap: 'inline' });
  await build.close();
  return file;
};
