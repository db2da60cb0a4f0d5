/**
 * Compares `cantus lint --vale` with Vale itself over a configuration and texts, line by line:
 * CANTUS_VALE=/path/to/vale node scripts/vale-differential.mjs FOLDER [FILE…]
 * The folder has a .vale.ini; without files, all its .md, .html and .txt are read. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const vale = process.env.CANTUS_VALE;
const [folder, ...named] = process.argv.slice(2);
if (!vale || !folder) {
  console.error('CANTUS_VALE=/path/to/vale node scripts/vale-differential.mjs FOLDER [FILE…]');
  process.exit(2);
}

const cwd = resolve(folder);
const cantus = fileURLToPath(new URL('../dist/cantus.js', import.meta.url));

function filesUnder(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesUnder(inner);
    return /\.(?:md|markdown|html|txt)$/u.test(entry.name) ? [relative(cwd, inner)] : [];
  });
}

/** Lines with how often each was printed. */
function printed(command, args) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1) console.error(`${command}: status ${status}\n${stderr}`);
  const counts = new Map();
  for (const line of stdout.split('\n')) if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function lacking(some, others) {
  return [...some].filter(([line, count]) => (others.get(line) ?? 0) < count).map(([line]) => line);
}

const files = named.length > 0 ? named : filesUnder(cwd);
const theirs = printed(vale, ['--output=line', '--no-global', ...files]);
const ours = printed(process.execPath, [cantus, 'lint', '--vale', '.vale.ini', '--format', 'line', ...files]);
const missing = lacking(theirs, ours);
const extra = lacking(ours, theirs);
for (const line of missing) console.log(`- ${line}`);
for (const line of extra) console.log(`+ ${line}`);
const total = [...theirs.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${files.length} files: Vale prints ${total} lines, ${missing.length} of them not here, ${extra.length} only here`,
);
process.exitCode = missing.length + extra.length > 0 ? 1 : 0;
