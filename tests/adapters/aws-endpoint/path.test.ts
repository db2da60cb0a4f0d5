/** From the API to the event, on the AWS home as its handlers compose it: one post each, whatever comes twice, late, early or out of order. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WakeUp } from '../../../functions/adapters/aws/wake-up.ts';
import { asId, type EntryId } from '../../../functions/core/ids.ts';
import { keys } from '../../../functions/core/keys.ts';
import { systemTenant } from '../../../functions/core/tenant.ts';
import { BUSY_FROM } from '../../../functions/handlers/queue-for.ts';
import { putEntry } from '../../../functions/use-cases/rows.ts';
import type { Provider } from '../../contract/connector/connector.ts';
import { webhookProvider } from '../../support/stand-in/webhook.ts';
import { sweep } from '../../../functions/use-cases/publishing/sweep.ts';
import { openAwsHome, type AwsHome } from './aws-home.ts';
import { ENDPOINT, given } from './endpoint.ts';
import { attributeOf, take } from './queues.ts';
import { openTeaHouse, type TeaHouse, WORKSPACE } from './tea-house.ts';
import { keysFromEndpoint } from './user-pool.ts';

const MINUTE = 60_000;
/** ISO, so many minutes after the whole minute that comes next. */
const start = Math.ceil(Date.now() / MINUTE) * MINUTE;
const minute = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();

describe.skipIf(ENDPOINT === '')('the path of a post at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  let home: AwsHome;
  let provider: Provider;
  let tea: TeaHouse;
  let usualKeys: () => void;
  let first: WakeUp;
  let second: WakeUp;
  let lost: WakeUp;

  beforeAll(async () => {
    usualKeys = keysFromEndpoint();
    provider = await webhookProvider();
    home = await openAwsHome();
    tea = await openTeaHouse(home, provider);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(start);
    first = await tea.schedule(minute(10));
    second = await tea.schedule(minute(65));
    lost = await tea.schedule(minute(130));
  }, 120_000);
  afterAll(async () => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    usualKeys();
    await provider.standIn.close();
  });

  const bodyOf = (wakeUp: WakeUp): string => JSON.stringify(wakeUp);
  /** As the queue hands a batch to the publisher; answers what is given back. */
  const deliver = async (...bodies: readonly string[]) => {
    const Records = bodies.map((body, index) => ({ messageId: String(index), body }));
    const { batchItemFailures } = await home.publisher(
      { Records },
      { getRemainingTimeInMillis: () => 180_000 },
    );
    return batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier)]);
  };
  const NO_SCHEDULE = expect.objectContaining({ name: 'ResourceNotFoundException' });
  const posts = () => provider.posts().map(({ id }) => id);
  const states = async () => [await tea.stateOf(first), await tea.stateOf(second)];

  const scheduled = (...wakeUps: readonly WakeUp[]) => Promise.all(wakeUps.map(home.scheduled));
  const at = (wakeUp: WakeUp, minutes: number) => ({
    expression: `at(${minute(minutes).slice(0, 19)})`,
    body: bodyOf(wakeUp),
  });

  it('each entry that the API schedules has a schedule a minute ahead, with its key', async () => {
    expect(await scheduled(first, second, lost)).toEqual([at(first, 9), at(second, 64), at(lost, 129)]);
  });

  it('moving an entry moves its schedule, and cancelling deletes it', async () => {
    await tea.move(second, minute(70));
    const other = await tea.schedule(minute(200));
    expect(await scheduled(second, other)).toEqual([at(second, 69), at(other, 199)]);
    await tea.cancel(other);
    await expect(home.scheduled(other)).rejects.toThrow(NO_SCHEDULE);
    expect(await scheduled(first, lost)).toEqual([at(first, 9), at(lost, 129)]);
  });

  it('a wake-up a minute ahead posts nothing, and waits in the queue for the instant', async () => {
    vi.setSystemTime(start + 9 * MINUTE);
    const { body } = await home.scheduled(first);
    expect(await deliver(body)).toEqual([]);
    expect(await attributeOf(home.queue.url, 'ApproximateNumberOfMessagesDelayed')).toBe('1');
    await expect(home.scheduled(first)).rejects.toThrow(NO_SCHEDULE);
    expect([await states(), posts()]).toEqual([['scheduled', 'scheduled'], []]);
  });

  it('wake-ups twice, out of order and late post each entry once, at its time', async () => {
    vi.setSystemTime(start + 10 * MINUTE);
    expect(await deliver(bodyOf(second), bodyOf(first), bodyOf(first))).toEqual([]);
    expect(await states()).toEqual(['published', 'scheduled']);
    vi.setSystemTime(start + 75 * MINUTE);
    expect(await deliver(bodyOf(second), bodyOf(second), bodyOf(first))).toEqual([]);
    expect(await states()).toEqual(['published', 'published']);
    expect(posts()).toEqual([`${first.entry}-1`, `${second.entry}-1`]);
  });

  it('a wake-up that was lost is made good by the sweep', async () => {
    vi.setSystemTime(start + 130 * MINUTE);
    await home.world.wakeUps.cancel(lost.workspace, lost.entry);
    const troubles: unknown[] = [];
    await sweep(home.world, 1000, (trouble) => troubles.push(trouble));
    expect([troubles, await tea.stateOf(lost), posts().at(-1)]).toEqual([[], 'published', `${lost.entry}-1`]);
  });

  it('a wake-up that comes a day late posts nothing', async () => {
    const before = posts();
    vi.setSystemTime(start + 24 * 60 * MINUTE);
    expect(await deliver(bodyOf(lost), bodyOf(first), bodyOf(second))).toEqual([]);
    expect(posts()).toEqual(before);
  });

  it('the stream brings every event to the bus, and what it brings twice has the same id', async () => {
    const rows = await home.streamed();
    await home.outbox(rows);
    await home.outbox(rows.slice(-3));
    const heard = await home.bus.heard();
    const ids = rows.map(({ image }) => image['sk']?.S?.slice('EVENT#'.length));
    expect(heard.map(({ detail }) => detail.id)).toEqual([...ids, ...ids.slice(-3)]);
    const published = new Map(
      heard
        .filter((one) => one['detail-type'] === 'entry.published')
        .map(({ detail }) => [detail.id, detail.aggregate]),
    );
    expect([...published.values()]).toEqual(
      [first, second, lost].map(({ entry }) => `W#${WORKSPACE}#E#${entry}`),
    );
  });

  it('a replay publishes nothing, and no event is taken for a wake-up', async () => {
    const before = [await states(), posts(), (await home.streamed()).length];
    const said = vi.spyOn(console, 'error').mockReturnValue();
    await home.bus.replay();
    const replayed = (await home.bus.heard()).map((one) => JSON.stringify(one.detail));
    expect(replayed.length).toBeGreaterThanOrEqual((await home.streamed()).length);
    expect(await deliver(...replayed)).toEqual(replayed);
    said.mockRestore();
    expect([await states(), posts(), (await home.streamed()).length]).toEqual(before);
  });

  it('the audit trail holds over all of it', async () => {
    const { checked, broken } = await home.world.audit.verify(WORKSPACE);
    expect(broken).toEqual([]);
    expect(checked).toBe((await home.streamed()).length);
  });

  it('a workspace with much at one time is woken from the queue of busy ones', async () => {
    const { store, wakeUps } = home.world;
    const wakeLost = () => wakeUps.set(lost.workspace, lost.entry, minute(130));
    for (const queue of [home.queue, home.busyQueue]) await take(queue);
    await wakeLost();
    const { value } = given(await store.get(keys.entry(systemTenant(WORKSPACE), lost.entry)));
    const more = Array.from({ length: BUSY_FROM }, () => asId<EntryId>(home.world.ids.next()));
    await store.tick(more.map((id) => putEntry(systemTenant(WORKSPACE), { ...value, id })));
    await wakeLost();
    await wakeLost();
    expect(await take(home.queue)).toEqual([bodyOf(lost)]);
    expect(await take(home.busyQueue)).toEqual([bodyOf(lost), bodyOf(lost)]);
  });
});
