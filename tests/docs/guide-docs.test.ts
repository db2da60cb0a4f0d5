/** The pages of docs that are made from the product are those of this product. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { campaignRules } from '../../brand-guide/rules/campaign/registry.ts';
import { rules } from '../../brand-guide/rules/every-rule.ts';
import { guidePage, rulesPage } from '../../scripts/guide-docs.mjs';

const committed = (name: string) => readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test.each([
  ['guide.md', guidePage],
  ['rules.md', () => rulesPage(rules, campaignRules)],
])('docs/%s is current: `node scripts/guide-docs.mjs` writes it', async (name, page) => {
  expect(await committed(name)).toBe(await page());
});
