/**
 * `cantus lint --vale` beside Vale itself: the same styles over the same prose, both as commands on one core.
 * CANTUS_VALE is the binary, CANTUS_STYLES a folder of style folders.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, quantile, table } from '../measure.mjs';
import { prose } from '../prose.mjs';

const CANTUS = fileURLToPath(new URL('../../dist/cantus.js', import.meta.url));
const LENGTH = 2_000_000;
const RUNS = 3;
/** Vale's goroutines share one core, as the other's thread has one. */
const ONE_CORE = { ...process.env, GOMAXPROCS: '1' };

function stylesIn(folder) {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => !one.isFile());
  return folders.flatMap(({ name }) => {
    const rules = readdirSync(join(folder, name)).filter((file) => file.endsWith('.yml'));
    return rules.length > 0 ? [{ name, rules: rules.length }] : [];
  });
}

function run(command, args, cwd) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: ONE_CORE,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const taken = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${command}: status ${status}\n${stderr}`);
  return { taken, lines: stdout.split('\n').filter((line) => line !== '').length };
}

const median = (runs) => quantile(runs, 0.5);

/** What the text takes beyond an empty one, in turns, so that both meet the same machine. */
function compared(sides, cwd) {
  const taken = sides.map(() => ({ empty: [], full: [], lines: 0 }));
  for (let at = 0; at < RUNS; at++)
    for (const [side, { command, args }] of sides.entries()) {
      taken[side].empty.push(run(command, [...args, 'empty.txt'], cwd).taken);
      const full = run(command, [...args, 'prose.txt'], cwd);
      taken[side].full.push(full.taken);
      taken[side].lines = full.lines;
    }
  return taken.map(({ empty, full, lines }) => ({
    start: median(empty),
    rest: median(full) - median(empty),
    lines,
  }));
}

export async function besideVale() {
  const { CANTUS_VALE: vale, CANTUS_STYLES: folder } = process.env;
  if (!vale || !folder)
    return 'Skipped: CANTUS_VALE says where Vale is, CANTUS_STYLES which folder of published styles both read.';
  const styles = stylesIn(folder);
  const cwd = mkdtempSync(join(tmpdir(), 'cantus-vale-'));
  writeFileSync(
    join(cwd, '.vale.ini'),
    `StylesPath = ${resolve(folder)}\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = ${styles.map(({ name }) => name).join(', ')}\n`,
  );
  const text = prose(LENGTH);
  writeFileSync(join(cwd, 'prose.txt'), text);
  writeFileSync(join(cwd, 'empty.txt'), '');
  const [ours, theirs] = compared(
    [
      { command: process.execPath, args: [CANTUS, 'lint', '--vale', '.vale.ini', '--format', 'line'] },
      { command: resolve(vale), args: ['--no-global', '--output=line'] },
    ],
    cwd,
  );
  rmSync(cwd, { recursive: true });
  const version = spawnSync(resolve(vale), ['--version'], { encoding: 'utf8' }).stdout.trim();
  const row = (name, { start, rest, lines }) => [
    name,
    `${figure((text.length / rest) * 1000 * 1e-6)} M`,
    figure(start),
    lines,
    `${figure(theirs.rest / rest)}×`,
  ];
  const rules = styles.reduce((sum, one) => sum + one.rules, 0);
  return [
    `${styles.map(({ name }) => name).join(', ')}: ${rules} rules, ${text.length} characters of prose`,
    '',
    table(
      ['command', 'char/s', 'start ms', 'findings', 'beside Vale'],
      [row('cantus lint --vale', ours), row(version, theirs)],
    ),
  ].join('\n');
}
