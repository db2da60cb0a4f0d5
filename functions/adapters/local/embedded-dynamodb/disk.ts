/** LevelDB as the embedded store uses it: snapshots, ranges, and batches that are on disk when they return. */
import { Level } from 'level';

export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** One row of a batch; without a value it is removed. */
export type Written = readonly [key: string, value: string | undefined];
export type Entry = readonly [key: string, value: string];

/** The rows as they were at one moment. */
export interface Snapshot {
  readonly get: (key: string) => string | undefined;
  readonly entries: (range: Range) => AsyncIterable<Entry>;
  readonly close: () => Promise<void>;
}

export interface Disk {
  readonly get: (key: string) => string | undefined;
  readonly snapshot: () => Snapshot;
  /** All rows or none; with `sync`, on disk when it resolves. */
  readonly write: (rows: readonly Written[], options: { readonly sync: boolean }) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type OpenDisk = (location: string) => Promise<Disk>;

export const prefixed = (prefix: string): Range => ({ gte: prefix, lt: `${prefix}\u{10FFFF}` });

const AT_ONCE = 128;

const snapshotOf = (level: Level): Snapshot => {
  const snapshot = level.snapshot();
  return {
    get: (key) => level.getSync(key, { snapshot }),
    async *entries(range) {
      const iterator = level.iterator({ ...range, snapshot });
      try {
        for (;;) {
          const some = await iterator.nextv(AT_ONCE);
          if (some.length === 0) return;
          yield* some;
        }
      } finally {
        await iterator.close();
      }
    },
    close: () => snapshot.close(),
  };
};

/** @throws what LevelDB says; `LEVEL_LOCKED` is the cause's code when another process has the folder. */
export const openLevelDisk: OpenDisk = async (location) => {
  const level = new Level(location, { keyEncoding: 'utf8', valueEncoding: 'utf8' });
  await level.open();
  return {
    get: (key) => level.getSync(key),
    snapshot: () => snapshotOf(level),
    write: (rows, options) =>
      level.batch(
        rows.map(([key, value]) =>
          value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
        ),
        options,
      ),
    close: () => level.close(),
  };
};
