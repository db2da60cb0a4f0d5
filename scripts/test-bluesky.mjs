/** Holds the Bluesky connector against a real Bluesky server on loopback, or says plainly why that cannot be done here. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const peer = join('tests', 'peers', 'bluesky-server');
/** The folder that holds `include/node` of the Node that runs: with it nothing is downloaded to compile against. */
const nodedir = dirname(dirname(process.execPath));

const skip = (why) => {
  console.log(`a real Bluesky server: skipped, ${why}`);
  process.exit(0);
};
const npm = (args) =>
  spawnSync('npm', args, {
    cwd: peer,
    encoding: 'utf8',
    env: { ...process.env, npm_config_build_from_source: 'true', npm_config_nodedir: nodedir },
  });

if (!existsSync(join(nodedir, 'include', 'node', 'node.h'))) skip('the headers of Node are not installed');
if (npm(['ci', '--ignore-scripts', '--no-audit']).status !== 0) skip('its packages cannot be installed');
if (npm(['rebuild', 'better-sqlite3']).status !== 0)
  skip('its database cannot be compiled (a C++ compiler and make)');

const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'tests/channels/connectors/bluesky-server.test.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CANTUS_BLUESKY_SERVER: join(peer, 'server.mjs') } },
);
process.exit(status ?? 1);
