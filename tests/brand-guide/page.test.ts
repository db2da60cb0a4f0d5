/** The linter as a page loads it: small, and with the same rules as a process that has them all. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync, readdirSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileGuide as compilePrepared } from '../../brand-guide/engine/compile-prepared.ts';
import { compileGuide } from '../../brand-guide/engine/compile.ts';
import { prepareGuide } from '../../brand-guide/engine/prepare.ts';
import type { Place } from '../../brand-guide/engine/types.ts';
import { rules } from '../../brand-guide/rules/every-rule.ts';
import { REGISTRY, RULE_IDS } from '../../brand-guide/rules/registry.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { loadGuide } from '../../brand-guide/schema/load.ts';
import { channelOf } from '../../functions/channels/specs.ts';
import { browser } from '../../rolldown.config.js';
import { pageSizes } from '../../scripts/page-sizes.mjs';

const GUIDES = new URL('../../brand-guide/guides/', import.meta.url);

function guideOf(file: string): Guide {
  const read = loadGuide(readFileSync(new URL(file, GUIDES), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.message}`);
  return read.guide;
}

const idsOf = (compiled: ReturnType<typeof compileGuide>): string[] =>
  compiled.rules.map(({ rule }) => rule.meta.id);

const PLACES: readonly Place[] = ['en-US', 'el-GR', 'ru-RU', 'id-ID', 'zh-Hant-TW', 'fa-IR'].flatMap(
  (locale): Place[] => [{ locale }, { locale, channel: 'instagram' }, { locale, channel: 'sms' }],
);

describe('rules on demand', () => {
  test('each line of the registry loads the rule of its name', async () => {
    const loaded = await Promise.all(REGISTRY.map(async (one) => ('load' in one ? one.load() : one)));
    expect(loaded.map(({ meta }) => meta.id)).toEqual(RULE_IDS);
    expect(rules).toEqual(loaded);
  });

  const examples = rules.flatMap((rule) =>
    rule.meta.examples.map((example) => ({ id: rule.meta.id, rule, example })),
  );

  test.each(examples)('a guide that asks for $id gets it', ({ id, rule, example }) => {
    const guide: Guide = { meta: { name: { full: 'Test' } }, ...example.guide };
    const channel = example.channel === undefined ? undefined : channelOf(example.channel)?.spec.id;
    const place = { locale: example.locale ?? 'en-US', ...(channel && { channel }) };
    const line = REGISTRY.find((one) => 'load' in one && one.id === id);
    const mayWant = line && 'load' in line ? line.mayWant(guide, place) : true;
    expect(mayWant || !(rule.wanted?.(guide, place) ?? true)).toBe(true);
  });

  const guides = readdirSync(GUIDES).filter((file) => file.endsWith('.yaml'));

  test.each(guides)('%s has the same rules in every place, whoever loaded them', async (file) => {
    const guide = guideOf(file);
    await prepareGuide(guide, PLACES);
    for (const place of PLACES)
      expect(idsOf(compilePrepared(guide, place))).toEqual(idsOf(compileGuide(guide, place)));
  });

  test('a guide that was not prepared is no guide without rules', async () => {
    vi.resetModules();
    const fresh = await import('../../brand-guide/engine/compile-prepared.ts');
    const guide: Guide = { meta: { name: { full: 'Test' } }, voice: { activeVoice: true } };
    expect(() => fresh.compileGuide(guide, { locale: 'en-US' })).toThrow('await prepareGuide(guide)');
  });
});

describe('the bundle', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cantus-page-'));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const bundle = await rolldown({ ...browser, cwd: root });
    await bundle.write({ ...browser.output, dir: folder, sourcemap: false });
    await bundle.close();
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('what only some guides, places or channels need stands beside it', () => {
    const lazy = pageSizes(folder).lazy.map(({ name }) => name);
    for (const name of ['guide-rules', 'image-palette', 'readability', 'claim', 'passive-voice', 'spelling'])
      expect(lazy).toContain(name);
  });
});
