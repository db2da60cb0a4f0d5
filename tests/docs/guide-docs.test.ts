/** The pages of docs that are made from the product are those of this product. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { campaignRules } from '../../brand-guide/rules/campaign/registry.ts';
import { rules } from '../../brand-guide/rules/every-rule.ts';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import { campaignPage } from '../../scripts/campaign-docs.mjs';
import { guidePage, rulesPage } from '../../scripts/guide-docs.mjs';

const committed = (name: string) => readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test.each([
  ['guide.md', 'guide-docs', guidePage],
  ['rules.md', 'guide-docs', () => rulesPage(rules, campaignRules)],
  ['campaigns.md', 'campaign-docs', campaignPage],
])('docs/%s is current: `node scripts/%s.mjs` writes it', async (name, _, page) => {
  expect(await committed(name)).toBe(await page());
});

test('the campaign of docs/campaigns.md is one, in every channel that it names', async () => {
  const [, source = ''] = /```yaml\n([\s\S]+?)```/u.exec(await committed('campaigns.md')) ?? [];
  expect(readCampaign(source)).toMatchObject({
    ok: true,
    campaign: { channels: ['instagram', 'facebook', 'x', 'sms'], journeyStage: 'loyalty' },
  });
});
