/** Finds the files that a person named: files, folders, globs, `!` for what to leave out, and `-`. */
import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import { kindOfFile } from '../brand-guide/markup/document.ts';
import { Refused } from '../functions/core/errors.ts';
import { fileFault } from './input.ts';
import { ignoredIn } from './lint-ignore.ts';
import type { LintInput } from './lint-source.ts';
import type { Terminal } from './terminal.ts';

const NEVER = ['**/node_modules/**'];

export interface LintInputs {
  /** In the order in which they were named; a folder's and a glob's by name. */
  readonly inputs: readonly LintInput[];
  /** Lines on what was named and is not there. */
  readonly faults: readonly string[];
}

async function isFolder(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (fileFault(error) === undefined) throw error;
    return undefined;
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Links to folders are not followed, so that none leads round in a circle. */
async function search(
  cwd: string,
  patterns: readonly string[],
  ignore: readonly string[],
): Promise<string[]> {
  const found = await glob(patterns, {
    cwd,
    ignore: [...NEVER, ...ignore],
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.toSorted(byName);
}

async function inFolder(folder: string, named: string): Promise<string[]> {
  const all = await search(folder, ['**/*'], await ignoredIn(folder));
  return all.filter((name) => kindOfFile(name) !== undefined).map((name) => join(named, name));
}

/** A pattern that says no extension finds only what is known to be text. */
async function byPattern(folder: string, pattern: string): Promise<string[]> {
  const found = await search(folder, [pattern], []);
  return /\.[^*?/]+$/u.test(pattern) ? found : found.filter((name) => kindOfFile(name) !== undefined);
}

async function filesOf({ folder }: Terminal, named: string): Promise<readonly string[] | string> {
  const path = resolve(folder, named);
  const there = await isFolder(path);
  if (there === false) return [named];
  try {
    const found = there ? await inFolder(path, named) : await byPattern(folder, named);
    if (found.length > 0) return found;
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    return `${named}: ${why}`;
  }
  if (there) return `${named}: no .md, .markdown, .html, .htm or .txt file in this folder`;
  // Reading it says why it is not there.
  return isDynamicPattern(named) ? `${named}: matches no file` : [named];
}

function leftOut(folder: string, patterns: readonly string[]): (path: string) => boolean {
  const matches = picomatch([...patterns], { dot: true });
  return (path) => matches(relative(folder, resolve(folder, path)).split(sep).join('/'));
}

/** @throws Refused `invalid-input` where only what to leave out is named. */
export async function findInputs(
  terminal: Terminal,
  named: readonly string[],
  stdinName: string | undefined,
): Promise<LintInputs> {
  const without = named.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const wanted = named.filter((one) => !one.startsWith('!'));
  if (wanted.length === 0)
    throw new Refused('invalid-input', `only what to leave out is named: !${without.join(' !')}`);
  const isLeftOut = leftOut(terminal.folder, without);
  const faults: string[] = [];
  const inputs = new Map<string, LintInput>();
  for (const one of wanted) {
    if (one === '-') inputs.set('-', { path: '-', name: stdinName ?? '-' });
    const found = one === '-' ? [] : await filesOf(terminal, one);
    if (typeof found === 'string') faults.push(found);
    else
      for (const path of found) {
        const key = resolve(terminal.folder, path);
        if (!isLeftOut(path) && !inputs.has(key)) inputs.set(key, { path, name: path });
      }
  }
  return { inputs: [...inputs.values()], faults };
}
