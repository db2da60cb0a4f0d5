/** Prints what a page loads of the built linter, gzipped: the core, and each chunk that a guide, place or channel adds. */
import { fileURLToPath } from 'node:url';
import { pageSizes } from './page-sizes.mjs';

const folder = fileURLToPath(new URL('../dist/browser', import.meta.url));
const { core, lazy } = pageSizes(folder);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

console.log(`${kilobytes(core)}  core, in every page`);
for (const { name, bytes } of lazy) console.log(`${kilobytes(bytes)}  ${name}`);
