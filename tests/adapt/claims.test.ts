/** What short parts claim: a price of what it is the price of, a reduction with its code, days and hours as the message has them. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import type { Message } from '../../functions/core/campaign.ts';
import { channelNamed, mainOf, partOf } from '../support/adapted-parts.ts';

interface Given {
  readonly locale?: string;
  readonly guide?: Guide;
  readonly facts: readonly Fact[];
  readonly message: Message;
}

function said(id: string, { locale = 'en-GB', guide = neutralGuide, facts, message }: Given): Adaptation {
  const window = { from: '2027-05-01', to: '2027-09-30' };
  const campaign = { id: 'c', name: 'Night', brand: 'Pelagos Museum' };
  const cta = { text: 'See more of it', url: 'https://pelagos.example/n' };
  const channel = channelNamed(id);
  return adapt({ message: { cta, ...message }, facts, guide, channel, locale, window, campaign });
}

const K2: Fact = { id: 'product', kind: 'name', value: 'Sunden K2', required: true };
const refund: Fact = { id: 'refund', kind: 'price', value: { amount: '39.00', currency: 'EUR' } };
const recall: Given = {
  facts: [K2, refund],
  message: {
    headline: 'Please stop using your Sunden K2 kettle',
    body: 'The handle of some Sunden K2 kettles sold between January and June 2026 can come loose when the kettle is full to the brim.\nSend it back, and €39.00 is yours again.',
  },
};

describe('an amount that the message does not ask for the name', () => {
  it.each(['sms', 'push', 'web-banner', 'in-store-sign', 'x'])('is no price of it on %s', (id) => {
    const text = said(id, recall)
      .parts.map((part) => part.text)
      .join('\n');
    expect(text).not.toMatch(/K2,? ?€39/u);
    expect(text).toContain('Sunden K2');
  });

  it('leaves the hook to say what is the matter', () =>
    expect(mainOf(said('sms', recall))).toMatch(/^Please stop using your Sunden K2 kettle\. /u));

  it('is none where the sentence gives it back', () => {
    const body = 'We refund the €39.00 that you paid for your Sunden K2.';
    const made = said('in-store-sign', { ...recall, message: { headline: 'Stop using it', body } });
    expect(partOf(made, 'price')).toBe('');
  });

  it('is its price where one sentence says both', () => {
    const body = `A Sunden K2 is €39.00${' in every shop of ours that has a kettle on its shelf'.repeat(3)}.`;
    const made = said('web-banner', { ...recall, message: { headline: 'Kettles '.repeat(8).trim(), body } });
    expect(partOf(made, 'headline')).toBe('Sunden K2, €39.00');
  });
});

const night: Fact = {
  id: 'night',
  kind: 'price',
  value: { amount: '140.00', currency: 'EUR' },
  role: 'per-unit',
  required: true,
};
const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '15', reduction: true } };
const code: Fact = { id: 'code', kind: 'code', value: 'SEA15' };

describe('a price by the unit is told in its unit', () => {
  it.each([
    ['en-GB', 'A double room is €140.00 a night in September.', '€140.00 a night'],
    ['el-GR', 'Το δίκλινο κοστίζει 140,00 € τη βραδιά τον Σεπτέμβριο.', '140,00 € τη βραδιά'],
    ['ru-RU', 'Двухместный номер стоит 140,00 € за ночь, завтрак включён.', '140,00 € за ночь'],
    ['id-ID', 'Kamar untuk dua orang €140,00 per malam di bulan September.', '€140,00 per malam'],
    ['zh-TW', '雙人房每晚 €140.00，含早餐。', '每晚 €140.00'],
    ['fa-IR', 'اتاق دونفره شبی ۱۴۰٫۰۰ یورو است.', 'شبی ۱۴۰٫۰۰ یورو'],
  ])('%s', (locale, body, price) =>
    expect(partOf(said('in-store-sign', { locale, facts: [night], message: { body } }), 'price')).toBe(price),
  );
});

it('a sign names the code that its reduction takes', () =>
  expect(
    partOf(
      said('in-store-sign', {
        facts: [off, code],
        message: { headline: 'By the sea', body: 'Take 15% off with the code SEA15.' },
      }),
      'price',
    ),
  ).toBe('15% off with SEA15'));

const day: Fact = { id: 'day', kind: 'date', value: '2027-05-15', role: 'event', required: true };
const opens: Fact = { id: 'opens', kind: 'time', value: '19:00', required: true };
const closes: Fact = { id: 'closes', kind: 'time', value: '23:30', required: true };

describe('required days and hours are told by themselves where no sentence fits', () => {
  const body =
    'On Saturday 15 May the Pelagos stays open from 19:00 to 23:30 and the divers who raised the ship from the bottom of the bay walk you through its hall by torchlight.';
  const facts = [day, opens, closes];

  it.each([
    ['push', 'One night, every lamp lit', 'body', '15 May, 19:00 to 23:30. See more of it'],
    ['web-banner', 'Lamps', 'headline', 'Lamps. 15 May, 19:00 to 23:30'],
    ['web-banner', 'One night, every lamp lit', 'headline', 'Pelagos Museum. 15 May, 19:00 to 23:30'],
  ])('%s: %s', (id, headline, field, text) =>
    expect(partOf(said(id, { facts, message: { headline, body } }), field)).toBe(text),
  );

  it('in one segment where the sentence takes two', () =>
    expect(mainOf(said('sms', { facts, message: { headline: 'One night, every lamp lit', body } }))).toMatch(
      /^One night, every lamp lit\. 15 May, 19:00 to 23:30\. https/u,
    ));

  it('not where the headline has them', () => {
    const headline = 'One night: 15 May, 19:00 to 23:30';
    expect(partOf(said('push', { facts, message: { headline, body } }), 'body')).not.toMatch(/^15 May/u);
  });

  it('and says so', () =>
    expect(said('sms', { facts, message: { headline: 'Lamps', body } }).changed).toContainEqual({
      what: 'days and hours',
      why: 'told by themselves: “15 May, 19:00 to 23:30”',
    }));

  it('a deadline comes behind what it is the deadline of, or not at all', () => {
    const ends: Fact = { id: 'ends', kind: 'date', value: '2027-05-31', role: 'end', required: true };
    const message = { body: `Send us some lines by 31 May${' and a loaf'.repeat(9)}.` };
    const banner = (headline: string): string =>
      partOf(said('web-banner', { facts: [ends], message: { ...message, headline } }), 'headline');
    expect(banner('Baker wanted')).toBe('Baker wanted. Until 31 May');
    expect(banner('We are looking for a night baker')).toBe('We are looking for a night baker');
  });
});
