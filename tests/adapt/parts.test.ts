/** Which parts each shape of channel gets, and what stands in them when there is no room. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import { channelOf } from '../../functions/channels/specs.ts';
import type { Message } from '../../functions/core/campaign.ts';

const URL = 'https://harbour.example/jasmine';
const facts: readonly Fact[] = [
  { id: 'price', kind: 'price', value: { amount: '6.40', currency: 'EUR' }, label: { en: ['pot'] } },
  { id: 'code', kind: 'code', value: 'PEARL10' },
  { id: 'offer', kind: 'percentage', value: { percent: '10', reduction: true } },
  { id: 'shop', kind: 'url', value: URL, required: true },
];
const message: Message = {
  headline: 'Jasmine pearls are rolled by hand',
  body: 'Each pearl opens slowly in the cup. A pot is €6.40, and 10% off with the code PEARL10. It is back.',
  details: [
    { emoji: '🌼', text: 'Three scentings' },
    { emoji: '🍵', text: 'Two leaves and a bud' },
  ],
  cta: { text: 'Taste a pot', url: URL },
  hashtags: ['JasminePearls', 'SlowTea'],
};

interface Change {
  readonly message?: Partial<Message>;
  readonly guide?: Partial<Guide>;
  readonly format?: string;
}

function said(id: string, change: Change = {}): Adaptation {
  const channel = channelOf(id);
  if (channel === undefined) throw new Error(id);
  return adapt({
    message: { ...message, ...change.message },
    facts,
    guide: { ...neutralGuide, meta: { name: { full: 'Harbour Tea' } }, ...change.guide },
    channel,
    locale: 'en-GB',
    campaign: { id: 'c', name: 'Pearls' },
    ...(change.format !== undefined && { format: change.format }),
  });
}

const partsOf = ({ parts }: Adaptation): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map(({ field, text }) => [field, text]));

describe('each shape has its parts', () => {
  it('a sign: headline, price, the offer and a code to scan', () =>
    expect(partsOf(said('in-store-sign'))).toEqual({
      headline: message.headline,
      body: '10% off with PEARL10.\nScan for more.',
      price: '€6.40 pot',
    }));
  it('a banner: headline and button', () =>
    expect(partsOf(said('web-banner'))).toEqual({
      headline: '€6.40 pot, and 10% off with PEARL10',
      button: 'Taste a pot',
    }));
  it('a push: title and body', () => {
    const { title, body } = partsOf(said('push'));
    expect(title).toBe(message.headline);
    expect(body).toBe('A pot is €6.40, and 10% off with the code PEARL10. Taste a pot');
  });
  it('an e-mail: subject, preheader, and a body that says whom it is from and how to stop it', () => {
    const { subject, preheader, body = '' } = partsOf(said('email'));
    expect(subject).toBe(message.headline);
    expect(preheader).toMatch(/€6\.40|Each pearl/u);
    expect(body).not.toContain(message.headline);
    expect(body).toContain('🌼 Three scentings\n🍵 Two leaves and a bud');
    expect(body.split('\n').slice(-2)).toEqual([
      'This e-mail is from Harbour Tea.',
      'To stop receiving these e-mails, just reply and tell us.',
    ]);
    expect(body).not.toContain('#');
  });
  it('a WhatsApp message: a button that carries the link', () => {
    const whatsapp = said('whatsapp');
    const { text = '', header, footer, button } = partsOf(whatsapp);
    expect({ header, footer, button }).toEqual({
      header: message.headline,
      footer: 'Reply STOP to end',
      button: 'Taste a pot',
    });
    expect(text).not.toContain(URL);
    expect(whatsapp.link).toBe(URL);
    expect(whatsapp.problems).toEqual([]);
  });
});

describe('where there is no room', () => {
  const headline = 'Jasmine pearls are rolled by hand. They open in the cup, one after the other, slowly.';
  it('a title takes the headline’s first sentence, and says so', () => {
    const push = said('push', { message: { headline } });
    expect(partsOf(push)['title']).toBe('Jasmine pearls are rolled by hand.');
    expect(push.changed.map(({ what }) => what)).toContain('title');
  });
  it('a button takes the guide’s short call', () => {
    const banner = said('web-banner', {
      message: { cta: { text: 'Taste a pot of jasmine pearls with us', url: URL } },
    });
    expect(partsOf(banner)['button']).toBe('See more');
  });
  it('no part passes its limit', () => {
    const long = { headline: 'Pearl '.repeat(60).trim(), body: 'Pearl '.repeat(2_000) };
    for (const id of ['push', 'web-banner', 'in-store-sign', 'whatsapp', 'youtube', 'pinterest', 'tiktok'])
      for (const { field, text } of said(id, { message: long }).parts)
        expect([id, field, channelOf(id)?.count(text, field).fits]).toEqual([id, field, true]);
  });
});

describe('a thread', () => {
  const body = Array.from(
    { length: 9 },
    (_, at) => `Pearl ${at} opens while the water waits for it, ${'leaf by leaf '.repeat(4)}until it rests.`,
  );
  const thread = said('x', { format: 'thread', message: { body: body.join(' ') } });

  it('keeps every sentence whole and in order, each post within the limit', () => {
    expect(thread.parts.map(({ field }) => field)).toEqual([
      'text',
      ...thread.parts.slice(1).map((_, at) => `thread[${at}]`),
    ]);
    expect(thread.parts.length).toBeGreaterThan(3);
    const whole = thread.parts.map(({ text }) => text).join(' ');
    const places = body.map((sentence) => whole.indexOf(sentence));
    expect(places.every((place) => place >= 0)).toBe(true);
    for (const { field, text } of thread.parts) expect(channelOf('x')?.count(text, field).fits).toBe(true);
  });
  it('calls at its end, once', () => {
    expect(thread.parts.at(-1)?.text).toContain(`Taste a pot: ${URL}`);
    expect(thread.parts.filter(({ text }) => text.includes(URL))).toHaveLength(1);
  });
  it('is one post where everything fits', () =>
    expect(said('threads', { format: 'thread' }).parts).toHaveLength(1));
});

describe('a channel that needs a picture and has none', () => {
  const color = {
    $type: 'color',
    primary: { $value: { colorSpace: 'srgb', components: [0, 0, 0.4], hex: '#000066' } },
    background: { $value: { colorSpace: 'srgb', components: [1, 1, 1], hex: '#ffffff' } },
  };
  it.each([
    ['instagram', 'feed'],
    ['instagram', 'story'],
    ['pinterest', 'feed'],
  ])('is offered a card: %s %s', (id, format) => {
    const { problems } = said(id, { format, guide: { color } });
    expect(problems.find(({ what }) => what === 'picture')?.fix).toMatchObject({
      do: 'make-card',
      card: {
        headline: message.headline,
        price: '€6.40 pot',
        offer: '10% off with PEARL10.',
        call: 'Taste a pot',
        direction: 'ltr',
        colors: { primary: '#000066', onPrimary: '#FFFFFF', background: '#FFFFFF' },
      },
    });
  });
  it('and one that has one is not', () =>
    expect(said('instagram', { message: { media: [{ file: 'pot.jpg', alt: 'A pot' }] } }).problems).toEqual(
      [],
    ));
});

describe('a call is set as its own ending asks', () => {
  const called = (id: string, text: string): string => {
    const parts = partsOf(said(id, { message: { cta: { text, url: URL } } }));
    return parts['button'] ?? parts['text'] ?? parts['body'] ?? '';
  };
  it.each([
    ['facebook', 'Taste a pot!', `Taste a pot! ${URL}`],
    ['facebook', 'Shall we taste a pot?', `Shall we taste a pot? ${URL}`],
    ['facebook', 'Taste a pot.', `Taste a pot: ${URL}`],
    ['facebook', 'Taste a pot:', `Taste a pot: ${URL}`],
    ['instagram', 'Taste a pot:', 'Taste a pot. Link in bio.'],
    ['instagram', 'Taste a pot!', 'Taste a pot! Link in bio.'],
    ['push', 'Taste a pot:', 'PEARL10. Taste a pot'],
    ['web-banner', 'Taste a pot:', 'Taste a pot'],
  ])('on %s “%s” gives “%s”', (id, text, expected) => {
    expect(called(id, text)).toContain(expected);
    expect(called(id, text)).not.toMatch(/[!?.:]:|:$|:\n/u);
  });
  it('and ends as a sentence where a line of the guide follows', () => {
    const guide: Partial<Guide> = { disclosures: [{ id: 'tea', text: { en: ['Contains tea.'] } }] };
    expect(partsOf(said('push', { guide }))['body']).toContain('Taste a pot. Contains tea.');
    expect(partsOf(said('sms', { guide }))['text']).toContain(`${URL} Contains tea.`);
  });
});

it('a headline that goes on behind the title has its first sentence there alone', () => {
  const headline = 'Jasmine pearls are rolled by hand. They open slowly, and so may you.';
  const { header, text } = partsOf(said('whatsapp', { message: { headline } }));
  expect(header).toBe('Jasmine pearls are rolled by hand.');
  expect(text).toMatch(/^They open slowly, and so may you\.\n\n/u);
});

describe('where nothing of the message has room', () => {
  const headline = 'Jasmine pearls are rolled by hand, one by one and leaf by leaf, all spring long';
  const body = 'Each pearl opens slowly in the cup and tells of the garden that it has grown up in.';
  it.each([
    ['push', 'title'],
    ['web-banner', 'headline'],
  ])('the %s has the name of the brand as its %s', (id, field) =>
    expect(partsOf(said(id, { message: { headline, body } }))[field]).toBe('Harbour Tea'),
  );
});

describe('what the guide asks for', () => {
  it('hashtags in the first comment stand there on channels that have one', () => {
    const guide: Partial<Guide> = { hashtags: { position: 'first-comment' } };
    const has = channelOf('instagram')?.spec.fields.some(({ name }) => name === 'firstComment') === true;
    const parts = partsOf(said('instagram', { guide }));
    expect(parts[has ? 'firstComment' : 'text']).toContain('#JasminePearls #SlowTea');
    expect(partsOf(said('mastodon', { guide }))['text']).toContain('#JasminePearls #SlowTea');
  });
  it('a call before the fold stands behind the hook', () => {
    const guide: Partial<Guide> = { cta: { beforeFold: true } };
    expect(partsOf(said('instagram', { guide }))['text']).toMatch(
      /^Jasmine pearls are rolled by hand( \S+)?\n\nTaste a pot\. Link in bio\.\n\n/u,
    );
  });
  it('two channels of one length class differ in opening or order', () => {
    const guide: Partial<Guide> = { consistency: { differ: true } };
    const masked = (id: string): string =>
      (partsOf(said(id, { guide }))['text'] ?? '').replaceAll(/https:\S+|#\S+/gu, '').trim();
    for (const group of [
      ['threads', 'bluesky', 'mastodon', 'x'],
      ['facebook', 'linkedin', 'telegram'],
    ]) {
      const texts = group.map(masked);
      expect(new Set(texts).size, texts.join('\n\n----\n\n')).toBe(texts.length);
    }
  });
  it('a line that is due by what is said stands where it is said, and only there', () => {
    const guide: Partial<Guide> = {
      disclosures: [{ id: 'bud', when: { anyTerm: ['bud'] }, text: { en: ['Contains buds.'] } }],
    };
    expect(partsOf(said('facebook', { guide }))['text']).toContain('Contains buds.');
    expect(partsOf(said('sms', { guide }))['text']).not.toContain('Contains buds.');
  });
});
