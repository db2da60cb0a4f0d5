/** A whole process from its start to its exit: wall time and peak memory of linting one file. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guideOf } from '../cantus.mjs';
import { figure, quantile, table } from '../measure.mjs';
import { peers } from '../peers/registry.mjs';
import { prose } from '../prose.mjs';

const CANTUS = fileURLToPath(new URL('../../dist/cantus.js', import.meta.url));
const RUNS = 5;
const LENGTH = 20_000;
/** Prints the peak resident set, in kilobytes, as the process ends. */
const PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak="+process.resourceUsage().maxRSS))';

function once(args, env = {}) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', PEAK, ...args], { env: { ...process.env, ...env } });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', () =>
      resolve({ taken: performance.now() - start, peak: Number(/peak=(\d+)/u.exec(said)?.[1]) / 1024 }),
    );
  });
}

async function measured(args) {
  await once(args);
  const runs = [];
  for (let at = 0; at < RUNS; at++) runs.push(await once(args));
  return [
    quantile(
      runs.map((one) => one.taken),
      0.5,
    ),
    quantile(
      runs.map((one) => one.peak),
      0.5,
    ),
  ];
}

export async function coldProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'cantus-bench-'));
  const text = join(folder, 'text.txt');
  await writeFile(text, prose(LENGTH));
  const rows = [];
  for (const peer of peers.filter((one) => one.command)) {
    const guide = join(folder, `${peer.name}.json`);
    await writeFile(guide, JSON.stringify(guideOf(peer.terms, peer.voice)));
    const [ours, ourPeak] = await measured([CANTUS, 'lint', text, '--guide', guide]);
    const [theirs, theirPeak] = await measured(peer.command(text));
    rows.push([
      peer.name,
      figure(ours),
      figure(theirs),
      `${figure(theirs / ours)}×`,
      figure(ourPeak),
      figure(theirPeak),
    ]);
  }
  await rm(folder, { recursive: true });
  return table(['peer', 'Cantus ms', 'peer ms', 'ratio', 'Cantus MB', 'peer MB'], rows);
}
