import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataCheck, nodeCheck, zoneCheck } from '../../cli/machine-checks.ts';
import { zoneDataVersion } from '../../functions/core/zone.ts';
import { folderWith, run } from './support/run.ts';

describe('cantus doctor', () => {
  it('prints one document of checks', async () => {
    const folder = await folderWith({});
    const { status, out, said } = await run(['doctor', '--format', 'json'], { folder });
    const { version, checks } = JSON.parse(out);
    expect({ version, said }).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+/u), said: [] });
    expect(checks.map(({ check }: { check: string }) => check)).toEqual([
      'node',
      'zones',
      'store',
      'data',
      'build',
    ]);
    expect(status).toBe(checks.every(({ ok }: { ok: boolean }) => ok) ? 0 : 1);
  });

  it.each([
    ['20.19.0', true],
    ['20.18.9', false],
    ['18.20.0', false],
    ['22.0.0', true],
    ['26.1.0', true],
  ])('Node %s', (version, ok) => {
    expect(nodeCheck(version).ok).toBe(ok);
  });

  it('names the zone data and a time on which an older runtime is wrong', () => {
    const { ok, says } = zoneCheck(zoneDataVersion, '2025c');
    expect(ok).toBe(true);
    expect(says).toContain(`${zoneDataVersion} shipped`);
    expect(says).toContain('this Node has 2025c');
    expect(says).toContain('America/Vancouver is 2026-12-15T16:00:00Z');
  });

  it.each([
    ['new', async () => undefined, true, /new, can be made/u],
    ['data', async (folder: string) => mkdir(join(folder, 'data')), true, /writable, free/u],
    ['file', async (folder: string) => writeFile(join(folder, 'file'), ''), false, /is no folder/u],
    ['file/data', async (folder: string) => writeFile(join(folder, 'file'), ''), false, /is no folder/u],
  ])('the data folder %s', async (data, make, ok, says) => {
    const folder = await folderWith({});
    await make(folder);
    expect(await dataCheck(folder, data)).toEqual({ check: 'data', ok, says: expect.stringMatching(says) });
  });

  it('says who uses the data folder', async () => {
    const folder = await folderWith({ 'cantus.pid': String(process.pid) });
    expect(await dataCheck(folder, '.')).toMatchObject({
      ok: true,
      says: expect.stringContaining(`process ${process.pid}`),
    });
  });
});
