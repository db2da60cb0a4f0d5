/**
 * Times and weighs one work in a process of its own, so that its first run is cold and its memory nobody else's.
 * A file of works exports `works`: by name, what makes a work ready and gives `{ run, what, characters? }`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { figure, quantile, timed } from './measure.mjs';

/** Before so many runs the engine still compiles what it runs. */
const RUNS = { warm: 200, measured: 100 };
const MEGABYTE = 2 ** 20;
const KILOBYTE = 1024;

/** The heads of what `cells` gives; where others share the machine, the processor's time says more than the clock's. */
export const HEADS = ['cold ms', 'p50 ms', 'p95 ms', 'p50 CPU ms', 'heap kept MB', 'peak resident MB'];

/** Figures of a work, in the order of the heads. */
export const cells = ({ cold, p50, p95, cpu, kept, peak }) => [cold, p50, p95, cpu, kept, peak].map(figure);

/** What the heap holds more than before, all that is garbage collected; at least nothing. */
const keptSince = (before) => {
  globalThis.gc();
  return Math.max(0, process.memoryUsage().heapUsed - before) / MEGABYTE;
};

/** Milliseconds of processor that a run takes, the collector's and the compiler's among them. */
function busyFor(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measure(file, name) {
  const { works } = await import(file);
  const { run, ...about } = await works[name]();
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const [cold] = await timed(run, 1);
  await timed(run, RUNS.warm);
  const busy = [];
  const taken = await timed(() => busy.push(busyFor(run)), RUNS.measured);
  const peak = process.resourceUsage().maxRSS / KILOBYTE;
  return {
    ...about,
    cold,
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    cpu: quantile(busy, 0.5),
    kept: keptSince(before),
    peak,
  };
}

/** Runs a work of the file in another process; rejects where that fails. */
export function alone(file, name) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), file, name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`${name} ended with ${code}`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(await measure(process.argv[2], process.argv[3])));
