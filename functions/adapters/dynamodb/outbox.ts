/** Turns changed rows of the table's stream into events on the bus: at least once, in the stream's order, which is each aggregate's. */
import type { Event } from '../../core/events.ts';
import type { Bus, Media } from '../../ports.ts';
import { EVENT_PREFIX } from './chain.ts';
import { valueOf } from './row.ts';
import type { Item } from './row.ts';

/** One record of the stream, its image unmarshalled. */
export interface ChangedRow {
  readonly eventName: string | undefined;
  readonly newImage?: Item | undefined;
}

const isEventRow = ({ eventName, newImage }: ChangedRow): boolean =>
  eventName === 'INSERT' && String(newImage?.['sk']).startsWith(EVENT_PREFIX);

/** Rejects when the bus does, so that the stream hands the same records over again. */
export const outbox =
  (bus: Bus, media?: Media) =>
  async (records: readonly ChangedRow[]): Promise<void> => {
    const images = records.filter(isEventRow).map(({ newImage }) => newImage ?? {});
    const events = await Promise.all(images.map((image) => valueOf<Event>(image, media)));
    if (events.length > 0) await bus.publish(events);
  };
