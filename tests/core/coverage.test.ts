/** Which stages and values a calendar addresses, and what it leaves out. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOURNEY_STAGES, VALUES, type JourneyStage, type Value } from '../../functions/core/campaign.ts';
import { COVERING, coverageOf, type CoveringEntry } from '../../functions/core/coverage.ts';
import { coverageText } from '../../functions/core/coverage-text.ts';
import { ENTRY_STATES, type EntryState } from '../../functions/core/entry.ts';

const entry = (
  wall: string,
  channel: CoveringEntry['channel'],
  state: EntryState,
  journeyStage?: JourneyStage,
  values: readonly Value[] = [],
): CoveringEntry => ({ wall, channel, state, campaign: { ...(journeyStage && { journeyStage }), values } });

const CALENDAR: readonly CoveringEntry[] = [
  entry('2027-05-01T00:00', 'instagram', 'published', 'acquisition', ['curiosity', 'belonging']),
  entry('2027-05-31T23:59', 'instagram', 'scheduled', 'loyalty', ['belonging']),
  entry('2027-05-12T09:00', 'email', 'planned', 'recovery', ['control']),
  entry('2027-05-12T09:00', 'email', 'cancelled', 'trial', ['ambition']),
  entry('2027-06-01T00:00', 'instagram', 'held'),
];

it('counts by the month of the wall time and by channel', () => {
  const [may, june] = coverageOf(['2027-05', '2027-06'], ['instagram', 'sms'], CALENDAR);
  expect(may).toMatchObject({
    month: '2027-05',
    planned: 1,
    scheduled: 1,
    published: 1,
    stages: { acquisition: 1, trial: 0, loyalty: 1, retention: 0, recovery: 1 },
    values: { ambition: 0, curiosity: 1, belonging: 2, control: 1 },
    unsaid: 0,
    gaps: { stages: ['trial', 'retention'], values: ['ambition'] },
  });
  expect(
    may?.channels.map(({ channel, planned, scheduled, published }) => [
      channel,
      planned,
      scheduled,
      published,
    ]),
  ).toEqual([
    ['instagram', 0, 1, 1],
    ['sms', 0, 0, 0],
    ['email', 1, 0, 0],
  ]);
  expect(june).toMatchObject({ planned: 1, unsaid: 1, gaps: { stages: JOURNEY_STAGES, values: VALUES } });
  expect(june?.channels.map(({ channel }) => channel)).toEqual(['instagram', 'sms']);
});

it.each(ENTRY_STATES.map((state) => [state, COVERING[state]] as const))(
  'an entry that is %s counts as %s',
  (state, as) => {
    const [month] = coverageOf(['2027-05'], [], [entry('2027-05-04T09:00', 'x', state, 'trial')]);
    expect([month?.planned, month?.scheduled, month?.published]).toEqual(
      ['planned', 'scheduled', 'published'].map((name) => (name === as ? 1 : 0)),
    );
    expect(month?.stages.trial).toBe(as === undefined ? 0 : 1);
  },
);

describe('as a table for people', () => {
  it('has a row for each month and channel, and says what is left out', () => {
    const text = coverageText(coverageOf(['2027-05', '2027-06'], ['instagram', 'sms'], CALENDAR));
    expect(text.split('\n').map((line) => line.replace(/ {2,}/gu, ' | '))).toEqual([
      'month | channel | entries | acquisition | trial | loyalty | retention | recovery | ambition | curiosity | belonging | control',
      '2027-05 | all | 3 | 1 | – | 1 | – | 1 | – | 1 | 2 | 1',
      ' | instagram | 2 | 1 | – | 1 | – | – | – | 1 | 2 | –',
      ' | sms | – | – | – | – | – | – | – | – | – | –',
      ' | email | 1 | – | – | – | – | 1 | – | – | – | 1',
      '2027-06 | all | 1 | – | – | – | – | – | – | – | – | –',
      ' | instagram | 1 | – | – | – | – | – | – | – | – | –',
      ' | sms | – | – | – | – | – | – | – | – | – | –',
      '',
      '2027-05: nothing for trial and retention; nothing that appeals to ambition; nothing on sms',
      '2027-06: nothing for acquisition, trial, loyalty, retention and recovery; nothing that appeals to ambition, curiosity, belonging and control; nothing on sms; 1 of campaigns that say neither stage nor values',
    ]);
  });

  it('says so where nothing is left out', () => {
    const every = JOURNEY_STAGES.map((stage) => entry('2027-05-04T09:00', 'x', 'scheduled', stage, VALUES));
    expect(coverageText(coverageOf(['2027-05'], ['x'], every))).toMatch(
      /\n\n2027-05: every stage and value, on every channel$/u,
    );
  });
});

const anyEntry = fc
  .record({
    month: fc.constantFrom('2027-04', '2027-05', '2027-06'),
    channel: fc.constantFrom('x', 'sms', 'email'),
    state: fc.constantFrom(...ENTRY_STATES),
    stage: fc.option(fc.constantFrom(...JOURNEY_STAGES), { nil: undefined }),
    values: fc.uniqueArray(fc.constantFrom(...VALUES)),
  })
  .map(({ month, channel, state, stage, values }) =>
    entry(`${month}-10T09:00`, channel, state, stage, values),
  );

it('the channels of a month add up to the month, and a gap is what counts nothing', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 30 }), (entries) => {
      for (const month of coverageOf(['2027-04', '2027-05', '2027-06'], ['x'], entries)) {
        const sum = (of: (one: Omit<typeof month, 'month' | 'channels'>) => number): number =>
          month.channels.reduce((total, one) => total + of(one), 0);
        expect(sum((one) => one.planned + one.scheduled + one.published)).toBe(
          month.planned + month.scheduled + month.published,
        );
        for (const stage of JOURNEY_STAGES) {
          expect(sum((one) => one.stages[stage])).toBe(month.stages[stage]);
          expect(month.gaps.stages.includes(stage)).toBe(month.stages[stage] === 0);
        }
        for (const value of VALUES) expect(sum((one) => one.values[value])).toBe(month.values[value]);
      }
    }),
  );
});
