/** A person's own lengths are preferred where they fit and say what is required; what is missing is told. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import { channelOf } from '../../functions/channels/specs.ts';
import type { Message } from '../../functions/core/campaign.ts';

const code: Fact = { id: 'code', kind: 'code', value: 'MINT20', required: true };
const facts: readonly Fact[] = [
  code,
  { id: 'shop', kind: 'url', value: 'https://northwind.com/mint', required: true },
];
const message: Message = {
  headline: 'Meet Java Mint',
  body: 'Fresh mint over ice. Yours with the code MINT20.',
  cta: { text: 'Find your café', url: 'https://northwind.com/mint' },
};

const said = (id: string, changes: Partial<Message>, locale = 'en-GB'): Adaptation => {
  const channel = channelOf(id);
  if (channel === undefined) throw new Error(id);
  return adapt({
    message: { ...message, ...changes },
    facts,
    guide: neutralGuide,
    channel,
    locale,
    campaign: { id: 'c', name: 'Mint' },
  });
};
const text = (one: Adaptation): string => one.parts[0]?.text ?? '';

describe('own words', () => {
  const lengths = {
    micro: 'Mint is here: MINT20.',
    short: 'We froze the garden. MINT20 opens it.',
    long: 'A long tale of mint, with MINT20.',
  };
  it.each([
    ['x', 'We froze the garden. MINT20 opens it.\n\nFind your café: https://northwind.com/mint'],
    ['sms', 'Mint is here: MINT20. https://northwind.com/mint Reply STOP to end'],
    ['instagram', 'We froze the garden. MINT20 opens it.\n\nFind your café. Link in bio.'],
    ['facebook', 'A long tale of mint, with MINT20.\n\nFind your café: https://northwind.com/mint'],
  ])('on %s', (id, expected) => expect(text(said(id, { lengths }))).toBe(expected));

  it('that leave out what is required give way to the message', () => {
    expect(text(said('x', { lengths: { short: 'Mint is here.' } }))).toContain('MINT20');
  });

  it('that are too long give way to the message', () => {
    expect(text(said('x', { lengths: { short: `MINT20 ${'mint '.repeat(80)}` } }))).toContain(
      'Meet Java Mint',
    );
  });
});

describe('a step', () => {
  const offer: readonly Fact[] = [
    {
      id: 'offer',
      kind: 'percentage',
      value: { percent: '25', reduction: true },
      required: { steps: ['launch'] },
    },
    { id: 'ends', kind: 'date', value: '2027-04-30', role: 'end' },
  ];
  const teaser = {
    headline: 'Something green is coming',
    cta: { text: 'Be the first', url: 'https://a.com' },
  };
  const step = (id: string, name: string): string => {
    const channel = channelOf(id);
    if (channel === undefined) throw new Error(id);
    const place = { facts: offer, guide: neutralGuide, channel, locale: 'en-GB', step: name };
    return text(adapt({ ...place, message: teaser, campaign: { id: 'c', name: 'Spring' } }));
  };

  it.each(['x', 'sms', 'instagram', 'facebook'])('gives nothing away that it does not say, on %s', (id) => {
    expect(step(id, 'teaser')).not.toMatch(/25|April/u);
  });
  it('says what is required of it', () => expect(step('x', 'launch')).toMatch(/25% off\./u));
});

describe('a value that differs from place to place', () => {
  const declared: Fact = { ...code, values: [{ channels: ['x'], value: 'XMINT20' }] };
  const at = (value: string, body: string): string => {
    const channel = channelOf('x');
    if (channel === undefined) throw new Error('x');
    const place = { guide: neutralGuide, channel, locale: 'en-GB', campaign: { id: 'c', name: 'Mint' } };
    return text(
      adapt({ ...place, facts: [{ ...code, value }], declared: [declared], message: { ...message, body } }),
    );
  };

  it.each([
    ['XMINT20', 'Yours with the code MINT20.', 'Yours with the code XMINT20.'],
    ['MINT20', 'Yours with the code MINT20.', 'Yours with the code MINT20.'],
    ['MINT20', 'Yours with the code XMINT20.', 'Yours with the code MINT20.'],
    ['XMINT20', 'Yours with the code OTHER5 or MINT20.', 'OTHER5 or XMINT20.'],
  ])('is %s where the message says: %s', (value, body, expected) =>
    expect(at(value, body)).toContain(expected),
  );
});

describe('a message without an offer', () => {
  const story = {
    headline: 'We are open late',
    body: 'It is warm inside. Come by after eight for a late cup.',
  };
  it('says what matters most behind its hook, where there is room for one sentence', () => {
    expect(text(said('sms', { ...story, cta: { text: 'See you' } }))).toMatch(
      /late[.\s]+Come by after eight/u,
    );
  });
});

describe('problems', () => {
  it.each([
    ['a required fact that nothing says', 'x', { body: 'Fresh mint over ice.' }, 'en-GB', 'fact code'],
    ['no picture where one is needed', 'instagram', {}, 'en-GB', 'picture'],
    [
      'a picture without a text for those who cannot see it',
      'x',
      { media: [{ file: 'a.jpg' }] },
      'en-GB',
      'a.jpg',
    ],
    ['emoji alone, which a bare text leaves out', 'sms', { headline: '🎉', body: '' }, 'en-GB', 'message'],
    ['a language without phrases', 'sms', {}, 'sw-KE', 'phrase optOut'],
    ['a language without phrases, beside a link', 'instagram', {}, 'sw-KE', 'phrase linkInBio'],
  ])('%s', (_, id, changes, locale, what) => {
    expect(said(id, changes, locale).problems.map((one) => one.what)).toContain(what);
  });

  it('are none when all is well', () => expect(said('x', {}).problems).toEqual([]));
});

describe('numbers that have to be said', () => {
  const quantities = [
    { id: 'frames', kind: 'quantity', value: '5', required: true },
    { id: 'days', kind: 'quantity', value: '3', required: true },
  ] as const;
  const nouns = {
    frames: { one: '{quantity} оправа', few: '{quantity} оправы', other: '{quantity} оправ' },
    days: { one: '{quantity} день', few: '{quantity} дня', other: '{quantity} дней' },
  };
  const long = 'Закажите до пяти оправ и носите их дома целых три дня, совершенно бесплатно и без спешки.';
  const sms = (body: string, words: NonNullable<Phrases['quantities']> = nouns): string => {
    const channel = channelOf('sms');
    if (channel === undefined) throw new Error('sms');
    const guide: Guide = {
      ...neutralGuide,
      phrases: { ru: { quantities: words, offer: ['{quantities}[ {link}]'] } },
    };
    const place = { facts: quantities, guide, channel, locale: 'ru-RU', campaign: { id: 'c', name: 'Очки' } };
    return text(adapt({ ...place, message: { body, cta: { text: 'Начать', url: 'https://a.com/b' } } }));
  };

  it('are counted by the plural rules of the language where no sentence fits one segment', () =>
    expect(sms(long)).toBe('5 оправ, 3 дня. https://a.com/b Отказ: STOP'));
  it('are left to a sentence that fits', () =>
    expect(sms('Пять оправ на три дня.')).toBe('Пять оправ на три дня. https://a.com/b Отказ: STOP'));
  it('are left to a sentence, whatever it costs, where the guide has no noun for one', () => {
    const { frames } = nouns;
    expect(sms(long, { frames })).toContain(long);
  });
  it('spare the full stop before the link where it would cost a segment', () => {
    const noun = 'п'.repeat(33);
    const words = { ...nouns, frames: { ...nouns.frames, other: `{quantity} ${noun}` } };
    expect(sms(long, words)).toBe(`5 ${noun}, 3 дня https://a.com/b Отказ: STOP`);
  });
});
