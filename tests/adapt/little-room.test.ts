/** What a person would set where little fits: the day with its "from", the price beside the hour, the deadline before a bare call. */
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
  readonly facts: readonly Fact[];
  readonly message: Message;
  readonly guide?: Guide;
}

function said(id: string, { locale = 'en-GB', guide = neutralGuide, facts, message }: Given): Adaptation {
  const window = { from: '2027-05-01', to: '2027-12-31' };
  const campaign = { id: 'c', name: 'Night' };
  const cta = { text: 'Book a berth', url: 'https://ferry.example/n' };
  const channel = channelNamed(id);
  return adapt({ message: { cta, ...message }, facts, guide, channel, locale, window, campaign });
}

const starts: Fact = { id: 'starts', kind: 'date', value: '2027-06-14', required: true };
const leaves: Fact = { id: 'leaves', kind: 'time', value: '23:40', required: true };
const long =
  ', and we sleep as well as at home, only that the sea does the rocking and somebody else the steering';

describe('a first day keeps the words that make it the first', () => {
  it.each([
    ['en-GB', `From 14 June the ferry leaves at 23:40 every night${long}.`, 'From 14 June, 23:40'],
    [
      'el-GR',
      `Από τις 14 Ιουνίου το πλοίο φεύγει στις 23:40 κάθε βράδυ${long}.`,
      'Από τις 14 Ιουνίου, 23:40',
    ],
    ['ru-RU', `Паром отходит с 14 июня каждую ночь в 23:40${long}.`, 'С 14 июня'],
    ['id-ID', `Mulai 14 Juni kapal berangkat pukul 23.40 setiap malam${long}.`, 'Mulai 14 Juni, 23.40'],
    ['zh-TW', `6月14日起，渡輪每晚 23:40 開船${long}。`, '6月14日起'],
    ['fa-IR', `از ۱۴ ژوئن کشتی هر شب ساعت ۲۳:۴۰ راه می‌افتد${long}.`, 'از ۱۴ ژوئن'],
  ])('%s', (locale, body, text) =>
    expect(
      mainOf(said('push', { locale, facts: [starts, leaves], message: { headline: 'Sleep at sea', body } })),
    ).toContain(text),
  );
});

describe('a banner', () => {
  const name: Fact = { id: 'ship', kind: 'name', value: 'Meltemi' };
  const fare: Fact = {
    id: 'fare',
    kind: 'price',
    value: { amount: '38.00', currency: 'EUR' },
    required: true,
  };
  const day: Fact = { id: 'day', kind: 'date', value: '2027-08-21', role: 'event', required: true };
  const ends: Fact = { id: 'ends', kind: 'date', value: '2027-09-30', role: 'end', required: true };
  const print: Fact = { id: 'print', kind: 'legal', value: 'Kestrel Bank is regulated.' };
  const bank: Fact = { id: 'bank', kind: 'name', value: 'Kestrel Bank' };
  const headline = 'We have missed you, and we have been listening';

  it('says the required price beside the required hour', () =>
    expect(
      partOf(
        said('web-banner', {
          facts: [starts, leaves, fare, name],
          message: {
            headline: 'Sleep on the way to Naxos',
            body: `From 14 June the Meltemi leaves at 23:40${long}.\nA berth is €38.00${long}.`,
          },
        }),
        'headline',
      ),
    ).toBe('Meltemi, €38.00. From 14 June, 23:40'));

  it('says the day alone over its button rather than not at all', () =>
    expect(
      partOf(
        said('web-banner', {
          facts: [day],
          message: {
            headline: 'Ten minutes of yours, a lifetime of theirs',
            body: `On Saturday, 21 August 2027, the hall becomes a room for donors${long}.`,
          },
        }),
        'headline',
      ),
    ).toMatch(/21 August 2027$/u));

  it.each([
    ['behind the name in the small print', [ends, bank, print], 'Kestrel Bank. Until 30 September 2027'],
    ['alone where nobody is named', [ends], 'Until 30 September 2027'],
  ])('says a deadline %s where the hook has no room', (_, facts: Fact[], text) =>
    expect(
      partOf(
        said('web-banner', {
          facts,
          message: { headline, body: `Come back until 30 September 2027${long}.` },
        }),
        'headline',
      ),
    ).toBe(text),
  );
});

describe('a preheader', () => {
  const name: Fact = { id: 'ship', kind: 'name', value: 'Meltemi Star', required: true };
  const fare: Fact = {
    id: 'fare',
    kind: 'price',
    value: { amount: '38.00', currency: 'EUR' },
    required: true,
  };
  const preheader = (body: string, facts: readonly Fact[]): string =>
    partOf(said('email', { facts, message: { headline: 'Sleep on the way to Naxos', body } }), 'preheader');

  it('is a sentence where a frame has a few words only', () =>
    expect(preheader('A berth on the Meltemi Star is €38.00, breakfast included.', [name, fare])).toBe(
      'A berth on the Meltemi Star is €38.00, breakfast included.',
    ));

  it('is another sentence where what tells is too long to be read there', () =>
    expect(preheader(`We sail at night${long}.\nThe café on board opens at five in the morning.`, [])).toBe(
      'The café on board opens at five in the morning.',
    ));
});

it('no caption opens with a deadline that nobody asked for', () => {
  const day: Fact = { id: 'day', kind: 'date', value: '2027-10-16', role: 'event', required: true };
  const apply: Fact = { id: 'apply', kind: 'date', value: '2027-11-30', role: 'end' };
  const body = `Our doors are open on Saturday, 16 October 2027${long}.\nApplications close on 30 November 2027.`;
  const text = mainOf(
    said('instagram', { facts: [day, apply], message: { headline: 'Come and sit in our classrooms', body } }),
  );
  expect(text.indexOf('16 October')).toBeLessThan(text.indexOf('30 November'));
});

describe('numbers that the guide has words for', () => {
  const months: Fact = { id: 'months', kind: 'quantity', value: '12', label: { en: ['months'] } };
  const ends: Fact = { id: 'ends', kind: 'date', value: '2027-09-30', role: 'end', required: true };
  const brand: Guide = {
    ...neutralGuide,
    phrases: {
      en: {
        quantities: { months: { other: '{quantity} months without fees' } },
        offer: ['{quantities}[ {until}].[ {link}]'],
      },
    },
    disclosures: [
      { id: 'terms', when: { anyTerm: ['without fees'] }, text: { en: ['Terms and conditions apply.'] } },
    ],
  };
  const facts = [months, ends];
  const message: Message = {
    headline: 'We have missed you, and we have been listening',
    body: `Come back until 30 September 2027 and your first 12 months are free${long}.`,
  };
  const told = (id: string): Adaptation => said(id, { facts, message, guide: brand });

  it('are the offer where there is no other', () =>
    expect(partOf(told('push'), 'body')).toMatch(/^12 months without fees until 30 September 2027\./u));

  it('bring the line that they call for', () =>
    expect(partOf(told('push'), 'body')).toContain('Terms and conditions apply.'));

  it('are not told where that line has no room', () =>
    expect(partOf(told('web-banner'), 'headline')).toBe('Until 30 September 2027'));
});

describe('a rent', () => {
  const rent: Fact = {
    id: 'rent',
    kind: 'price',
    value: { amount: '62000.00', currency: 'RUB' },
    role: 'per-unit',
    required: true,
  };
  const message = (headline: string): Message => ({
    headline,
    body: `Аренда 62 000 ₽ в месяц, и за эти деньги вы получаете две комнаты, кухню, балкон и окна, в которые смотрит река.`,
  });
  const banner = (headline: string): string =>
    partOf(said('web-banner', { locale: 'ru-RU', facts: [rent], message: message(headline) }), 'headline');

  it('is written as the message writes it, behind the headline of what nobody has named', () =>
    expect(banner('Две комнаты у реки')).toBe('Две комнаты у реки. 62 000 ₽ в месяц.'));

  it('does not stand alone', () =>
    expect(banner('Две комнаты с видом на реку и на парк')).not.toMatch(/^62/u));
});

describe('a wall of lines', () => {
  const line = 'The hall opens early, and whoever comes finds tea, cake and somebody to talk to.';
  const body = Array.from({ length: 5 }, (_, index) => `${line.slice(0, -1)} ${index + 1}.`).join('\n');
  const told = (text: string): readonly string[] =>
    mainOf(said('facebook', { facts: [], message: { headline: 'Come in', body: text } }))
      .split('\n\n')
      .slice(1, -1);

  it('breaks where the message begins a line', () =>
    expect(told(body).map((paragraph) => paragraph.match(/\d\./gu))).toEqual([
      ['1.', '2.', '3.'],
      ['4.', '5.'],
    ]));

  it('is left whole where a person wrote one line', () =>
    expect(told(body.replaceAll('\n', ' '))).toHaveLength(1));
});

describe('a subject', () => {
  const subject = (headline: string): string =>
    partOf(said('email', { facts: [], message: { headline, body: `We sail at night${long}.` } }), 'subject');

  it('keeps together what leans on its first sentence', () =>
    expect(subject('Choose five frames for a week. Send back the four of them.')).toBe(
      'Choose five frames for a week. Send back the four of them.',
    ));

  it('takes the first sentence of two that stand alone', () =>
    expect(subject('Choose five frames for a week. Keep the one you love most of all.')).toBe(
      'Choose five frames for a week.',
    ));
});
