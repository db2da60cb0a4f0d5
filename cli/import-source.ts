/** Reads what is imported into a guide: tells its kind, and hands it to its reader. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { importBrandYml } from '../brand-guide/import/brand-yml.ts';
import { importDesignTokens } from '../brand-guide/import/design-tokens.ts';
import type { Imported, ImportResult } from '../brand-guide/import/imported.ts';
import { importValeStyle } from '../brand-guide/import/vale.ts';
import { Refused } from '../functions/core/errors.ts';
import { refuseDocument } from './document-problems.ts';
import { fileFault, readSource, shown } from './input.ts';
import type { Terminal } from './terminal.ts';

export const IMPORT_KINDS = ['vale', 'brand-yml', 'dtcg'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

async function isFolder({ folder }: Terminal, name: string): Promise<boolean> {
  if (name === '-') return false;
  try {
    return (await stat(resolve(folder, name))).isDirectory();
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${name}: ${why}`);
  }
}

/** By its name, else by what it says. */
function kindOf(name: string, text: string): ImportKind | undefined {
  const file = basename(name);
  if (/^_?brand[.-](?:ya?ml|.*\.ya?ml)$/u.test(file)) return 'brand-yml';
  if (/\.tokens(?:\.json)?$/u.test(file) || /"?\$(?:value|type)"?\s*:/u.test(text)) return 'dtcg';
  if (/^["']?(?:meta|color|typography|logo)["']?\s*:/mu.test(text)) return 'brand-yml';
  return undefined;
}

function readDocument(kind: ImportKind | undefined, name: string, text: string): ImportResult {
  if (kind === 'dtcg') return importDesignTokens(text);
  if (kind === 'brand-yml') return importBrandYml(text);
  throw new Refused(
    'invalid-input',
    kind === 'vale'
      ? `${shown(name)}: is a file, expected the folder of a Vale style`
      : `${shown(name)}: is neither a Vale style's folder, nor brand.yml, nor design tokens; say which by --from`,
  );
}

export interface ImportedSource extends Imported {
  /** A place is told by it, where a problem names no file of its own. */
  readonly name: string;
}

const OF_STYLE = /\.ya?ml$|(?:^|[/\\])accept\.txt$/u;

/** A style's own folder, or one that holds styles; paths begin with the style's name. */
async function importFolder(terminal: Terminal, name: string): Promise<ImportedSource> {
  const folder = resolve(terminal.folder, name);
  const inside = (await readdir(folder, { recursive: true }))
    .filter((path) => OF_STYLE.test(path))
    .toSorted();
  const isStyle = inside.some((path) => !/[/\\]/u.test(path));
  const read = async (path: string) => {
    const { text } = await readSource(terminal, join(name, path));
    return { path: (isStyle ? join(basename(folder), path) : path).replaceAll('\\', '/'), text };
  };
  const { rules, vocabulary, carried, notCarried } = importValeStyle(await Promise.all(inside.map(read)));
  const placed = notCarried.map(({ path, line, column, why }) => {
    const file = isStyle ? join(name, path.slice(path.indexOf('/') + 1)) : join(name, path);
    return { file, path: '', line, column, message: why };
  });
  if (carried.length === 0) {
    const message = 'holds no rules, expected a Vale style: `.yml` files that each have `extends`';
    throw refuseDocument(name, placed.length > 0 ? placed : [{ path: '', message }]);
  }
  return { ok: true, name, sections: { rules, ...(vocabulary && { vocabulary }) }, notCarried: placed };
}

/** @throws Refused `invalid-input` for what cannot be read, with its place. */
export async function readImport(
  terminal: Terminal,
  name: string,
  kind: ImportKind | undefined,
): Promise<ImportedSource> {
  const isStyle = await isFolder(terminal, name);
  if (isStyle && (kind ?? 'vale') === 'vale') return importFolder(terminal, name);
  const { text } = await readSource(terminal, name);
  const imported = readDocument(kind ?? kindOf(name, text), name, text);
  if (!imported.ok) throw refuseDocument(name, imported.problems);
  return { ...imported, name };
}
