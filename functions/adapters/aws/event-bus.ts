/** The bus of facts that happened, by EventBridge. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import type { Event } from '../../core/events.ts';
import type { Bus } from '../../ports.ts';
import { EVENT_SOURCE } from './names.ts';

/** What one PutEvents call takes. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;
const TRIES = 4;
const FIRST_PAUSE = 50;

const entryOf = (bus: string, event: Event): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: EVENT_SOURCE,
  DetailType: event.type,
  Detail: JSON.stringify(event),
  Time: new Date(event.at),
});

const bytesOf = ({ Detail = '', DetailType = '' }: PutEventsRequestEntry): number =>
  14 + EVENT_SOURCE.length + DetailType.length + Buffer.byteLength(Detail);

/** As many of the first entries as one call takes; at least one. */
function firstBatch(entries: readonly PutEventsRequestEntry[]): readonly PutEventsRequestEntry[] {
  let bytes = 0;
  const past = entries.findIndex((entry, index) => {
    bytes += bytesOf(entry);
    return index > 0 && (index >= MOST_ENTRIES || bytes > MOST_BYTES);
  });
  return past === -1 ? entries : entries.slice(0, past);
}

const refusedAt = (results: readonly PutEventsResultEntry[]): number =>
  results.findIndex(({ ErrorCode }) => ErrorCode !== undefined);

/** Sends again from the first refused entry on, so that an aggregate's events keep their order. */
async function putAll(client: EventBridgeClient, all: readonly PutEventsRequestEntry[]): Promise<void> {
  let rest = all;
  let tries = 0;
  while (rest.length > 0) {
    const batch = firstBatch(rest);
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...batch] }));
    const refused = refusedAt(Entries);
    rest = rest.slice(refused === -1 ? batch.length : refused);
    if (refused === -1) {
      tries = 0;
      continue;
    }
    tries += 1;
    const { ErrorCode, ErrorMessage } = Entries[refused] ?? {};
    if (tries === TRIES)
      throw new Error(`The bus refused ${rest.length} events: ${ErrorCode}: ${ErrorMessage}`);
    await pause(FIRST_PAUSE * 2 ** tries);
  }
}

export const eventBus = (client: EventBridgeClient, bus: string): Bus => ({
  publish: (events) =>
    putAll(
      client,
      events.map((event) => entryOf(bus, event)),
    ),
});
