/** Takes the data folder, says so, and keeps it until killed. */
import { openDataFolder } from '../../../functions/adapters/local/data-folder.ts';

const folder = await openDataFolder(process.argv[2] ?? '');
await folder.openDisk();
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
