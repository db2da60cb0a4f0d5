/** The local server, which kills itself with SIGKILL at a numbered step: `server FOLDER MINUTES-AHEAD [STEP:MOMENT]`. `ahead 20` on its input moves its clock. */
import { writeSync } from 'node:fs';
import { startLocal } from '../../functions/local.ts';
import type { Http } from '../../functions/ports/http.ts';
import { numbered, type Around } from '../publishing/numbered.ts';
import { deathOf } from './death.ts';

const [data = '', ahead = '0', dies = ''] = process.argv.slice(2);
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

/** Its provider's clock goes with its own, and its account there is its own. */
const introduced = ({ call }: Http, now: () => string): Http => ({
  call: (asked) => call({ ...asked, headers: { ...asked.headers, date: now(), 'x-folder': data } }),
});

/** Letters carry a link to leave by. */
process.env['CANTUS_PUBLIC_URL'] ??= 'https://tea.example';
process.stdin.resume().once('end', () => process.exit());
await startLocal({
  port: 0,
  host: '127.0.0.1',
  data,
  example: false,
  say,
  within: ({ world, clock }) => {
    const move = (minutes: string): void => {
      clock.shift = Number(minutes) * 60_000;
    };
    move(ahead);
    process.stdin
      .setEncoding('utf8')
      .on('data', (text) => move(/ahead (\d+)\n$/u.exec(String(text))?.[1] ?? ahead));
    return numbered({ ...world, http: introduced(world.http, clock.now) }, around);
  },
});
