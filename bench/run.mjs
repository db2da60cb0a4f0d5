/** Runs the benchmarks, all or those named, and prints their tables: `npm run bench -- throughput`. */
import { cpus } from 'node:os';
import { benchmarks } from './registry.mjs';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`unknown benchmark ${unknown.join(', ')}: expected ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()})`);
for (const [name, run] of Object.entries(benchmarks)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n## ${name}\n\n${await run()}`);
}
