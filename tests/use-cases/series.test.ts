/** A series drafts what its rule names, once each, and posts nothing that nobody approved. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { getCalendar } from '../../functions/use-cases/entry/get-calendar.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import {
  changeSeries,
  createSeries,
  endSeries,
  pauseSeries,
} from '../../functions/use-cases/series/change-series.ts';
import { getSeries } from '../../functions/use-cases/series/get-series.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

let test: ApprovedWorld;
beforeEach(async () => {
  test = await makeApprovedWorld({ gap: 60 });
});
afterEach(() => test.close());

const RULE = {
  name: 'Tea of the week',
  account: asId<AccountId>('page'),
  start: '2027-05-04T09:00',
  rrule: 'FREQ=WEEKLY',
  except: [],
};
const make = (input: Partial<typeof RULE> & { zone?: string } = {}) =>
  createSeries(test.world, test.manager.session, { ...RULE, ...input, variant: test.variant });
/** A fault of the sweep is a fault of the test. */
const run = async (limit = 100) => {
  const troubles: unknown[] = [];
  const looked = await sweep(test.world, limit, (error) => troubles.push(error));
  if (troubles.length > 0) throw new AggregateError(troubles, 'The sweep met trouble');
  return looked;
};
const read = async (id: Awaited<ReturnType<typeof make>>['value']['id']) =>
  getSeries(test.world, test.manager.session, id);
const calendar = async () => {
  const entries = await getCalendar(test.world, test.manager.session, {
    from: '2027-01-01',
    to: '2027-12-31',
  });
  return entries.map(({ value }) => value);
};

describe('drafting', () => {
  it('makes each occurrence within four weeks a planned copy to approve, and each once', async () => {
    const { value } = await make({ rrule: 'FREQ=WEEKLY;UNTIL=20270518' });
    await Promise.all([run(), run()]);
    await run();
    const entries = await calendar();
    expect(entries.map(({ slot, state, whenApproved }) => [slot.wall, state, whenApproved])).toEqual([
      ['2027-05-04T09:00', 'planned', true],
      ['2027-05-11T09:00', 'planned', true],
      ['2027-05-18T09:00', 'planned', true],
    ]);
    expect(new Set(entries.map(({ variant }) => variant)).size).toBe(3);
    expect(await read(value.id)).toMatchObject({ value: { state: 'ended', occurred: 3 } });
  });

  it('goes on as time passes, and never looks twice at what is far away', async () => {
    const { value } = await make({ rrule: 'FREQ=YEARLY' });
    expect((await read(value.id)).upcoming).toEqual(['2027-05-04T09:00']);
    await run();
    const { value: waiting } = await read(value.id);
    expect(waiting).toMatchObject({ occurred: 1, state: 'running' });
    expect(waiting.wakeAt?.slice(0, 7)).toBe('2028-04');
    expect(await run()).toBe(0);
  });

  it('copies what the variant says, and is scheduled by its approval', async () => {
    await make({ rrule: 'FREQ=DAILY;COUNT=1' });
    await run();
    const [entry] = await calendar();
    if (!entry) throw new Error('Nothing was drafted');
    const [copy, pattern] = await Promise.all(
      [entry.variant, test.variant].map((id) => getVariant(test.world, test.manager.session, id)),
    );
    expect(copy?.revision.parts).toEqual(pattern?.revision.parts);
    expect(copy?.value).toMatchObject({
      state: 'draft',
      place: { occurrence: { wall: '2027-05-04T09:00' } },
    });
    await approve(test, entry.variant);
    expect((await test.entry(entry.id)).value.state).toBe('scheduled');
    test.clock.set('2027-05-04T06:00:01Z');
    await run();
    expect(await test.posts()).toHaveLength(1);
  });

  it('posts nothing that nobody approved', async () => {
    await make({ rrule: 'FREQ=DAILY;COUNT=2' });
    await run();
    test.clock.advance({ days: 4 });
    await run();
    expect(await test.posts()).toEqual([]);
    expect((await calendar()).map(({ state }) => state)).toEqual(['missed', 'missed']);
  });
});

describe('what cannot be had is listed, and never moved', () => {
  it('a wall time that a clock change skips, with the two nearest; one that it repeats is the earlier', async () => {
    test.clock.set('2026-10-20T06:00:00Z');
    const repeated = await make({ start: '2026-10-25T03:30', rrule: 'FREQ=DAILY;COUNT=1' });
    await run();
    const [autumn] = (await read(repeated.value.id)).items;
    if (!autumn?.entry) throw new Error('Nothing was drafted');
    expect((await test.entry(autumn.entry)).value.slot).toMatchObject({
      disambiguation: 'earlier',
      instant: '2026-10-25T00:30:00Z',
    });
    test.clock.set('2027-03-25T06:00:00Z');
    const { value } = await make({ start: '2027-03-27T03:30', rrule: 'FREQ=DAILY;COUNT=3' });
    await run();
    const { items } = await read(value.id);
    expect(items.map(({ wall, entry, notPlanned }) => [wall, entry !== undefined, notPlanned?.code])).toEqual(
      [
        ['2027-03-29T03:30', true, undefined],
        ['2027-03-28T03:30', false, 'skipped-time'],
        ['2027-03-27T03:30', true, undefined],
      ],
    );
    expect(items[1]?.notPlanned?.suggestions).toEqual(['2027-03-28T02:59', '2027-03-28T04:00']);
    const notices = await listNotices(test.world, test.manager.session, { limit: 20 });
    expect(notices.items.map(({ says }) => says)).toContainEqual(
      expect.stringContaining('no draft for 2027-03-28T03:30 Europe/Athens'),
    );
  });

  it('another post in the gap, and the end of the offer', async () => {
    await test.schedule({ wall: '2027-05-19T09:30' });
    const { value } = await make({ start: '2027-05-18T09:00', rrule: 'FREQ=DAILY;COUNT=6' });
    await run();
    const { items } = await read(value.id);
    expect(items.map(({ wall, notPlanned }) => [wall.slice(8, 10), notPlanned?.code])).toEqual([
      ['23', 'offer-over'],
      ['22', 'offer-over'],
      ['21', undefined],
      ['20', undefined],
      ['19', 'gap'],
      ['18', undefined],
    ]);
  });
});

describe('a person decides', () => {
  it('pauses, and what falls in between is let go', async () => {
    const { value, rev } = await make();
    await pauseSeries(test.world, test.manager.session, { id: value.id, ifRev: rev, paused: true });
    await run();
    expect(await calendar()).toEqual([]);
    test.clock.set('2027-05-12T06:00:00Z');
    const { rev: now } = await read(value.id);
    await pauseSeries(test.world, test.manager.session, { id: value.id, ifRev: now, paused: false });
    await run();
    expect((await calendar()).map(({ slot }) => slot.wall)).toEqual(['2027-05-18T09:00']);
  });

  it('changes the rule for what comes, and ends it', async () => {
    const { value } = await make({ rrule: 'FREQ=WEEKLY;UNTIL=20270511' });
    const before = await read(value.id);
    const { rev } = await changeSeries(test.world, test.manager.session, {
      ...RULE,
      id: value.id,
      ifRev: before.rev,
      rrule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;UNTIL=20270514',
    });
    await run();
    expect((await calendar()).map(({ slot }) => slot.wall)).toEqual(['2027-05-07T17:00', '2027-05-14T17:00']);
    await expect(
      endSeries(test.world, test.manager.session, { id: value.id, ifRev: rev }),
    ).rejects.toMatchObject({ code: 'stale' });
    await expect(
      endSeries(test.world, test.manager.session, { id: value.id, ifRev: (await read(value.id)).rev }),
    ).rejects.toMatchObject({ code: 'not-in-this-state' });
  });
});

it('keeps the audit trail whole', async () => {
  await make({ rrule: 'FREQ=WEEKLY;COUNT=2' });
  await run();
  expect(await test.world.audit.verify(test.workspace)).toMatchObject({ broken: [] });
});
