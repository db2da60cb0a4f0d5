/** Turns changed rows of the table's stream into events on the bus: at least once, in the stream's order, which is each aggregate's. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Event } from '../../core/events.ts';
import type { Bus, Media } from '../../ports.ts';
import { TABLE_KEYS } from '../table.ts';
import { EVENT_PREFIX } from './chain.ts';
import { plainNumbers } from './document-client.ts';
import { valueOf } from './row.ts';

/** One record of the stream; most are no events, and their images need not be unmarshalled. */
export interface ChangedRow {
  readonly eventName?: string | undefined;
  readonly image?: Record<string, AttributeValue> | undefined;
}

const isEventRow = ({ eventName, image }: ChangedRow): boolean =>
  eventName === 'INSERT' && image?.[TABLE_KEYS.sort]?.S?.startsWith(EVENT_PREFIX) === true;

/** Rejects when the bus does, so that the stream hands the same records over again. */
export const outbox =
  (bus: Bus, media?: Media) =>
  async (records: readonly ChangedRow[]): Promise<void> => {
    const images = records.filter(isEventRow).map(({ image = {} }) => unmarshall(image, plainNumbers));
    const events = await Promise.all(images.map((image) => valueOf<Event>(image, media)));
    if (events.length > 0) await bus.publish(events);
  };
