/** Bundles on every change and restarts the server with it; arguments go to `cantus serve`. */
import { spawn } from 'node:child_process';

const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit' });

const bundler = run('node_modules/rolldown/bin/cli.mjs', '--config', '--watch', '--logLevel', 'warn');
const server = run('--watch', '--enable-source-maps', 'dist/cantus.js', 'serve', ...process.argv.slice(2));

server.on('exit', () => bundler.kill());
bundler.on('exit', () => server.kill());
