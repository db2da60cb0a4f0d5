/** Fails on a source file past 250 lines and names those past 150; data is not counted. */
import { readFileSync } from 'node:fs';
import { sources } from './sources.mjs';

const NEVER_PAST = 250;
const RARELY_PAST = 150;

const files = sources(['.'], /\.(?:ts|js|mjs)$/u).map((path) => ({
  path,
  lines: readFileSync(path, 'utf8').trimEnd().split('\n').length,
}));
const tooLong = files.filter(({ lines }) => lines > NEVER_PAST);
const long = files.filter(({ lines }) => lines > RARELY_PAST && lines <= NEVER_PAST);

for (const { path, lines } of long)
  console.log(`sizes: ${path} has ${lines} lines, rarely past ${RARELY_PAST}`);
for (const { path, lines } of tooLong) console.error(`${path} has ${lines} lines, never past ${NEVER_PAST}`);
if (tooLong.length > 0) process.exitCode = 1;
else console.log(`sizes: ${files.length} files, none past ${NEVER_PAST} lines`);
