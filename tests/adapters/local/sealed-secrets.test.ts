import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedSecrets } from '../../../functions/adapters/local/sealed-secrets.ts';
import type { Secrets } from '../../../functions/ports/secrets.ts';

describe('secrets of this home', () => {
  let folder: string;
  let secrets: Secrets;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cantus-secrets-'));
    secrets = await sealedSecrets(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const here = { workspace: 'harbour-tea', account: 'page' };

  it('open as they were sealed, whatever the text, also after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (plain) => {
        const sealed = await secrets.seal(plain, here);
        expect(await (await sealedSecrets(folder)).open(sealed, here)).toBe(plain);
      }),
    );
  });

  it('show nothing of the text, and are sealed differently every time', async () => {
    const [one, other] = [await secrets.seal('pass-word-1', here), await secrets.seal('pass-word-1', here)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('pass-word-1');
  });

  it.each([
    ['another account', { ...here, account: 'shop' }],
    ['another workspace', { ...here, workspace: 'other-tea' }],
    ['nothing', {}],
  ])('open for no other purpose: %s', async (_, purpose) => {
    expect(await secrets.open(await secrets.seal('pass-word-1', here), purpose)).toBeUndefined();
  });

  it('do not open once a single character is changed', async () => {
    const sealed = await secrets.seal('pass-word-1', here);
    for (let at = 3; at < sealed.length - 1; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(await secrets.open(sealed.slice(0, at) + other + sealed.slice(at + 1), here)).toBeUndefined();
    }
    for (const wrong of ['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'nonsense'])
      expect(await secrets.open(wrong, here)).toBeUndefined();
  });

  it('lie under a key that only its owner can read', async () => {
    expect((await stat(join(folder, 'secrets.key'))).mode & 0o777).toBe(0o600);
  });

  it('refuse a key file that is no key', async () => {
    const other = await mkdtemp(join(tmpdir(), 'cantus-secrets-'));
    await writeFile(join(other, 'secrets.key'), 'short');
    await expect(sealedSecrets(other)).rejects.toThrow('32 bytes');
    await rm(other, { recursive: true });
  });
});
