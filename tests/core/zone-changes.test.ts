/** Wall times around changes that governments made to their clocks; the instants agree with another reader of the IANA data. */
import { expect, it } from 'vitest';
import { resolveWall } from '../../functions/core/zone.ts';

const once: readonly (readonly [wall: string, zone: string, instant: string, what: string])[] = [
  ['2026-12-31T23:59', 'America/Vancouver', '2027-01-01T06:59:00Z', 'the first New Year on UTC-7'],
  ['2026-11-01T01:30', 'America/Edmonton', '2026-11-01T07:30:00Z', 'no hour repeats there any more'],
  ['2027-03-14T02:30', 'America/Edmonton', '2027-03-14T08:30:00Z', 'nor is one skipped'],
  ['2026-02-01T12:00', 'Africa/Casablanca', '2026-02-01T11:00:00Z', 'before Ramadan'],
  ['2026-03-01T12:00', 'Africa/Casablanca', '2026-03-01T12:00:00Z', 'in Ramadan'],
  ['2026-04-01T12:00', 'Africa/Casablanca', '2026-04-01T11:00:00Z', 'after Ramadan'],
  ['2026-10-15T12:00', 'Africa/Casablanca', '2026-10-15T12:00:00Z', 'UTC for good since September 2026'],
  ['2027-02-14T02:30', 'Africa/Casablanca', '2027-02-14T02:30:00Z', 'Ramadan changes nothing any more'],
  ['2026-07-01T12:00', 'Asia/Gaza', '2026-07-01T09:00:00Z', 'summer'],
  ['2027-01-15T12:00', 'Asia/Gaza', '2027-01-15T10:00:00Z', 'winter'],
  ['2027-03-27T12:00', 'Asia/Hebron', '2027-03-27T09:00:00Z', 'the first day of summer time'],
  ['2022-08-01T12:00', 'Asia/Tehran', '2022-08-01T07:30:00Z', 'the last summer time'],
  ['2023-03-22T00:30', 'Asia/Tehran', '2023-03-21T21:00:00Z', 'when it would have begun again'],
  ['2016-07-01T12:00', 'Europe/Istanbul', '2016-07-01T09:00:00Z', 'the summer time that never ended'],
  ['2016-11-06T03:30', 'Europe/Istanbul', '2016-11-06T00:30:00Z', 'where its end had been due'],
  ['2027-01-15T12:00', 'Europe/Istanbul', '2027-01-15T09:00:00Z', 'UTC+3 in winter too'],
  ['2010-12-15T12:00', 'Europe/Moscow', '2010-12-15T09:00:00Z', 'the last winter time of its kind'],
  ['2012-01-15T12:00', 'Europe/Moscow', '2012-01-15T08:00:00Z', 'summer time all year, 2011 to 2014'],
  ['2015-01-15T12:00', 'Europe/Moscow', '2015-01-15T09:00:00Z', 'winter time all year, since'],
  ['2021-01-15T12:00', 'Pacific/Apia', '2021-01-14T22:00:00Z', 'the last southern summer time'],
  ['2022-01-15T12:00', 'Pacific/Apia', '2022-01-14T23:00:00Z', 'none since'],
  ['2027-01-15T12:00', 'Pacific/Pago_Pago', '2027-01-15T23:00:00Z', 'the other Samoa, a day behind'],
  ['2024-01-15T12:00', 'Asia/Almaty', '2024-01-15T06:00:00Z', 'UTC+6'],
  ['2027-01-15T12:00', 'Asia/Almaty', '2027-01-15T07:00:00Z', 'UTC+5 since March 2024'],
  ['2019-01-15T12:00', 'America/Sao_Paulo', '2019-01-15T14:00:00Z', 'the last summer time'],
  ['2027-01-15T12:00', 'America/Sao_Paulo', '2027-01-15T15:00:00Z', 'none since'],
  ['2022-01-15T12:00', 'Asia/Amman', '2022-01-15T10:00:00Z', 'the last winter time'],
  ['2027-07-01T12:00', 'America/Asuncion', '2027-07-01T15:00:00Z', 'summer time all year since 2024'],
  ['2023-07-01T12:00', 'America/Nuuk', '2023-07-01T14:00:00Z', 'the year without a change back'],
  ['2027-07-01T12:00', 'America/Nuuk', '2027-07-01T13:00:00Z', 'summer time again, an hour on'],
  ['2027-01-31T09:00', 'Europe/Athens', '2027-01-31T07:00:00Z', 'a month end in winter'],
  ['2027-03-31T09:00', 'Europe/Athens', '2027-03-31T06:00:00Z', 'a month end in summer'],
  ['2028-02-29T09:00', 'America/New_York', '2028-02-29T14:00:00Z', 'a leap day in the north'],
  ['2028-02-29T23:59', 'Pacific/Auckland', '2028-02-29T10:59:00Z', 'a leap day in the south'],
];

it.each(once)('%s %s is %s: %s', (wall, zone, instant) => {
  expect(resolveWall(wall, zone)).toEqual({ status: 'exact', instants: [instant] });
});

it.each([
  ['2011-03-27T02:30', 'Europe/Moscow', '2011-03-27T01:59', '2011-03-27T03:00', 'into summer time for good'],
  ['2026-03-28T02:30', 'Asia/Gaza', '2026-03-28T01:59', '2026-03-28T03:00', 'after Ramadan'],
  ['2027-03-28T01:30', 'Europe/London', '2027-03-28T00:59', '2027-03-28T02:00', 'spring in the north'],
  ['2027-09-26T02:30', 'Pacific/Auckland', '2027-09-26T01:59', '2027-09-26T03:00', 'spring in the south'],
  ['2027-09-26T03:00', 'Pacific/Chatham', '2027-09-26T02:44', '2027-09-26T03:45', 'at a quarter to three'],
])('%s %s does not exist, but %s and %s do: %s', (wall, zone, ...rest) => {
  const suggestions = rest.slice(0, 2);
  expect(resolveWall(wall, zone)).toEqual({ status: 'skipped', instants: [], suggestions });
});

it.each([
  ['2022-09-21T23:30', 'Asia/Tehran', '2022-09-21T19:00:00Z', '2022-09-21T20:00:00Z', 'the last time'],
  ['2014-10-26T01:30', 'Europe/Moscow', '2014-10-25T21:30:00Z', '2014-10-25T22:30:00Z', 'back for good'],
  ['2021-04-04T03:30', 'Pacific/Apia', '2021-04-03T13:30:00Z', '2021-04-03T14:30:00Z', 'the last time'],
  ['2027-10-31T01:30', 'Europe/Dublin', '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', 'autumn, north'],
  ['2027-04-04T02:30', 'Pacific/Auckland', '2027-04-03T13:30:00Z', '2027-04-03T14:30:00Z', 'autumn, south'],
])('%s %s is %s and %s: %s', (wall, zone, ...rest) => {
  expect(resolveWall(wall, zone)).toEqual({ status: 'repeated', instants: rest.slice(0, 2) });
});
