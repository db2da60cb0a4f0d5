/** Holds the AWS adapters against moto on loopback, which others wrote, or says plainly why that cannot be done here. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const peer = join('tests', 'peers', 'aws-server');
const requirements = join(peer, 'requirements.txt');
const home = join('node_modules', '.cache', 'aws-server');
const bin = join(home, process.platform === 'win32' ? 'Scripts' : 'bin');
const python = join(bin, 'python');
/** Says for which requirements the home was filled. */
const filled = join(home, 'requirements.txt');
const BEGINS_WITHIN_SECONDS = 60;

const skip = (why) => {
  console.log(`another's AWS: skipped, ${why}`);
  process.exit(0);
};
const run = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).status === 0;
const isFilled = () =>
  existsSync(filled) && readFileSync(filled, 'utf8') === readFileSync(requirements, 'utf8');

function install() {
  const found = ['python3', 'python'].find((name) =>
    run(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']),
  );
  if (found === undefined) skip('there is no Python 3.10 or later');
  rmSync(home, { recursive: true, force: true });
  if (!run(found, ['-m', 'venv', home])) skip('Python cannot make a virtual environment (python3-venv)');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  if (!run(python, [...pip, '--requirement', requirements])) skip('its packages cannot be installed');
  writeFileSync(filled, readFileSync(requirements, 'utf8'));
}

/** The port that the server says, or undefined when it says none. */
const portOf = (server) =>
  new Promise((found) => {
    const late = setTimeout(() => found(undefined), BEGINS_WITHIN_SECONDS * 1000);
    const first = (line) => {
      clearTimeout(late);
      found(line);
    };
    createInterface({ input: server.stdout }).once('line', first);
    server.once('exit', () => first(undefined));
  });

const test = (endpoint) =>
  new Promise((ended) => {
    spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', 'tests/adapters/aws-endpoint', ...process.argv.slice(2)],
      { stdio: 'inherit', env: { ...process.env, CANTUS_AWS_ENDPOINT: endpoint } },
    ).once('exit', (status) => ended(status ?? 1));
  });

if (!isFilled()) install();
const server = spawn(python, ['-B', join(peer, 'server.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
const port = await portOf(server);
if (port === undefined) console.error('moto does not start');
const status = port === undefined ? 1 : await test(`http://127.0.0.1:${port}`);
server.kill();
process.exit(status);
