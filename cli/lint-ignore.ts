/** Reads what the `.gitignore` of a folder leaves out, as patterns from that folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from './input.ts';

/** A line that takes something back in (`!kept.md`) is left out: it would need the order of all lines. */
function patternsOf(line: string): string[] {
  const pattern = line.replace(/(?<!\\)\s+$/u, '');
  if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('!')) return [];
  const whole = pattern.replace(/\/$/u, '').replaceAll(/[(){}|+@]/gu, String.raw`\$&`);
  const rooted = whole.includes('/') ? whole.replace(/^\//u, '') : `**/${whole}`;
  return pattern.endsWith('/') ? [`${rooted}/**`] : [rooted, `${rooted}/**`];
}

export async function ignoredIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readFile(join(folder, '.gitignore'), 'utf8')).split(/\r?\n/u).flatMap(patternsOf);
  } catch (error) {
    if (fileFault(error) === undefined) throw error;
    return [];
  }
}
