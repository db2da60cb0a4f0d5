/** The local server as `cantus serve` starts it: `server FOLDER`. */
import { startLocal } from '../../functions/local.ts';

const [data = ''] = process.argv.slice(2);
process.stdin.resume().once('end', () => process.exit());
await startLocal({
  port: 0,
  host: '127.0.0.1',
  data,
  example: false,
  say: (line) => console.log(line),
});
