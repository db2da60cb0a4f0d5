/** A short run of `npm run chaos`: the local server killed with SIGKILL, and a provider that keeps its own ledger. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChaosPrograms } from '../../scripts/chaos-programs.mjs';
import { runChaos } from './chaos.ts';
import { CHANNELS } from './tally.ts';
import { deathAt, deathOf, MOMENTS, textOf } from './death.ts';

const KILLS = 6;

describe('deaths', () => {
  it('go round every moment of every step', () => {
    const all = Array.from({ length: 9 }, (_, n) => textOf(deathAt(n, 3)));
    expect(new Set(all).size).toBe(3 * MOMENTS.length);
    expect(deathAt(9, 3)).toEqual(deathAt(0, 3));
  });

  it('are read as they are written', () => {
    expect(deathOf(textOf({ step: 12, moment: 'during' }))).toEqual({ step: 12, moment: 'during' });
    expect(deathOf(textOf(undefined))).toBeUndefined();
  });
});

describe('a server that is killed', () => {
  const programs = join(process.cwd(), `node_modules/.cache/chaos-test-${process.pid}`);

  beforeAll(async () => {
    await buildChaosPrograms(programs, ['server', 'provider']);
  }, 120_000);
  afterAll(() => rm(programs, { recursive: true, force: true }));

  it('posts nothing twice and loses nothing', async () => {
    const tally = await runChaos({ kills: KILLS, programs, lanes: 2, say: console.log });
    expect(tally.broken).toEqual([]);
    expect(tally).toMatchObject({ duplicates: 0, losses: 0, misreported: 0 });
    expect(tally.kills).toBeGreaterThanOrEqual(KILLS);
    for (const channel of CHANNELS) expect(tally.ends.get(`published on ${channel}`)).toBeGreaterThan(0);
    expect(tally.posts).toBeGreaterThan(0);
  }, 300_000);
});
