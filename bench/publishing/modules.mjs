/** The local server and what the proof by kills does with it, bundled from their sources. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import bundles from '../../rolldown.config.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIR = join(ROOT, 'node_modules/.cache/bench-publishing');
const ENTRIES = {
  local: 'functions/local.ts',
  drain: 'functions/use-cases/publishing/drain.ts',
  rows: 'functions/use-cases/rows.ts',
  keys: 'functions/core/keys.ts',
  tenant: 'functions/core/tenant.ts',
  instant: 'functions/core/instant.ts',
  tea: 'tests/chaos/tea.ts',
  child: 'tests/chaos/child.ts',
};

export const PROVIDER = join(DIR, 'provider.js');

export async function bundled() {
  const [home] = bundles;
  const input = { ...ENTRIES, provider: 'tests/chaos/provider.ts' };
  await build({ ...home, cwd: ROOT, input, logLevel: 'silent', output: { dir: DIR, format: 'esm' } });
  const loaded = await Promise.all(
    Object.keys(ENTRIES).map((name) => import(pathToFileURL(join(DIR, `${name}.js`)).href)),
  );
  return Object.assign({}, ...loaded);
}
