/** A home that starts with other zone data than it stopped with resolves what waits again, and says what moved. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../adapters/local/keep-file.ts';
import { shippedZones, type ZoneData } from '../core/zone.ts';
import { resolveEverySlot } from '../use-cases/entry/resolve-slots.ts';
import type { Home } from './open-home.ts';

/** Begun and not ended, it goes on at the next start: the release is written down last. */
export const resolveOnNewData = async (
  { world, folder }: Pick<Home, 'world' | 'folder'>,
  say: (line: string) => void,
  zones: ZoneData = shippedZones,
): Promise<void> => {
  const file = join(folder, 'zone-data');
  const before = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (before === zones.version) return;
  const { moved, held } = await resolveEverySlot(world, zones);
  await replaceFile(file, `${zones.version}\n`);
  if (moved.length + held.length > 0)
    say(
      `The zone data is ${zones.version} now: ${moved.length} entries go out at another instant, ${held.length} are held; their owners have notices.`,
    );
};
