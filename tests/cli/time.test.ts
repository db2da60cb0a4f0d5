import { describe, expect, it } from 'vitest';
import { run } from './support/run.ts';

describe('cantus time', () => {
  it.each([
    ['2026-12-15T09:00', 'America/Vancouver', 0, { status: 'exact', instants: ['2026-12-15T16:00:00Z'] }],
    [
      '2027-10-31T03:30',
      'Europe/Athens',
      0,
      { status: 'repeated', instants: ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'] },
    ],
    [
      '2027-03-28T03:30',
      'Europe/Athens',
      1,
      { status: 'skipped', instants: [], suggestions: ['2027-03-28T02:59', '2027-03-28T04:00'] },
    ],
  ])('%s in %s', async (wall, zone, status, document) => {
    const ran = await run(['time', wall, zone, '--format', 'json']);
    expect(ran.status).toBe(status);
    expect(JSON.parse(ran.out)).toEqual(document);
    expect(ran.said).toEqual([]);
  });

  it.each([
    ['2026-12-15T09:00', 'America/Vancouver', '2026-12-15T16:00:00Z\n', []],
    ['2027-10-31T03:30', 'Europe/Athens', '2027-10-31T00:30:00Z  earlier\n2027-10-31T01:30:00Z  later\n', []],
    [
      '2027-03-28T03:30',
      'Europe/Athens',
      '',
      [expect.stringContaining('take 2027-03-28T02:59 or 2027-03-28T04:00')],
    ],
  ])('for people: %s in %s', async (wall, zone, out, said) => {
    expect(await run(['time', wall, zone])).toMatchObject({ out, said });
  });

  it.each([
    ['2026-12-15 09:00', 'America/Vancouver', 'is not a wall time'],
    ['2027-02-29T09:00', 'America/Vancouver', 'is not a wall time'],
    ['2026-12-15T09:00', 'America/Vancouvr', 'did you mean America/Vancouver?'],
  ])('bad input: %s in %s', async (wall, zone, says) => {
    const { status, out, said } = await run(['time', wall, zone]);
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });
});
