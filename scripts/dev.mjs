/** Bundles on every change and starts the server anew with it; arguments go to `cantus serve`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'rolldown';
import bundles from '../rolldown.config.js';
import { compileSchemas } from './compile-schemas.mjs';

const SERVE = ['--enable-source-maps', 'dist/cantus.js', 'serve', '--example', 'when-new'];

let server;

async function restart() {
  if (server?.exitCode === null && server.kill()) await once(server, 'exit');
  server = spawn(process.execPath, [...SERVE, ...process.argv.slice(2)], { stdio: 'inherit' });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
process.once('exit', () => server?.kill());

await compileSchemas();
const [home] = bundles;
let turn = Promise.resolve();
watch(home).on('event', (event) => {
  if (event.code === 'BUNDLE_END') turn = turn.then(() => event.result.close());
  if (event.code === 'END') turn = turn.then(restart);
  if (event.code === 'ERROR') console.error(event.error.message);
});
