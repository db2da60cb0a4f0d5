/** `npm run chaos -- --kills 500`: says what was counted, and fails on any duplicate or loss. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';
import { tallyText } from './tally.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '500' }, lanes: { type: 'string', default: '3' } },
});
const countOf = (name: keyof typeof values): number => {
  const count = Number(values[name]);
  if (Number.isInteger(count) && count > 0) return count;
  console.error(`--${name} ${values[name]}: expected a whole number from 1, such as --${name} 3`);
  process.exit(2);
};
const [wanted, lanes] = [countOf('kills'), countOf('lanes')];
const began = Date.now();
const tally = await runChaos({
  kills: wanted,
  lanes,
  programs: fileURLToPath(new URL('.', import.meta.url)),
  say: (line) => console.log(line),
});
const { kills, steps, ends, broken } = tally;
for (const line of broken) console.error(line);
const seconds = (Date.now() - began) / 1000;
console.log(`${steps} steps; ends: ${[...ends].map(([state, count]) => `${count} ${state}`).join(', ')}`);
console.log(`${seconds.toFixed(0)} s, ${(seconds / Math.max(1, kills)).toFixed(2)} s a kill`);
console.log(tallyText(tally));
if (broken.length > 0 || kills < wanted) process.exitCode = 1;
