/** Recurrence as RFC 5545 has it, in floating wall time. */
import { describe, expect, it } from 'vitest';
import { checkRecurrence, occurrences } from '../../functions/core/recurrence.ts';

const NEVER = '2000-01-01T00:00';
const walls = (start: string, rrule: string, to: string, except: readonly string[] = []) =>
  occurrences({ start, rrule, except }, NEVER, to);

describe('names the days that the RFC says', () => {
  it.each([
    [
      'a month end only where there is one',
      '2027-01-31',
      'FREQ=MONTHLY',
      '2027-06-30',
      ['01-31', '03-31', '05-31'],
    ],
    [
      'the last day of every month',
      '2027-01-31',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2027-04-30',
      ['01-31', '02-28', '03-31', '04-30'],
    ],
    [
      'the last working day',
      '2027-01-01',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2027-03-31',
      ['01-29', '02-26', '03-31'],
    ],
    [
      'every second Tuesday',
      '2027-01-01',
      'FREQ=MONTHLY;BYDAY=2TU',
      '2027-03-31',
      ['01-12', '02-09', '03-09'],
    ],
    [
      'every other week',
      '2027-01-04',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
      '2027-01-31',
      ['01-04', '01-06', '01-18', '01-20'],
    ],
    ['Friday the thirteenth', '2027-01-01', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2027-12-31', ['08-13']],
    ['three times', '2027-01-30', 'FREQ=DAILY;COUNT=3', '2027-12-31', ['01-30', '01-31', '02-01']],
    [
      'until a day, with it',
      '2027-01-30',
      'FREQ=DAILY;UNTIL=20270201',
      '2027-12-31',
      ['01-30', '01-31', '02-01'],
    ],
    [
      'until a wall time, with it',
      '2027-01-30',
      'FREQ=DAILY;UNTIL=20270131T090000',
      '2027-12-31',
      ['01-30', '01-31'],
    ],
    [
      'not one that starts before the rule’s own day',
      '2027-01-01',
      'FREQ=WEEKLY;BYDAY=MO',
      '2027-01-15',
      ['01-04', '01-11'],
    ],
    [
      'with the prefix, in small letters',
      '2027-01-30',
      'rrule:freq=daily;count=2',
      '2027-12-31',
      ['01-30', '01-31'],
    ],
  ])('%s', (_what, day, rrule, to, expected) => {
    expect(walls(`${day}T09:00`, rrule, `${to}T23:59`)).toEqual(expected.map((one) => `2027-${one}T09:00`));
  });

  it('29 February only in leap years', () => {
    expect(walls('2028-02-29T09:00', 'FREQ=YEARLY', '2040-12-31T00:00')).toEqual(
      ['2028', '2032', '2036', '2040'].map((year) => `${year}-02-29T09:00`),
    );
  });

  it('several times of a day', () => {
    expect(walls('2027-01-04T09:00', 'FREQ=WEEKLY;BYHOUR=9,17;BYMINUTE=30', '2027-01-10T00:00')).toEqual([
      '2027-01-04T09:30',
      '2027-01-04T17:30',
    ]);
  });

  it('what is left out counts', () => {
    const except = ['2027-01-02T09:00'];
    expect(walls('2027-01-01T09:00', 'FREQ=DAILY;COUNT=3', '2027-12-31T00:00', except)).toEqual([
      '2027-01-01T09:00',
      '2027-01-03T09:00',
    ]);
  });

  it('the same whatever window is asked for', () => {
    const rule = { start: '2027-01-31T09:00', rrule: 'FREQ=MONTHLY;COUNT=20', except: [] };
    const all = occurrences(rule, NEVER, '2040-01-01T00:00');
    const halves = [
      ...occurrences(rule, NEVER, '2028-03-31T09:00'),
      ...occurrences(rule, '2028-03-31T09:00', '2040-01-01T00:00'),
    ];
    expect(all).toHaveLength(20);
    expect(halves).toEqual(all);
  });

  it('wall times that a zone skips, too: the zone comes afterwards', () => {
    expect(walls('2027-03-27T03:30', 'FREQ=DAILY', '2027-03-29T23:59')).toContain('2027-03-28T03:30');
  });
});

describe('refuses', () => {
  it.each([
    ['', 'found ; expected the parts FREQ'],
    ['BYDAY=MO', 'expected a part FREQ: DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=HOURLY', 'FREQ: found "HOURLY"; expected DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL: found "0"; expected 1 to 1000'],
    ['FREQ=DAILY;COUNT=many', 'COUNT: found "MANY"; expected 1 to 1000'],
    ['FREQ=WEEKLY;BYDAY=MON', 'BYDAY: found "MON"; expected MO, TU'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY: found "1MO"; a number takes FREQ=MONTHLY or FREQ=YEARLY'],
    ['FREQ=DAILY;BYHOUR=25', 'BYHOUR: found "25"; expected hours 0 to 23'],
    ['FREQ=DAILY;UNTIL=20270230', 'UNTIL: found "20270230"; expected a day such as 20271231'],
    ['FREQ=DAILY;UNTIL=20270201T000000Z', 'without Z'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270201', 'expected COUNT or UNTIL, not both'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'found FREQ twice'],
    ['FREQ=DAILY;BYEASTER=1', 'found BYEASTER; expected the parts FREQ, INTERVAL'],
    ['FREQ=DAILY;__PROTO__=1', 'found __PROTO__; expected the parts'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'expected a rule that names a day by the year 2037'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'found BYWEEKNO; expected the parts FREQ'],
    ['FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13', 'FREQ=MONTHLY takes both'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'expected parts that go together'],
    ['FREQ=DAILY;BYSETPOS=1', 'expected parts that go together'],
    ['FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40', 'found 25 times of a day'],
    [`FREQ=DAILY;BYMONTH=${'1,'.repeat(400)}1`, 'expected at most 500 characters'],
  ])('the rule "%s": %s', (rrule, says) => {
    expect(() => checkRecurrence({ start: '2027-01-31T09:00', rrule, except: [] })).toThrowError(
      expect.objectContaining({
        code: 'invalid-input',
        details: {
          problems: expect.arrayContaining([{ path: 'rrule', message: expect.stringContaining(says) }]),
        },
      }),
    );
  });

  it('a start and an exception that are no wall times, each at its place', () => {
    const wrong = { start: '2027-02-29T09:00', rrule: 'FREQ=DAILY', except: ['2027-03-01'] };
    expect(() => checkRecurrence(wrong)).toThrowError(
      expect.objectContaining({
        details: {
          problems: [
            expect.objectContaining({ path: 'start' }),
            expect.objectContaining({ path: 'except[0]' }),
          ],
        },
      }),
    );
  });
});
