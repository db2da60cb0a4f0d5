/** The brand guide that judges: the one named, the one in this folder, or none. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runnableGuide } from '../brand-guide/engine/runnable-guide.ts';
import type { RunnableGuide } from '../brand-guide/engine/runnable-guide.ts';
import { neutralGuide } from '../brand-guide/guides/neutral.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { gatherBases } from './base-files.ts';
import { readSource } from './input.ts';
import { refuseDocument } from './document-problems.ts';
import type { Terminal } from './terminal.ts';

const IN_FOLDER = ['guide.yaml', 'guide.yml', 'guide.json'];

/** With the files that it extends. @throws Refused `invalid-input` for a file that cannot be read. */
export async function loadGuideFile(terminal: Terminal, name: string): Promise<RunnableGuide> {
  const { text } = await readSource(terminal, name);
  return runnableGuide(text, { name, bases: await gatherBases(terminal, { name, source: text }) });
}

/** As `readGuide`, ready to be compiled, with the names of the guides that it was made of. */
async function readLayeredGuide(
  terminal: Terminal,
  name: string,
): Promise<RunnableGuide & { readonly ok: true }> {
  const loaded = await loadGuideFile(terminal, name);
  if (!loaded.ok) throw refuseDocument(name, loaded.problems, `cantus guide check ${name} lists them`);
  return loaded;
}

/** @throws Refused `invalid-input` for a file that cannot be read, or is no guide: with path, line and column. */
export async function readGuide(terminal: Terminal, name: string): Promise<Guide> {
  return (await readLayeredGuide(terminal, name)).guide;
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
  /** The guides that it was made of, the most basic first. */
  readonly from: readonly string[];
  /** Says on standard error which guide it is, where none was named: once the rest of the input is read. */
  readonly announce: () => void;
}

/** @throws as `readGuide`. */
export async function openGuide(terminal: Terminal, named: string | undefined): Promise<OpenedGuide> {
  if (named !== undefined) return { ...(await readLayeredGuide(terminal, named)), announce: () => undefined };
  const found = await guideInFolder(terminal.folder);
  const line = found === undefined ? 'No guide given: neutral phrases, no brand rules.' : `Guide: ${found}`;
  const opened =
    found === undefined
      ? { guide: neutralGuide, from: ['cantus:neutral'] }
      : await readLayeredGuide(terminal, found);
  return { ...opened, announce: () => terminal.say(terminal.paintTalk.dim(line)) };
}
