/** What every rule over a campaign keeps to: documented, shown by examples, and silent without a second variant. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CAMPAIGN_RULE_IDS } from '../../../../brand-guide/rules/campaign/ids.ts';
import { campaignRules } from '../../../../brand-guide/rules/campaign/registry.ts';
import { reportOn } from './report-on.ts';

describe.each(campaignRules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, { meta }) => {
  const accepted = meta.examples.flatMap((example) =>
    (example.accept ?? []).map((voices) => ({ example, voices })),
  );
  const rejected = meta.examples.flatMap((example) =>
    (example.reject ?? []).map((voices) => ({ example, voices })),
  );

  test('is documented and shows what it accepts and rejects', () => {
    expect([meta.says, meta.docs].every((text) => text.endsWith('.'))).toBe(true);
    expect([accepted.length, rejected.length].every((count) => count > 0)).toBe(true);
  });

  test.each(accepted)('accepts %#', ({ example, voices }) => {
    expect(reportOn(id, example, voices)).toEqual([]);
  });

  test.each(rejected)('rejects %#', ({ example, voices }) => {
    const last = voices.at(-1);
    const found = reportOn(id, example, voices);
    expect(found.map(({ channel, locale }) => [channel, locale])).toEqual([
      [last?.channel, last?.locale ?? 'en-US'],
    ]);
    for (const { start, end, evidence, beside } of found) {
      expect(last?.text.slice(start, end)).toBe(evidence);
      expect(beside).toMatchObject({ channel: voices[0]?.channel, locale: voices[0]?.locale ?? 'en-US' });
    }
    if (last) expect(reportOn(id, example, [last])).toEqual([]);
  });

  test('a guide may turn it off, weigh it and only observe it', () => {
    const [{ example, voices } = { example: undefined, voices: [] }] = rejected;
    if (!example) return expect.unreachable();
    const gated = (change: object) => {
      const guide = { ...example.guide, gates: { rules: { [id]: change } } };
      return reportOn(id, { ...example, guide }, voices).map(({ severity, gate }) => [severity, gate]);
    };
    expect(gated({ off: true })).toEqual([]);
    expect(gated({ severity: 'error' })).toEqual([['error', 'block']]);
    expect(gated({ severity: 'error', observe: true })).toEqual([['error', 'inform']]);
  });
});

test('the registry has every rule of the folder, each in a file of its own name with a table', () => {
  const folder = new URL('../../../../brand-guide/rules/campaign/', import.meta.url);
  const ids = campaignRules.map(({ meta }) => meta.id);
  expect(ids).toEqual(CAMPAIGN_RULE_IDS);
  const files = readdirSync(folder);
  const tables = readdirSync(new URL('.', import.meta.url));
  for (const id of ids)
    expect([files.includes(`${id}.ts`), tables.includes(`${id}.test.ts`)]).toEqual([true, true]);
});
