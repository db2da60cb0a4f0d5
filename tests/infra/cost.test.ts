/** The page of costs is made of the figures, and its sums are right. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import figures from '../../infra/figures.json' with { type: 'json' };
import * as z from 'zod';
import { template } from './cantus-stack.ts';
import { costPage, costsOf } from '../../scripts/cost-page.mjs';

const PAGE = new URL('../../infra/COST.md', import.meta.url);

it('is current: `node scripts/cost-page.mjs` writes it', async () => {
  expect(await readFile(PAGE, 'utf8')).toBe(await costPage());
});

it('says that prices must be checked, and where and when each was read', async () => {
  const page = await readFile(PAGE, 'utf8');
  expect(page).toContain('check them before you rely on a figure');
  expect(page).toContain(`Prices of ${figures.region}`);
  for (const { source, date } of Object.values(figures.prices)) {
    expect(page).toContain(source);
    expect(page).toContain(date);
  }
});

it('costs grow with the posts, and the total is their sum', async () => {
  const [one, many] = [costsOf(1), costsOf(figures.postsPriced)];
  for (const [at, { usd }] of many.entries())
    expect(usd).toBeCloseTo((one[at]?.usd ?? 0) * figures.postsPriced, 9);
  const total = many.reduce((sum, { usd }) => sum + usd, 0);
  expect(await readFile(PAGE, 'utf8')).toContain(`**$${total.toFixed(4)}**`);
});

const Alarm = z.object({
  Properties: z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() }),
});
const metricsOf = (alarm: unknown): number => {
  const { Metrics } = Alarm.parse(alarm).Properties;
  return Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
};

it('counts what stands while nothing is due', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const metrics = alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0);
  const { key, secret, alarmMetric } = figures.standing;
  expect(metrics).toBe(alarmMetric);
  template.resourceCountIs('AWS::KMS::Key', key);
  template.resourceCountIs('AWS::SecretsManager::Secret', secret);
});
