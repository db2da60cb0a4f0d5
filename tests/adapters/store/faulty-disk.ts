/** A LevelDB that fails as disks do: it forgets what was not synced when the power goes, and is full when told so. */
import type { Disk, OpenDisk, Written } from '../../../functions/adapters/local/embedded-dynamodb/disk.ts';
import { openLevelDisk } from '../../../functions/adapters/local/embedded-dynamodb/disk.ts';

export interface Faults {
  /** `full`: a write fails and leaves nothing; `landed`: a write fails, and is found after the next opening. */
  next: 'none' | 'full' | 'landed';
}

export interface FaultyDisk {
  readonly faults: Faults;
  readonly open: OpenDisk;
  /** The power goes: what was not synced is gone, and so is what was appended to a torn log. */
  readonly powerCut: () => Promise<void>;
}

const NO_SPACE = 'IO error: 000005.log: No space left on device';

/** Forgets unsafe writes by writing back what was there before them. */
class Forgetting {
  readonly #disk: Disk;
  #before: Written[] = [];
  #torn = false;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  async write(rows: readonly Written[], sync: boolean, faults: Faults): Promise<void> {
    if (faults.next === 'full') this.#torn = true;
    if (faults.next === 'full') throw new Error(NO_SPACE);
    if (sync && !this.#torn) this.#before = [];
    else this.#before.unshift(...rows.map(([key]): Written => [key, this.#disk.get(key)]));
    await this.#disk.write(rows, { sync: true });
    if (faults.next === 'landed') {
      this.#torn = true;
      throw new Error(NO_SPACE);
    }
  }

  async forget(): Promise<void> {
    for (const row of this.#before) await this.#disk.write([row], { sync: true });
    this.#before = [];
    await this.#disk.close();
  }
}

export const faultyDisk = (): FaultyDisk => {
  const faults: Faults = { next: 'none' };
  let opened: Forgetting | undefined;
  return {
    faults,
    open: async (location) => {
      const disk = await openLevelDisk(location);
      const forgetting = new Forgetting(disk);
      opened = forgetting;
      return {
        get: disk.get,
        snapshot: disk.snapshot,
        write: (rows, { sync }) => forgetting.write(rows, sync, faults),
        close: () => forgetting.forget(),
      };
    },
    powerCut: async () => opened?.forget(),
  };
};
