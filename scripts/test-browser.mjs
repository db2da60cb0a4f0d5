/** Runs the tables of rules and facts in Chromium against the page's bundle, or says plainly that there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromium = process.env['CANTUS_CHROMIUM'] ?? PLACES.find((path) => existsSync(path));

if (chromium === undefined) {
  console.log('browser tests: skipped, no Chromium is installed (CANTUS_CHROMIUM may say where one is)');
} else {
  const run = (file, args) => {
    const { status } = spawnSync(process.execPath, [file, ...args], {
      stdio: 'inherit',
      env: { ...process.env, CANTUS_CHROMIUM: chromium },
    });
    if (status !== 0) process.exit(status ?? 1);
  };
  run('node_modules/rolldown/bin/cli.mjs', ['--config', '--logLevel', 'warn']);
  run('node_modules/vitest/vitest.mjs', [
    'run',
    '--config',
    'vitest.browser.config.ts',
    '--tags-filter=!growth',
    ...process.argv.slice(2),
  ]);
}
