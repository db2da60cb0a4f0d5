import { describe, expect, it } from 'vitest';
import { Refused } from '../../functions/core/errors.ts';
import { resolveWall, slotAt, wallOf, zoneDataVersion } from '../../functions/core/zone.ts';

it('reads the shipped data, whatever the runtime has', () => {
  expect(zoneDataVersion).toMatch(/^20\d\d[a-z]$/u);
  expect(zoneDataVersion >= '2026f').toBe(true);
});

describe('a wall time that happens once', () => {
  it.each([
    ['2026-12-15T09:00', 'America/Vancouver', '2026-12-15T16:00:00Z', 'British Columbia stays on UTC-7'],
    ['2026-11-01T01:30', 'America/Vancouver', '2026-11-01T08:30:00Z', 'no hour repeats there any more'],
    ['2027-03-14T02:30', 'America/Vancouver', '2027-03-14T09:30:00Z', 'nor is one skipped'],
    ['2025-12-15T09:00', 'America/Vancouver', '2025-12-15T17:00:00Z', 'as it was before'],
    ['2026-12-15T09:00', 'America/Edmonton', '2026-12-15T15:00:00Z', 'Alberta stays on UTC-6'],
    ['2026-06-15T09:00', 'America/Edmonton', '2026-06-15T15:00:00Z', 'summer and winter alike'],
    ['2025-12-15T09:00', 'America/Edmonton', '2025-12-15T16:00:00Z', 'as it was before'],
    ['2026-12-15T09:00', 'America/Los_Angeles', '2026-12-15T17:00:00Z', 'the neighbour still changes'],
    ['2026-12-15T09:00', 'US/Pacific', '2026-12-15T17:00:00Z', 'a linked name'],
    ['2027-01-01T00:00', 'Asia/Calcutta', '2026-12-31T18:30:00Z', 'a linked name, half an hour'],
    ['2024-03-01T12:00', 'Africa/Casablanca', '2024-03-01T11:00:00Z', 'before Ramadan'],
    ['2024-03-20T12:00', 'Africa/Casablanca', '2024-03-20T12:00:00Z', 'in Ramadan'],
    ['2024-05-01T12:00', 'Africa/Casablanca', '2024-05-01T11:00:00Z', 'after Ramadan'],
    ['2027-01-15T12:00', 'Australia/Lord_Howe', '2027-01-15T01:00:00Z', 'summer, UTC+11'],
    ['2027-07-15T12:00', 'Australia/Lord_Howe', '2027-07-15T01:30:00Z', 'winter, UTC+10:30'],
    ['2011-12-29T23:59', 'Pacific/Apia', '2011-12-30T09:59:00Z', 'the last minute east of the date line'],
    ['2011-12-31T00:00', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the next minute, west of it'],
    ['2022-07-01T12:00', 'Africa/Cairo', '2022-07-01T10:00:00Z', 'no summer time in 2022'],
    ['2027-07-01T12:00', 'Africa/Cairo', '2027-07-01T09:00:00Z', 'summer time again since 2023'],
    ['2027-05-04T09:00', 'Asia/Kathmandu', '2027-05-04T03:15:00Z', 'UTC+5:45'],
    ['2027-01-15T12:00', 'Antarctica/Troll', '2027-01-15T12:00:00Z', 'winter on UTC'],
    ['2027-07-15T12:00', 'Antarctica/Troll', '2027-07-15T10:00:00Z', 'summer two hours ahead'],
    ['2022-09-07T12:00', 'America/Santiago', '2022-09-07T16:00:00Z', 'a week later than usual in 2022'],
    ['2027-01-15T12:00', 'America/Santiago', '2027-01-15T15:00:00Z', 'southern summer'],
    ['2022-10-15T12:00', 'America/Mexico_City', '2022-10-15T17:00:00Z', 'the last summer time'],
    ['2023-06-15T12:00', 'America/Mexico_City', '2023-06-15T18:00:00Z', 'none since'],
    ['2027-07-15T12:00', 'Asia/Tehran', '2027-07-15T08:30:00Z', 'no summer time since 2022'],
    ['2027-07-15T12:00', 'Europe/Moscow', '2027-07-15T09:00:00Z', 'none since 2011'],
    ['2027-02-28T23:59', 'Pacific/Kiritimati', '2027-02-28T09:59:00Z', 'UTC+14'],
    ['2028-02-29T09:00', 'Europe/Athens', '2028-02-29T07:00:00Z', 'a leap day'],
    ['2040-07-01T12:00', 'Europe/Athens', '2040-07-01T09:00:00Z', 'summer time after 2037'],
    ['2040-12-01T12:00', 'America/New_York', '2040-12-01T17:00:00Z', 'and winter'],
    ['2026-12-15T09:00', 'UTC', '2026-12-15T09:00:00Z', 'no zone at all'],
  ])('%s %s is %s: %s', (wall, zone, instant) => {
    expect(resolveWall(wall, zone)).toEqual({ status: 'exact', instants: [instant] });
    expect(wallOf(instant, zone)).toBe(wall);
    expect(slotAt(wall, zone, 'later')).toEqual({ wall, zone, instant });
  });
});

describe('a wall time that a clock change skips', () => {
  it.each([
    ['2027-03-14T02:30', 'America/New_York', '2027-03-14T01:59', '2027-03-14T03:00', 'spring, north'],
    ['2027-03-28T03:30', 'Europe/Athens', '2027-03-28T02:59', '2027-03-28T04:00', 'spring, Europe'],
    ['2027-10-03T02:00', 'Australia/Sydney', '2027-10-03T01:59', '2027-10-03T03:00', 'spring, south'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T01:59', '2026-10-04T02:30', 'half an hour'],
    ['2027-09-05T00:30', 'America/Santiago', '2027-09-04T23:59', '2027-09-05T01:00', 'midnight itself'],
    ['2027-04-30T00:30', 'Africa/Cairo', '2027-04-29T23:59', '2027-04-30T01:00', 'midnight itself'],
    ['2027-03-28T01:30', 'Antarctica/Troll', '2027-03-28T00:59', '2027-03-28T03:00', 'two hours'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-29T23:59', '2011-12-31T00:00', 'a whole day'],
    ['2024-04-14T02:30', 'Africa/Casablanca', '2024-04-14T01:59', '2024-04-14T03:00', 'the end of Ramadan'],
    ['2045-03-26T02:30', 'Europe/Berlin', '2045-03-26T01:59', '2045-03-26T03:00', 'after 2037'],
  ])('%s %s: %s or %s, %s', (wall, zone, before, after) => {
    const suggestions = [before, after];
    expect(resolveWall(wall, zone)).toEqual({ status: 'skipped', instants: [], suggestions });
    expect(() => slotAt(wall, zone, 'earlier')).toThrowError(
      expect.objectContaining({ code: 'skipped-time', details: { wall, zone, suggestions } }),
    );
    for (const offered of suggestions) expect(resolveWall(offered, zone).status).toBe('exact');
  });
});

describe('a wall time that happens twice', () => {
  it.each([
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z', 'autumn, north'],
    ['2027-10-31T03:30', 'Europe/Athens', '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', 'autumn, Europe'],
    ['2027-04-04T02:30', 'Australia/Sydney', '2027-04-03T15:30:00Z', '2027-04-03T16:30:00Z', 'autumn, south'],
    [
      '2027-04-04T01:45',
      'Australia/Lord_Howe',
      '2027-04-03T14:45:00Z',
      '2027-04-03T15:15:00Z',
      'half an hour',
    ],
    [
      '2027-04-03T23:30',
      'America/Santiago',
      '2027-04-04T02:30:00Z',
      '2027-04-04T03:30:00Z',
      'before midnight',
    ],
    ['2027-10-28T23:30', 'Africa/Cairo', '2027-10-28T20:30:00Z', '2027-10-28T21:30:00Z', 'before midnight'],
    [
      '2024-03-10T02:30',
      'Africa/Casablanca',
      '2024-03-10T01:30:00Z',
      '2024-03-10T02:30:00Z',
      'Ramadan begins',
    ],
    ['2027-10-31T01:30', 'Antarctica/Troll', '2027-10-30T23:30:00Z', '2027-10-31T01:30:00Z', 'two hours'],
    [
      '2025-11-02T01:30',
      'America/Vancouver',
      '2025-11-02T08:30:00Z',
      '2025-11-02T09:30:00Z',
      'the last time',
    ],
  ])('%s %s: %s or %s, %s', (wall, zone, earlier, later) => {
    expect(resolveWall(wall, zone)).toEqual({ status: 'repeated', instants: [earlier, later] });
    expect(() => slotAt(wall, zone)).toThrowError(
      expect.objectContaining({
        code: 'repeated-time',
        details: { wall, zone, instants: [earlier, later], proposed: 'earlier' },
      }),
    );
    expect(slotAt(wall, zone, 'earlier')).toEqual({
      wall,
      zone,
      disambiguation: 'earlier',
      instant: earlier,
    });
    expect(slotAt(wall, zone, 'later')).toEqual({ wall, zone, disambiguation: 'later', instant: later });
  });
});

describe('what is refused', () => {
  it.each([
    ['2026-02-30T09:00', 'a day that does not exist'],
    ['2027-02-29T09:00', 'a leap day in a common year'],
    ['2026-12-15T24:00', 'hour 24'],
    ['2026-12-15T09:60', 'minute 60'],
    ['2026-12-15 09:00', 'a blank for the T'],
    ['2026-12-15T09:00Z', 'an instant'],
    ['2026-12-15T09:00:00', 'seconds'],
    ['2026-12-15', 'a day'],
    ['0026-12-15T09:00', 'a year before the tables'],
    ['2500-01-01T09:00', 'a year after the tables'],
    ['', 'nothing'],
    ['۲۰۲۶-۱۲-۱۵T۰۹:۰۰', 'other digits'],
  ])('the wall time "%s": %s', (wall) => {
    expect(() => resolveWall(wall, 'Europe/Athens')).toThrowError(
      expect.objectContaining({ code: 'invalid-input', name: 'Refused' }),
    );
  });

  it.each([
    ['europe/athens', 'did you mean Europe/Athens?'],
    ['EUROPE/ATHENS', 'did you mean Europe/Athens?'],
    ['Europe/Atens', 'did you mean Europe/Athens?'],
    ['Athens', 'did you mean Europe/Athens?'],
    ['new york', 'did you mean America/New_York?'],
    ['America/Athens', 'did you mean Europe/Athens?'],
    ['utc', 'did you mean UTC?'],
    ['Moon/Tranquility', 'expected an IANA name, such as Europe/Athens'],
    ['+02:00', 'expected an IANA name, such as Europe/Athens'],
    ['', 'expected an IANA name, such as Europe/Athens'],
    ['__proto__', 'expected an IANA name, such as Europe/Athens'],
  ])('the zone "%s": %s', (zone, hint) => {
    const refusal = expect.objectContaining({
      code: 'unknown-zone',
      message: `Unknown zone "${zone}": ${hint}`,
    });
    expect(() => resolveWall('2026-12-15T09:00', zone)).toThrowError(refusal);
    expect(() => wallOf('2026-12-15T09:00:00Z', zone)).toThrowError(refusal);
  });

  it('an instant that is none', () => {
    expect(() => wallOf('2026-12-15T09:00', 'UTC')).toThrowError(Refused);
  });
});
