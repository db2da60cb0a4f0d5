import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { millisOf } from '../../functions/core/instant.ts';
import { zoneNames } from '../../functions/core/zone-table.ts';
import { resolveWall, wallOf } from '../../functions/core/zone.ts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const wallTimes = fc
  .tuple(
    fc.integer({ min: 1901, max: 2498 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(
    ([year, month, day, hour, minute]) =>
      `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`,
  );
const zones = fc.constantFrom(...zoneNames);

describe('laws', () => {
  it('every instant of a wall time shows that wall time, and instants increase', () => {
    fc.assert(
      fc.property(wallTimes, zones, (wall, zone) => {
        const { instants } = resolveWall(wall, zone);
        expect(instants.map((instant) => wallOf(instant, zone))).toEqual(instants.map(() => wall));
        const order = instants.map(millisOf);
        expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
      }),
      runs(1000),
    );
  });

  it('the wall time of an instant resolves to that instant', () => {
    const minutes = fc.integer({ min: Date.UTC(1973, 0, 1) / 60_000, max: Date.UTC(2499, 11, 30) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000).toISOString();
        const found = resolveWall(wallOf(instant, zone), zone).instants.map(millisOf);
        expect(found).toContain(minute * 60_000);
      }),
      runs(1000),
    );
  });
});

/** An independent reading of the same zones, for the years in which the runtime's data cannot be behind. */
const INTL_ZONES = [
  'America/New_York',
  'America/Vancouver',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Europe/Athens',
  'Europe/Dublin',
  'Europe/Moscow',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Taipei',
  'Asia/Jakarta',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
];
const intlWall = (format: Intl.DateTimeFormat, millis: number): string => {
  const part = Object.fromEntries(format.formatToParts(millis).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
};

describe('agrees with the runtime from 2000 to 2024', () => {
  it.each(INTL_ZONES)('%s', (zone) => {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    const step = 107.25 * 3_600_000;
    const differing: string[] = [];
    for (let millis = Date.UTC(2000, 0, 1); millis < Date.UTC(2024, 11, 31); millis += step) {
      const instant = new Date(millis).toISOString();
      if (wallOf(instant, zone) !== intlWall(format, millis)) differing.push(instant);
    }
    expect(differing).toEqual([]);
  });
});
