/** Short channels tell the end of the offer where there is room, though its sentence says the headline's price again. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import { channelNamed } from '../support/adapted-parts.ts';

const facts: readonly Fact[] = [
  { id: 'price', kind: 'price', value: { amount: '64.00', currency: 'GBP' }, required: true },
  { id: 'ends', kind: 'date', value: '2027-05-31' },
];

function said(channelId: string, headline: string, body: string): Adaptation {
  return adapt({
    message: { headline, body, cta: { text: 'Book now', url: 'https://harbour.example/kettles' } },
    facts,
    guide: neutralGuide,
    channel: channelNamed(channelId),
    locale: 'en-GB',
    window: { from: '2027-05-01', to: '2027-05-31' },
    campaign: { id: 'c', name: 'Kettles' },
  });
}

const SHORT = ['x', 'instagram', 'threads', 'bluesky', 'mastodon'];

describe.each(SHORT)('%s', (channel) => {
  it('tells the end of the offer behind a headline that has its price', () =>
    expect(said(channel, 'Kettles for £64', 'Kettles for £64.00 until 31 May.').parts[0]?.text).toContain(
      'Kettles for £64\n\nKettles for £64.00 until 31 May.',
    ));

  it('says no price again that brings nothing else of the offer', () =>
    expect(said(channel, 'Kettles for £64', 'Yes, kettles for £64.00.').parts[0]?.text).not.toContain(
      '64.00',
    ));

  it('says the price once where another sentence tells the end', () =>
    expect(
      said(channel, 'Kettles for £64', 'Kettles for £64.00 until 31 May. It ends on 31 May.').parts[0]?.text,
    ).toContain('31 May'));
});

it('gives up the hook rather than the end where both have no room, and says so', () => {
  const headline = `Kettles for £64 ${'and warm rooms '.repeat(12)}`.trim();
  const { parts, leftOut } = said('x', headline, `Kettles for £64.00 until 31 May${' and a day'.repeat(6)}.`);
  expect(parts[0]?.text).toContain('until 31 May');
  expect(leftOut.map(({ what }) => what)).toEqual(['headline']);
});
