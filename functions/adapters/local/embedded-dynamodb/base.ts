/** The database with its failures: after a failed write it is opened again before the next one, and serves reads meanwhile. */
import type { DataFolder } from '../data-folder.ts';
import type { Disk, Snapshot, Written } from './disk.ts';
import { Refused } from '../../../core/errors.ts';
import { storageError } from './storage-errors.ts';

export class Base {
  readonly #folder: DataFolder;
  #disk: Disk | undefined;
  /** LevelDB's log is torn after a failed write: what is appended to it may be lost, so it is recovered first. */
  #torn = false;
  #closed = false;
  #readers = 0;
  #reopening: Promise<void> | undefined;
  #lastReaderLeft: (() => void) | undefined;

  private constructor(folder: DataFolder, disk: Disk) {
    this.#folder = folder;
    this.#disk = disk;
  }

  static async open(folder: DataFolder): Promise<Base> {
    return new Base(folder, await folder.openDisk());
  }

  /** For the one writer, between `ready` and `write`. */
  readonly get = (key: string): string | undefined => this.#opened().get(key);

  /** Reads from one snapshot. */
  async read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    while (this.#reopening !== undefined) await this.#reopening.catch(() => undefined);
    if (this.#disk === undefined) await this.#reopen();
    const snapshot = this.#opened().snapshot();
    this.#readers += 1;
    try {
      return await work(snapshot);
    } finally {
      await snapshot.close().finally(() => this.#readerLeft());
    }
  }

  /** Makes sure that the next write is safe. @throws Refused `storage-full` as long as it is not. */
  async ready(): Promise<void> {
    if (this.#disk !== undefined && !this.#torn) return;
    if (!(await this.#folder.hasRoom())) throw storageError(new Error('ENOSPC'), this.#folder.folder);
    await this.#reopen();
  }

  /** All rows or none, on disk when it resolves. @throws Refused `storage-full`. */
  async write(rows: readonly Written[]): Promise<void> {
    try {
      await this.#opened().write(rows, { sync: true });
    } catch (error) {
      this.#torn = true;
      throw storageError(error, this.#folder.folder);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#readersGone();
    await this.#disk?.close();
    this.#disk = undefined;
    await this.#folder.release();
  }

  #opened(): Disk {
    if (this.#closed || this.#disk === undefined) throw new Refused('busy', 'The data folder is closed.');
    return this.#disk;
  }

  async #reopen(): Promise<void> {
    if (this.#closed) return;
    this.#reopening ??= this.#closeAndOpen().finally(() => {
      this.#reopening = undefined;
    });
    await this.#reopening;
  }

  async #closeAndOpen(): Promise<void> {
    await this.#readersGone();
    const torn = this.#disk;
    this.#disk = undefined;
    await torn?.close();
    this.#disk = await this.#folder.openDisk();
    this.#torn = false;
  }

  #readerLeft(): void {
    this.#readers -= 1;
    if (this.#readers === 0) this.#lastReaderLeft?.();
  }

  async #readersGone(): Promise<void> {
    if (this.#readers === 0) return;
    await new Promise<void>((resolve) => {
      this.#lastReaderLeft = resolve;
    });
  }
}
