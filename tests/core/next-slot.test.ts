/** The next free slot of an account: what it is around clock changes, and what it never is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, dayOf, daysInGap, nextSlot, SLOT_DAYS } from '../../functions/core/account-times.ts';
import { instantOf, millisOf, plusMinutes } from '../../functions/core/instant.ts';
import { runs } from '../support/runs.ts';

const athens = { zone: 'Europe/Athens', slots: ['09:00', '17:30'] } as const;

describe('offers', () => {
  it.each([
    ['2027-05-03T05:59:59Z', [], '2027-05-03T09:00', 'today’s first'],
    ['2027-05-03T06:00:00Z', [], '2027-05-03T17:30', 'never the minute that is running'],
    ['2027-05-03T20:00:00Z', [], '2027-05-04T09:00', 'tomorrow’s first'],
    ['2027-05-03T05:00:00Z', ['2027-05-03T06:00:00Z'], '2027-05-03T17:30', 'no taken one'],
    ['2027-01-31T20:00:00Z', [], '2027-02-01T09:00', 'past the month end'],
    ['2028-02-28T20:00:00Z', [], '2028-02-29T09:00', 'the leap day'],
  ])('at %s with %j: %s, %s', (now, taken, wall) => {
    expect(nextSlot(athens, now, taken)?.wall).toBe(wall);
  });

  it('keeps the wall time across a clock change', () => {
    const account = { zone: 'Europe/Athens', slots: ['09:00'] };
    expect(nextSlot(account, '2027-03-27T08:00:00Z', [])).toEqual({
      wall: '2027-03-28T09:00',
      zone: 'Europe/Athens',
      instant: '2027-03-28T06:00:00Z',
    });
  });

  it('no slot that the day skips, and of one that it repeats the earlier', () => {
    const account = { zone: 'Europe/Athens', slots: ['03:30'] };
    expect(nextSlot(account, '2027-03-27T12:00:00Z', [])?.wall).toBe('2027-03-29T03:30');
    expect(nextSlot(account, '2027-10-30T12:00:00Z', [])).toMatchObject({
      wall: '2027-10-31T03:30',
      disambiguation: 'earlier',
      instant: '2027-10-31T00:30:00Z',
    });
  });

  it('nothing when every day is full, when nothing suits, and when there are no slots', () => {
    const now = '2027-05-03T05:00:00Z';
    const full = Array.from({ length: SLOT_DAYS + 2 }, (_, day) => plusMinutes(now, day * 24 * 60));
    expect(nextSlot({ ...athens, cap: 1 }, now, full)).toBeUndefined();
    expect(nextSlot(athens, now, [], () => 'never')).toBeUndefined();
    expect(nextSlot(athens, now, [], () => 'later')).toBeUndefined();
    expect(nextSlot({ ...athens, slots: [] }, now, [])).toBeUndefined();
  });
});

it('knows every day that a gap reaches, on days of 23 and 25 hours too', () => {
  const account = { zone: 'Europe/Athens', gap: 24 * 60 };
  expect(daysInGap(account, '2027-10-31T21:59:00Z')).toEqual(['2027-10-31', '2027-11-01']);
  expect(daysInGap(account, '2027-03-28T21:30:00Z')).toEqual([
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
    '2027-03-30',
  ]);
  expect(daysInGap({ ...account, gap: 3 * 24 * 60 }, '2027-05-03T09:00:00Z')).toHaveLength(7);
  expect(daysInGap({ zone: 'Europe/Athens' }, '2027-05-03T09:00:00Z')).toEqual(['2027-05-03']);
});

const START = Date.UTC(2026, 0, 1);
const nows = fc
  .integer({ min: 0, max: 2 * 366 * 24 * 60 })
  .map((minutes) => instantOf(START + minutes * 60_000));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((pair) => pair.map((number) => String(number).padStart(2, '0')).join(':'));
const accounts = fc.record(
  {
    zone: fc.constantFrom(
      'Europe/Athens',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Cairo',
      'Pacific/Chatham',
      'Antarctica/Troll',
    ),
    slots: fc.array(times, { minLength: 1, maxLength: 5 }),
    cap: fc.integer({ min: 1, max: 4 }),
    gap: fc.integer({ min: 1, max: 3000 }),
  },
  { requiredKeys: ['zone', 'slots'] },
);
const cases = fc
  .tuple(accounts, nows, fc.array(fc.integer({ min: -3000, max: 20_000 }), { maxLength: 40 }))
  .map(([account, now, near]) => ({ account, now, taken: near.map((minutes) => plusMinutes(now, minutes)) }));

describe('laws', () => {
  it('is one of the slots, in the future, and breaks neither gap nor cap', () => {
    fc.assert(
      fc.property(cases, ({ account, now, taken }) => {
        const slot = nextSlot(account, now, taken);
        if (!slot) return;
        expect(account.slots).toContain(slot.wall.slice(11));
        expect(millisOf(slot.instant)).toBeGreaterThan(millisOf(now));
        for (const other of taken)
          expect(Math.abs(millisOf(other) - millisOf(slot.instant))).toBeGreaterThanOrEqual(
            (account.gap ?? 1) * 60_000,
          );
        const day = taken.filter((one) => dayOf(account, one) === slot.wall.slice(0, 10));
        if (account.cap !== undefined) expect(day.length).toBeLessThan(account.cap);
      }),
      runs(500),
    );
  });

  it('never comes earlier because time has passed or more is taken', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 0, max: 5000 }),
        nows,
        ({ account, now, taken }, minutes, more) => {
          const first = nextSlot(account, now, taken);
          const later = nextSlot(account, plusMinutes(now, minutes), taken);
          const fuller = nextSlot(account, now, [...taken, more]);
          for (const other of [later, fuller])
            if (first && other)
              expect(millisOf(other.instant)).toBeGreaterThanOrEqual(millisOf(first.instant));
        },
      ),
      runs(500),
    );
  });

  it('fills a queue in order, and every post of it keeps its distance from all the others', () => {
    fc.assert(
      fc.property(accounts, nows, (account, now) => {
        const taken: string[] = [];
        for (let posts = 0; posts < 12; posts += 1) {
          const slot = nextSlot(account, now, taken);
          if (!slot) break;
          expect(clashesOf(account, taken)(slot.instant)).toBeUndefined();
          taken.push(slot.instant);
        }
        expect(taken).toEqual(taken.toSorted((a, b) => millisOf(a) - millisOf(b)));
        expect(new Set(taken).size).toBe(taken.length);
      }),
      runs(200),
    );
  });
});
