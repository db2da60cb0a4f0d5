/** Events on another's EventBridge: all of them, in order, as they were recorded, and known again by their ids. */
import { beforeAll, describe, expect, it } from 'vitest';
import { eventBus } from '../../../functions/adapters/aws/event-bus.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import type { Event } from '../../../functions/core/events.ts';
import { events, openBus, type HeardBus } from './bus.ts';
import { ENDPOINT } from './endpoint.ts';

const ids = ulids(systemClock);
const happened = (count: number, says = 'Ψωμί, 咖啡 و قهوه'): readonly Event[] =>
  Array.from({ length: count }, () => ({
    id: ids.next(),
    type: 'entry.published' as const,
    at: systemClock.now(),
    by: { system: 'publisher' as const },
    workspace: 'aurora',
    aggregate: 'W#aurora#E#1',
    hash: 'b',
    previous: 'a',
    data: { says },
  }));

describe.skipIf(ENDPOINT === '')('the bus at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  let bus: HeardBus;
  beforeAll(async () => {
    bus = await openBus();
  });
  const publish = (all: readonly Event[]) => eventBus(events, bus.name).publish(all);

  it.each([
    ['one', happened(1)],
    ['more than a call takes', happened(23)],
    ['larger ones than a call takes', happened(5, 'ώ'.repeat(50_000))],
  ])('hands %s to a consumer, as they were recorded and in their order', async (_, all) => {
    await publish(all);
    const heard = await bus.heard();
    expect(heard.map(({ detail }) => detail)).toEqual(all);
    for (const one of heard)
      expect(one).toMatchObject({ source: 'cantus', 'detail-type': 'entry.published' });
  });

  it('hands out again what is published or replayed again, under the same ids', async () => {
    const all = happened(3);
    await publish(all);
    await publish(all);
    const twice = (await bus.heard()).map(({ detail }) => detail.id);
    expect(twice).toHaveLength(6);
    expect(new Set(twice)).toEqual(new Set(all.map(({ id }) => id)));
    await bus.replay();
    const replayed = await bus.heard();
    expect(replayed.map(({ detail }) => detail)).toEqual(expect.arrayContaining([...all]));
    expect(replayed.every((one) => one['replay-name'] !== undefined)).toBe(true);
  });

  it('says when there is no such bus', async () => {
    await expect(eventBus(events, 'no-such-bus').publish(happened(1))).rejects.toThrow(
      /no-such-bus|not exist/u,
    );
  });
});
