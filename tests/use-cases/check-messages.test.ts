/** A campaign's messages are held to what they say, not to what their variants are given on the way to a channel. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import { asId, type WorkspaceId } from '../../functions/core/ids.ts';
import { systemTenant } from '../../functions/core/tenant.ts';
import { checkMessages } from '../../functions/use-cases/campaign/check-messages.ts';

const guide: Guide = {
  ...neutralGuide,
  meta: { name: { full: 'Harbour Tea' } },
  disclosures: [{ id: 'nuts', when: { anyTerm: ['almond'] }, text: { en: ['Contains nuts.'] } }],
  hashtags: { required: ['HarbourTea'] },
  vocabulary: { terms: [{ id: 'cheap', term: 'cheap', status: 'banned' }] },
};

const FACTS = `
  - { id: price, kind: price, value: { amount: 4.50, currency: GBP }, required: true }
  - { id: days, kind: quantity, value: 5, required: true, label: { en: [days], el: [μέρες] } }
  - { id: line, kind: legal, value: "While stocks last.", required: true }`;

function rulesAt(locale: string, body: string): readonly string[] {
  const text = `name: Tea\nlocales: [${locale}]\nchannels: [facebook]\nfacts:${FACTS}\nmessage: { body: "${body}" }`;
  const read = readCampaign(text, { locale: 'en-GB', zone: 'Europe/London' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const tenant = systemTenant(asId<WorkspaceId>('harbour'));
  const told = checkMessages(
    tenant,
    { number: 0, guide, applies: 'new' },
    read.campaign,
    '2027-05-01T00:00:00Z',
  );
  return told.flatMap(({ findings }) => findings.map(({ rule, item }) => `${rule} ${item ?? ''}`));
}

describe('a message', () => {
  it('need not carry the disclosure, the hashtag and the small print that its variants are given', () =>
    expect(rulesAt('en-GB', 'Almond tea for five days, £4.50.')).toEqual([]));

  it('is told what it lacks and says wrongly', () =>
    expect(rulesAt('en-GB', 'Cheap almond tea, £5.40.')).toEqual([
      'banned-term cheap',
      'fact-conflict price',
      'fact-missing days',
    ]));

  it('may count a quantity by a noun that no label gives', () =>
    expect(rulesAt('el-GR', 'Τσάι για πέντε ημέρες, 4,50 £.')).toEqual([]));

  it('lacks the quantity where it says no such number', () =>
    expect(rulesAt('el-GR', 'Τσάι για μια εβδομάδα, 4,50 £.')).toEqual(['fact-missing days']));
});
