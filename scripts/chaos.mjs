/** Bundles the programs of `tests/chaos` and runs them; arguments go to `tests/chaos/main.ts`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildChaosPrograms } from './chaos-programs.mjs';
import { compileSchemas } from './compile-schemas.mjs';

const dir = join(import.meta.dirname, '../node_modules/.cache/chaos');

await compileSchemas();
await buildChaosPrograms(dir, ['main', 'server', 'provider']);
await import(pathToFileURL(join(dir, 'main.js')).href);
