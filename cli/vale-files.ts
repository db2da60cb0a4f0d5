/** Reads what a Vale configuration names: its styles, its vocabularies, its dictionaries and word lists. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Configuration } from '../brand-guide/vale/configuration.ts';
import type { Fault, TextFile } from '../brand-guide/vale/types.ts';
import { readWords } from '../brand-guide/vale/vocabulary.ts';
import type { ProjectWords } from '../brand-guide/vale/vocabulary.ts';

/** The folders in which styles are looked for, the configuration's own first. */
export function stylesFolders({ path, stylesPaths }: Configuration, folder: string): string[] {
  const beside = dirname(resolve(folder, path));
  return stylesPaths.map((one) => resolve(beside, one));
}

async function filesUnder(folder: string, patterns: readonly string[]): Promise<string[]> {
  const found = await glob([...patterns], { cwd: folder, dot: false, absolute: true, onlyFiles: true });
  return found.toSorted();
}

/** Rule files of the styles named, by their paths from the styles folder; faults name them as they lie. */
export async function readStyles(folders: readonly string[], styles: Iterable<string>): Promise<TextFile[]> {
  const names = [...styles];
  const files: TextFile[] = [];
  for (const folder of folders) {
    const present = names.filter((name) => existsSync(join(folder, name)));
    if (present.length === 0) continue;
    const patterns = present.map((name) => `${name.replaceAll(/[[\](){}*?!]/gu, String.raw`\$&`)}/**/*.yml`);
    for (const path of await filesUnder(folder, patterns)) {
      const text = await readFile(path, 'utf8');
      files.push({ path: relative(folder, path).split(sep).join('/'), text });
    }
  }
  return files;
}

/** A vocabulary lies under `config/vocabularies`, or under `Vocab` as it did before Vale 3. */
function vocabularyFolder(folders: readonly string[], name: string): string | undefined {
  return folders
    .flatMap((folder) => [join(folder, 'config', 'vocabularies', name), join(folder, 'Vocab', name)])
    .find((folder) => existsSync(folder));
}

export async function readVocabularies(
  { path, vocabularies }: Configuration,
  folders: readonly string[],
): Promise<{ readonly words: ProjectWords; readonly faults: readonly Fault[] }> {
  const accepted: string[] = [];
  const rejected: string[] = [];
  const faults: Fault[] = [];
  for (const name of vocabularies) {
    const folder = vocabularyFolder(folders, name);
    if (folder === undefined) {
      faults.push({ path, line: 1, column: 1, message: `no vocabulary '${name}' under StylesPath` });
      continue;
    }
    for (const file of await filesUnder(folder, ['**/accept.txt', '**/reject.txt'])) {
      const list = file.endsWith('accept.txt') ? accepted : rejected;
      list.push(...readWords(await readFile(file, 'utf8')));
    }
  }
  return { words: { accepted, rejected }, faults };
}

/** The lists under `config/ignore`, by every name a spelling rule may give them. */
export async function readWordLists(
  folders: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = new Map<string, readonly string[]>();
  for (const folder of folders) {
    for (const path of await filesUnder(folder, ['config/ignore/**/*.txt', '*/*.txt'])) {
      const words = readWords(await readFile(path, 'utf8'));
      const name = relative(folder, path).split(sep).join('/');
      for (const one of [name, name.replace(/^config\/ignore\//u, '')])
        if (!lists.has(one)) lists.set(one, words);
    }
  }
  return lists;
}
