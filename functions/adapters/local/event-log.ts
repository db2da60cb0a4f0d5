/** The bus at home: every event a line of JSON in a file of its month, kept as EventBridge's archive keeps them. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event } from '../../core/events.ts';
import type { Bus } from '../../ports.ts';

const monthOf = ({ at }: Event): string => at.slice(0, 7);

const append = async (path: string, events: readonly Event[]): Promise<void> => {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
};

/** At least once: after a crash the last events may stand twice, with the same id. Files are `2027-05.ndjson`. */
export const eventLog = (folder: string): Bus => ({
  publish: async (events) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const month of new Set(events.map(monthOf)))
      await append(
        join(folder, `${month}.ndjson`),
        events.filter((event) => monthOf(event) === month),
      );
  },
});
