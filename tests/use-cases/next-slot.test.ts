/** The queue of an account: the next free slot is taken by one entry, whoever asks at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { nextFreeSlot } from '../../functions/use-cases/entry/next-slot.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

const page = asId<AccountId>('page');

describe('an account with two slots a day, a cap of two and a gap of an hour', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld({ slots: ['09:00', '17:30'], cap: 2, gap: 60 });
  });
  afterAll(() => test.close());
  const next = async (variant?: ApprovedWorld['variant']) =>
    (await nextFreeSlot(test.world, test.manager.session, { account: page, ...(variant && { variant }) }))
      .wall;

  it('offers what scheduling then takes', async () => {
    expect(await next()).toBe('2027-05-03T17:30');
    expect((await test.schedule({ slot: 'next' })).slot.wall).toBe('2027-05-03T17:30');
    expect(await next()).toBe('2027-05-04T09:00');
  });

  it('gives ten that ask at once ten slots', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => test.schedule({ slot: 'next' })));
    const walls = taken.map(({ slot }) => slot.wall).toSorted();
    expect(walls).toEqual(
      ['04', '05', '06', '07', '08'].flatMap((day) => [`2027-05-${day}T09:00`, `2027-05-${day}T17:30`]),
    );
  });

  it('offers again what was cancelled, and what was moved away', async () => {
    const first = await test.schedule({ wall: '2027-05-09T09:00' });
    const { rev } = await test.entry(first.id);
    const moved = await moveEntry(test.world, test.manager.session, {
      id: first.id,
      ifRev: rev,
      wall: '2027-05-10T09:00',
    });
    expect(await next()).toBe('2027-05-09T09:00');
    await test.schedule({ slot: 'next' });
    await test.schedule({ slot: 'next' });
    await cancelEntry(test.world, test.manager.session, { id: first.id, ifRev: moved.rev });
    expect(await next()).toBe('2027-05-10T09:00');
  });

  it('ends with the offer of the variant', async () => {
    for (let day = 10; day <= 21; day += 1) {
      await test.schedule({ slot: 'next' });
      await test.schedule({ slot: 'next' });
    }
    expect(await next()).toBe('2027-05-22T09:00');
    await expect(next(test.variant)).rejects.toMatchObject({ code: 'no-free-slot' });
    await expect(test.schedule({ slot: 'next' })).rejects.toMatchObject({ code: 'no-free-slot' });
  });
});

describe('a gap of two days', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld({ slots: ['09:00'], gap: 2 * 24 * 60 });
    await test.schedule({ wall: '2027-05-05T12:00' });
  });
  afterAll(() => test.close());

  it.each(['2027-05-03T12:01', '2027-05-04T00:00', '2027-05-06T23:00', '2027-05-07T11:59'])(
    'refuses %s',
    async (wall) => {
      await expect(test.schedule({ wall })).rejects.toMatchObject({ code: 'gap' });
    },
  );

  it('takes what is two days away', async () => {
    expect((await test.schedule({ slot: 'next' })).slot.wall).toBe('2027-05-08T09:00');
  });
});

it('schedules twice within a day of 25 hours, whatever the gap', async () => {
  const test = await makeApprovedWorld({ zone: 'Africa/Cairo', gap: 60 });
  test.clock.set('2026-10-28T06:00:00Z');
  await test.schedule({ wall: '2026-10-29T00:10' });
  expect((await test.schedule({ wall: '2026-10-29T23:50', disambiguation: 'later' })).slot.instant).toBe(
    '2026-10-29T21:50:00Z',
  );
  await test.close();
});

it('has nothing to offer without slots', async () => {
  const test = await makeApprovedWorld();
  await expect(nextFreeSlot(test.world, test.manager.session, { account: page })).rejects.toMatchObject({
    code: 'no-free-slot',
  });
  await test.close();
});
