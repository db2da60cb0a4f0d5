/** Whom a letter is from: the guide's brand, else the campaign's, else nobody, and that is said. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import { channelNamed, partOf } from '../support/adapted-parts.ts';

const HARBOUR: Guide = { ...neutralGuide, meta: { name: { full: 'Harbour Tea' } } };

function letter(channelId: string, guide: Guide, brand?: string, headline = 'Jasmine pearls'): Adaptation {
  return adapt({
    message: {
      headline,
      body: 'Each pearl opens slowly.',
      cta: { text: 'Taste a pot', url: 'https://tea.example/' },
    },
    facts: [],
    guide,
    channel: channelNamed(channelId),
    locale: 'en-GB',
    campaign: { id: 'c', name: 'Pearls', ...(brand !== undefined && { brand }) },
  });
}

const bodyOf = (made: Adaptation): string => partOf(made, 'body');

describe('a letter', () => {
  it.each([
    ['the guide’s brand', HARBOUR, 'Pier Tea', 'Harbour Tea'],
    ['the campaign’s brand under a guide of no brand', neutralGuide, 'Pier Tea', 'Pier Tea'],
  ])('is from %s', (_title, guide, brand, sender) =>
    expect(bodyOf(letter('email', guide, brand))).toContain(`This e-mail is from ${sender}.`),
  );

  it('names no sender where nobody says one, and says so', () => {
    const made = letter('email', neutralGuide);
    expect(bodyOf(made)).not.toMatch(/This e-mail is from|Neutral/u);
    expect(made.problems.map(({ what }) => what)).toContain('sender');
  });
});

const LONG = 'Jasmine pearls from the high gardens, rolled by hand at night and opened slowly by you';

it.each(['push', 'web-banner'])(
  '%s has the guide’s short call where there is neither room nor brand',
  (id) => {
    const text = letter(id, neutralGuide, undefined, LONG).parts.map((part) => part.text);
    expect(text).not.toContain('Neutral');
    expect(text).not.toContain('');
  },
);
