/** Bundles the programs of `tests/chaos` and runs them; arguments go to `tests/chaos/main.ts`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import bundles from '../rolldown.config.js';
import { compileSchemas } from './compile-schemas.mjs';

const dir = join(import.meta.dirname, '../node_modules/.cache/chaos');
const input = Object.fromEntries(['main', 'server', 'provider'].map((one) => [one, `tests/chaos/${one}.ts`]));

await compileSchemas();
const [home] = bundles;
await build({ ...home, input, logLevel: 'warn', output: { dir, format: 'esm', sourcemap: true } });
await import(pathToFileURL(join(dir, 'main.js')).href);
