import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { eventBus } from '../../../functions/adapters/aws/event-bus.ts';
import type { Event } from '../../../functions/core/events.ts';
import { json, loopback } from './loopback.ts';

const event = (number: number, says = ''): Event => ({
  id: `01JZX5N7T3V9QK2M4R6S8W${String(number).padStart(4, '0')}`,
  type: 'entry.published',
  at: '2027-05-04T09:00:00.000Z',
  by: { system: 'publisher' },
  workspace: 'aurora',
  aggregate: 'W#aurora#E#1',
  hash: 'b',
  previous: 'a',
  data: { says },
});
const events = (count: number, says = '') => Array.from({ length: count }, (_, index) => event(index, says));

/** Takes everything but what `refuses` names; each call's verdict is given by entry. */
async function busThat(refuses: (id: string, call: number) => boolean) {
  let call = 0;
  const taken: string[] = [];
  const { client, asked } = await loopback(({ body }) => {
    call += 1;
    const ids = JSON.parse(body).Entries.map(({ Detail }: { Detail: string }) => JSON.parse(Detail).id);
    const refused = ids.map((id: string) => refuses(id, call));
    taken.push(...ids.filter((_id: string, index: number) => !refused[index]));
    return json({
      FailedEntryCount: refused.filter(Boolean).length,
      Entries: refused.map((no: boolean) =>
        no ? { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow' } : { EventId: '1' },
      ),
    });
  });
  return { bus: eventBus(new EventBridgeClient(client), 'cantus'), asked, taken };
}

const sizes = (asked: readonly { readonly body: string }[]) =>
  asked.map(({ body }) => JSON.parse(body).Entries.length);

describe('PutEvents', () => {
  it('carries the event as it was recorded, under its type', async () => {
    const { bus, asked } = await busThat(() => false);
    await bus.publish([event(1)]);
    expect(asked[0]?.target).toBe('AWSEvents.PutEvents');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      Entries: [
        {
          EventBusName: 'cantus',
          Source: 'cantus',
          DetailType: 'entry.published',
          Detail: JSON.stringify(event(1)),
          Time: Date.parse('2027-05-04T09:00:00.000Z') / 1000,
        },
      ],
    });
  });

  it.each([
    [0, []],
    [1, [1]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])('sends %i events in calls of %j', async (count, calls) => {
    const { bus, asked } = await busThat(() => false);
    await bus.publish(events(count));
    expect(sizes(asked)).toEqual(calls);
  });

  it('keeps a call under 256 kB', async () => {
    const { bus, asked } = await busThat(() => false);
    await bus.publish(events(5, 'ώ'.repeat(50_000)));
    expect(sizes(asked)).toEqual([2, 2, 1]);
  });
});

describe('an entry that the bus refuses', () => {
  it('is sent again with all that follow it, so that the order holds', async () => {
    const { bus, asked, taken } = await busThat((id, call) => call === 1 && id.endsWith('0002'));
    await bus.publish(events(4));
    expect(sizes(asked)).toEqual([4, 2]);
    expect([...new Set(taken)].toSorted()).toEqual(events(4).map(({ id }) => id));
    expect(taken.slice(-2)).toEqual(
      events(4)
        .slice(2)
        .map(({ id }) => id),
    );
  });

  it('is thrown when the bus refuses it again and again', async () => {
    const { bus, asked } = await busThat((id) => id.endsWith('0001'));
    await expect(bus.publish(events(3))).rejects.toThrow(
      'The bus refused 2 events: ThrottlingException: slow',
    );
    expect(asked.length).toBe(4);
  });
});
