/** The brand guide that judges: the one named, the one in this folder, or none. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { neutralGuide } from '../brand-guide/guides/neutral.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { loadGuide } from '../brand-guide/schema/load.ts';
import { readSource } from './input.ts';
import { refuseDocument } from './document-problems.ts';
import type { Terminal } from './terminal.ts';

const IN_FOLDER = ['guide.yaml', 'guide.yml', 'guide.json'];

/** @throws Refused `invalid-input` for a file that cannot be read, or is no guide: with path, line and column. */
export async function readGuide(terminal: Terminal, name: string): Promise<Guide> {
  const loaded = loadGuide((await readSource(terminal, name)).text);
  if (!loaded.ok) throw refuseDocument(name, loaded.problems, `cantus guide check ${name} lists them`);
  return loaded.guide;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function guideInFolder(folder: string): Promise<string | undefined> {
  for (const name of IN_FOLDER) if (await isThere(resolve(folder, name))) return name;
  return undefined;
}

export interface OpenedGuide {
  readonly guide: Guide;
  /** Says on standard error which guide it is, where none was named: once the rest of the input is read. */
  readonly announce: () => void;
}

/** @throws as `readGuide`. */
export async function openGuide(terminal: Terminal, named: string | undefined): Promise<OpenedGuide> {
  if (named !== undefined) return { guide: await readGuide(terminal, named), announce: () => undefined };
  const found = await guideInFolder(terminal.folder);
  const line = found === undefined ? 'No guide given: neutral phrases, no brand rules.' : `Guide: ${found}`;
  return {
    guide: found === undefined ? neutralGuide : await readGuide(terminal, found),
    announce: () => terminal.say(terminal.paintTalk.dim(line)),
  };
}
