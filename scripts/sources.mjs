/** The project's own source files, as git knows them, those not yet added included. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const LISTED = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];

/** Paths from the project's root, sorted. */
export const sources = (folders, pattern) =>
  execFileSync('git', [...LISTED, '--', ...folders], { encoding: 'utf8' })
    .split('\0')
    .filter((path) => pattern.test(path) && existsSync(path))
    .toSorted();
