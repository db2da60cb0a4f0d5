/** The local server, which kills itself with SIGKILL at a numbered step: `server FOLDER SHIFT-MINUTES [STEP:MOMENT]`. */
import { writeSync } from 'node:fs';
import { startLocal } from '../../functions/local.ts';
import { numbered, type Around } from '../publishing/numbered.ts';
import { deathOf } from './death.ts';

const [data = '', shift = '0', dies = ''] = process.argv.slice(2);
const death = deathOf(dies);
/** From nothing to some milliseconds, so that a call is cut off in all its parts. */
const SOON = 6;

// A pipe may lose what a killed process still holds; a written line is out.
const say = (line: string): void => void writeSync(1, `${line}\n`);
const die = (): void => void process.kill(process.pid, 'SIGKILL');

const around: Around = async (step, does) => {
  say(`step ${step}`);
  if (step !== death?.step) return does();
  if (death.moment === 'before') die();
  if (death.moment === 'during') setTimeout(die, Math.random() * SOON);
  const result = await does();
  if (death.moment === 'after') die();
  return result;
};

process.stdin.resume().once('end', () => process.exit());
await startLocal({
  port: 0,
  host: '127.0.0.1',
  data,
  example: false,
  say,
  within: ({ world, clock }) => {
    clock.shift = Number(shift) * 60_000;
    return numbered(world, around);
  },
});
