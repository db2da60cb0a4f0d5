/** Reads the files that a guide extends, so that it can be laid over them. */
import { dirname, isAbsolute, join } from 'node:path';
import { BUILT_IN, extendsIn } from '../brand-guide/schema/load.ts';
import type { FindBase, GuideFile } from '../brand-guide/schema/load.ts';
import { Refused } from '../functions/core/errors.ts';
import { readSource } from './input.ts';
import type { Terminal } from './terminal.ts';

const MOST = 50;

/** Relative to the file that names it; a guide from standard input names them from this folder. */
function pathOf(entry: string, from: string): string {
  return from === '-' || isAbsolute(entry) ? entry : join(dirname(from), entry);
}

/** The file's text, or why it cannot be read. */
async function readBase(terminal: Terminal, path: string): Promise<GuideFile | string> {
  try {
    return { name: path, source: (await readSource(terminal, path)).text };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.message.replace(`${path}: `, '');
  }
}

/** Every file below a guide, read once each. */
export async function gatherBases(terminal: Terminal, guide: GuideFile): Promise<FindBase> {
  const read = new Map<string, GuideFile | string>();
  const follow = async ({ name, source }: GuideFile): Promise<void> => {
    for (const entry of extendsIn(source)) {
      const path = pathOf(entry, name);
      if (Object.hasOwn(BUILT_IN, entry) || read.has(path) || read.size > MOST) continue;
      const base = await readBase(terminal, path);
      read.set(path, base);
      if (typeof base !== 'string') await follow(base);
    }
  };
  await follow(guide);
  return (entry, from) => read.get(pathOf(entry, from)) ?? 'was not read';
}
