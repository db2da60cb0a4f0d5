/** What scheduling refuses, moving and retrying refuse too. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Account } from '../../functions/core/account.ts';
import type { Campaign } from '../../functions/core/campaign.ts';
import type { Entry, EntryState } from '../../functions/core/entry.ts';
import type { RefusalCode } from '../../functions/core/errors.ts';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { keys, type Key } from '../../functions/core/keys.ts';
import { contentHash, type Payload } from '../../functions/core/payload.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { put } from '../../functions/use-cases/rows.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

let test: ApprovedWorld;
afterEach(() => test.close());

const PAGE = asId<AccountId>('page');
const change = async <T>(key: Key<T>, some: (was: T) => Partial<T>): Promise<void> => {
  const row = await test.world.store.get(key);
  if (!row) throw new Error(`No ${key.pk} ${key.sk}`);
  await test.world.store.tick([put(key, { ...row.value, ...some(row.value) }, row)]);
};
const tenant = () => test.manager.session.tenant;
const account = (some: Partial<Account>) => change(keys.account(tenant(), PAGE), () => some);
const campaign = async (some: (was: Campaign) => Partial<Campaign>): Promise<void> => {
  const { value } = await getVariant(test.world, test.manager.session, test.variant);
  await change(keys.campaign(tenant(), value.place.campaign), some);
};
const withdraw = async (): Promise<void> => {
  const { rev } = await getVariant(test.world, test.manager.session, test.variant);
  await withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
};

const OTHER: Payload = { channel: 'facebook', format: 'feed', locale: 'en-GB', parts: [], media: [] };
/** At 09:30 of the day after. */
const WALL = '2027-05-04T09:30';
const OVER = { id: 'over', kind: 'date', value: '2027-05-03', role: 'end' } as const;

type Breaks = readonly [RefusalCode, Partial<Account>, () => Promise<void>];
const BREAKS: readonly Breaks[] = [
  ['not-approved', {}, withdraw],
  ['disconnected', {}, () => account({ state: 'disconnected' })],
  ['offer-over', {}, () => campaign(({ facts }) => ({ facts: [...facts, OVER] }))],
  ['embargo', {}, () => campaign(() => ({ embargoUntil: '2027-06-01T00:00:00Z' }))],
  ['quiet-hours', { channel: 'email' }, () => account({ quiet: { from: '09:00', to: '10:00' } })],
  ['blocking-findings', { channel: 'mastodon' }, () => account({ limits: { parts: { text: 10 } } })],
  [
    'gap',
    {},
    async () => {
      await test.schedule({ wall: '2027-05-04T09:29' });
      await account({ gap: 30 });
    },
  ],
];

const schedule = () =>
  scheduleEntry(test.world, test.manager.session, { variant: test.variant, account: PAGE, wall: WALL });
const seen = async ({ id }: Entry) => ({ id, ifRev: (await test.entry(id)).rev });
const move = async (entry: Entry) =>
  moveEntry(test.world, test.manager.session, { ...(await seen(entry)), wall: WALL });
const retry = async (entry: Entry) => retryEntry(test.world, test.manager.session, await seen(entry));
const become = async ({ id }: Entry, some: Partial<Entry>): Promise<void> => {
  const row = await test.world.store.get(keys.entry(tenant(), id));
  if (!row) throw new Error('No entry');
  const { wakeAt: _never, ...rest } = row.value;
  await test.world.store.tick([put(row.key, { ...rest, ...some }, row)]);
};
const HELD = { state: 'held', hold: { reason: 'paused', says: 'It was.' } } as const;

describe.each(BREAKS)('%s', (code, settings, breaks) => {
  it('is refused by schedule, move and retry, and changes nothing', async () => {
    test = await makeApprovedWorld(settings);
    const [failed, held] = [
      await test.schedule({ wall: '2027-05-05T09:00' }),
      await test.schedule({ wall: WALL }),
    ];
    await become(failed, { state: 'failed', outcome: { is: 'rejected', reason: 'No.' } });
    await become(held, HELD);
    await breaks();
    const before = await Promise.all([failed, held].map(({ id }) => test.entry(id)));
    expect(await refusalOfAsync(schedule)).toBe(code);
    expect(await refusalOfAsync(() => move(failed))).toBe(code);
    expect(await refusalOfAsync(() => retry(held))).toBe(code);
    expect(await Promise.all([failed, held].map(({ id }) => test.entry(id)))).toEqual(before);
  });
});

describe('what stands', () => {
  const openHeld = async (): Promise<Entry> => {
    test = await makeApprovedWorld();
    const held = await test.schedule({ wall: WALL });
    await become(held, HELD);
    return held;
  };

  it('goes on by a retry, and back on the calendar by a move', async () => {
    const held = await openHeld();
    expect((await retry(held)).value.state).toBe('scheduled');
    await become(held, { state: 'missed' });
    expect((await move(held)).value.state).toBe('scheduled');
  });

  it('is not retried once its grace is over: it is moved', async () => {
    const held = await openHeld();
    test.clock.set('2027-05-04T07:01:00Z');
    expect(await refusalOfAsync(() => retry(held))).toBe('in-the-past');
  });

  it.each<readonly [EntryState, object]>([
    ['planned', { wakeAt: '2027-05-04T07:00:00Z', whenApproved: true }],
    ['held', HELD],
  ])('moves without an approval while it stays %s', async (state, some) => {
    const entry = await openHeld();
    await withdraw();
    await become(entry, { state, ...some });
    expect((await move(entry)).value.state).toBe(state);
  });

  it('is not another text than the one that the entry pins', async () => {
    const entry = await openHeld();
    await become(entry, { ...HELD, hash: contentHash(OTHER, {}) });
    expect(await refusalOfAsync(() => retry(entry))).toBe('approval-does-not-cover');
  });
});
