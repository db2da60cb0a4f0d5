/** Fails where code outside the homes reads the clock; the linter refuses the other effects. */
import { readFileSync } from 'node:fs';
import { clockReads } from './purity.mjs';
import { sources } from './sources.mjs';

const EFFECTFUL = /^functions\/(?:adapters|handlers)\/|^functions\/local\.ts$/u;

const files = sources(['brand-guide', 'functions'], /\.ts$/u).filter((path) => !EFFECTFUL.test(path));
const found = files.flatMap((path) =>
  clockReads(path, readFileSync(path, 'utf8')).map(
    (line) => `${path}:${line} reads the clock; take it from Clock`,
  ),
);
for (const problem of found) console.error(problem);
if (found.length > 0) process.exitCode = 1;
else console.log(`purity: ${files.length} files outside adapters, none reads the clock`);
