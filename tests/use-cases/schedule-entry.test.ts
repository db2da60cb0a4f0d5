/** What the calendar refuses, and that a refusal changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { getCalendar } from '../../functions/use-cases/entry/get-calendar.ts';
import type { ScheduleInput } from '../../functions/use-cases/entry/schedule-entry.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('scheduling an entry', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld({ gap: 60, cap: 2 });
    const { session } = await test.asMember('admin');
    const base = { name: 'Other', mode: 'preview', locales: [], zone: 'Europe/Athens', slots: [] } as const;
    await addAccount(test.world, session, { ...base, id: 'short', channel: 'x' });
    await test.schedule({ wall: '2027-05-10T09:00' });
    await test.schedule({ wall: '2027-05-10T23:30' });
    await test.schedule({ wall: '2027-05-12T12:00' });
  });
  afterAll(() => test.close());

  const refusals: readonly (readonly [string, Partial<ScheduleInput>, string])[] = [
    ['a time in the past', { wall: '2027-05-03T08:00' }, 'in-the-past'],
    ['a wall time that a clock change skips', { wall: '2027-03-28T03:30' }, 'skipped-time'],
    ['a wall time that happens twice', { wall: '2027-10-31T03:30' }, 'repeated-time'],
    ['an unknown zone', { wall: '2027-05-11T09:00', zone: 'Europe/Athen' }, 'unknown-zone'],
    ['what is no wall time', { wall: 'tomorrow' }, 'invalid-input'],
    ['another post within the gap', { wall: '2027-05-12T12:30' }, 'gap'],
    ['another post within the gap, across midnight', { wall: '2027-05-11T00:10' }, 'gap'],
    ['a full day', { wall: '2027-05-10T15:00' }, 'cap'],
    ['a day after the offer ends', { wall: '2027-05-22T09:00' }, 'offer-over'],
    ['an account that there is not', { account: asId<AccountId>('nowhere') }, 'not-found'],
    ['an account on another channel', { account: asId<AccountId>('short') }, 'invalid-input'],
  ];
  it.each(refusals)('refuses %s', async (_what, input, code) => {
    const calendar = () =>
      getCalendar(test.world, test.manager.session, { from: '2027-03-01', to: '2027-12-31' });
    const before = await calendar();
    await expect(test.schedule(input)).rejects.toMatchObject({ code });
    expect(await calendar()).toEqual(before);
  });

  it('keeps cap and gap when many ask at once', async () => {
    const hours = ['09', '10', '11', '12', '13', '14'];
    const asked = await Promise.allSettled(
      hours.map((hour) => test.schedule({ wall: `2027-05-14T${hour}:00` })),
    );
    const taken = asked.filter(({ status }) => status === 'fulfilled');
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(2);
    const day = await getCalendar(test.world, test.manager.session, { from: '2027-05-14', to: '2027-05-14' });
    expect(day).toHaveLength(taken.length);
  });

  it('takes the last day of the offer to its end', async () => {
    expect(await test.schedule({ wall: '2027-05-21T23:59' })).toMatchObject({ state: 'scheduled' });
  });
});
