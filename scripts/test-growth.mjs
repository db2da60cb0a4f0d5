/** Measures how time grows: the files that do, each in a worker of its own, whose engine still has room for patterns. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const measuring = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `tests/${path}`)
  .filter((path) => readFileSync(path, 'utf8').includes('/support/slowdown.ts'));

const options = ['run', '--tags-filter=growth', '--isolate', '--max-workers=1'];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', ...options, ...measuring, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
