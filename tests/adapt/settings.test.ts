/** How pieces are set beside each other: stops, spaces, titles, the order of closing lines, what opens a text. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../functions/adapt/types.ts';
import type { Message } from '../../functions/core/campaign.ts';
import { channelNamed, mainOf, partOf } from '../support/adapted-parts.ts';

const CTA = { text: 'Keep a seat', url: 'https://books.example/s' };

function said(
  id: string,
  message: Message,
  locale = 'en-GB',
  guide: Guide = neutralGuide,
  facts: readonly Fact[] = [],
  brand: string | null = 'Anagnosis Books',
): Adaptation {
  const channel = channelNamed(id);
  const campaign = { id: 'c', name: 'Reading', ...(brand !== null && { brand }) };
  return adapt({ message: { cta: CTA, ...message }, facts, guide, channel, locale, campaign });
}

describe('what comes side by side does not run together', () => {
  it.each([
    ['en-GB', 'Eleni reads from “The Salt Year”', 'Eleni reads from “The Salt Year”. Come.'],
    ['el-GR', 'Η Ελένη διαβάζει τη «Χρονιά»', 'Η Ελένη διαβάζει τη «Χρονιά». https'],
    ['zh-TW', '埃萊妮朗讀《鹽之年》', '埃萊妮朗讀《鹽之年》。Come.'],
    ['en-GB', 'Everything at minus 20%', 'Everything at minus 20%. Come.'],
    ['en-GB', 'They said “Come!”', 'They said “Come!” Come.'],
  ])('%s: %s', (locale, headline, told) =>
    expect(mainOf(said('sms', { headline, body: 'Come.' }, locale)).replaceAll('"', '”')).toContain(
      told.replaceAll('“', '”'),
    ),
  );

  it('a Chinese full stop has its space in it', () =>
    expect(mainOf(said('facebook', { body: '書店見。11月18日開始。' }, 'zh-TW'))).toContain(
      '書店見。11月18日開始。',
    ));

  it('the line that says how to stop ends before a line of the guide', () => {
    const tax = { id: 'tax', text: { en: ['A tax is paid on arrival.'] }, position: 'end' as const };
    const guide = { ...neutralGuide, disclosures: [tax] };
    const text = mainOf(said('sms', { headline: 'Rooms by the sea', body: 'Come.' }, 'en-GB', guide));
    expect(text).toMatch(/Reply STOP to end\. A tax is paid on arrival\.$/u);
    const sign = partOf(said('in-store-sign', { headline: 'By the sea' }, 'en-GB', guide), 'body');
    expect(sign).toBe('Scan for more.\nA tax is paid on arrival.');
  });

  it('a letter calls before the lines that close it, at its end', () => {
    const guide: Guide = { ...neutralGuide, cta: { position: 'end' } };
    expect(mainOf(said('email', { headline: 'A reading', body: 'Come.' }, 'en-GB', guide))).toMatch(
      /Keep a seat: https:\S+\n\nThis e-mail is from/u,
    );
  });
});

describe('a message of one sentence and no headline', () => {
  const body = 'Three courses at the long table, and the stove is lit.';
  it.each([
    ['pinterest', 'title', 'description'],
    ['tiktok', 'title', 'text'],
    ['youtube', 'title', 'description'],
    ['whatsapp', 'header', 'text'],
    ['push', 'title', 'body'],
  ])('%s tells it under the name of the brand', (id, title, main) => {
    const made = said(id, { body });
    expect(partOf(made, title)).toBe('Anagnosis Books');
    expect(partOf(made, main)).toContain(body);
  });

  it('whatsapp goes without a header where nobody names the brand', () => {
    const made = said('whatsapp', { body }, 'en-GB', neutralGuide, [], null);
    expect(mainOf(made)).toBe(body);
    expect(partOf(made, 'header')).toBe('');
  });

  it('a sign has the name of the brand rather than “See more”', () =>
    expect(partOf(said('in-store-sign', { body }), 'headline')).toBe('Anagnosis Books'));
});

describe('a person’s own telling', () => {
  const lengths = { micro: 'A reading by the stove. Thursday at half past eight.' };
  it('does not say the headline again that stands above it', () =>
    expect(partOf(said('push', { headline: 'A reading by the stove', body: 'Come.', lengths }), 'body')).toBe(
      'Thursday at half past eight. Keep a seat',
    ));
  it('is taken whole where nothing stands above it', () =>
    expect(mainOf(said('sms', { headline: 'A reading by the stove', body: 'Come.', lengths }))).toContain(
      lengths.micro,
    ));
});

it('what leans on a sentence that is told is told behind it where there is room', () => {
  const told: Fact = { id: 'name', kind: 'name', value: 'Salt Year', required: true };
  const body = `The Salt Year was written on an island far out in the bay, in eleven long months of rain and wind and very little company.
It has one ferry a week, and the Salt Year was written on it too.`;
  const made = said('instagram', { headline: 'A reading', body }, 'en-GB', neutralGuide, [told]);
  expect(mainOf(made)).toContain('company. It has one ferry a week');
});

it('a name in a text from right to left is written so where it has such a form', () => {
  const name: Fact = { id: 'name', kind: 'name', value: 'Meltemi', forms: { fa: ['Meltemi', 'ملتمی'] } };
  const headline = 'سپتامبر، وقتی جزیره باز هم مثل هر سال نفس تازه می‌کند';
  const message = { headline, body: 'اتاق‌های ملتمی رو به دریا است.' };
  const made = said('in-store-sign', message, 'fa-IR', neutralGuide, [name]);
  expect(partOf(made, 'headline')).toBe('ملتمی');
});

describe('what opens a text', () => {
  const body = `The museum stays open for one long night in May, with every lamp lit and every door unlocked.
Walk the hall of ships with the divers who raised them, and hear the choir of the old port sing there.
No bags, please.`;
  it('is no sentence that is merely short', () =>
    expect(mainOf(said('pinterest', { headline: 'One night', body }))).toMatch(/^The museum stays open/u));

  it('is the message’s own offer rather than the guide’s frame where it fits there', () => {
    const code: Fact = { id: 'code', kind: 'code', value: 'SEA15', required: true };
    const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '15', reduction: true } };
    const offer = 'Book by the end of August and take 15% off with the code SEA15.';
    const made = said(
      'instagram',
      { headline: 'September', body: `The sea is warm.\n${offer}` },
      'en-GB',
      neutralGuide,
      [code, { ...off, required: true }],
    );
    expect(mainOf(made)).toContain(`September\n\n${offer}`);
  });

  it('nor is it what an inbox shows', () =>
    expect(partOf(said('email', { headline: 'One night', body }), 'preheader')).toMatch(/^The museum/u));

  it('how a price is paid in parts comes behind the price', () => {
    const price = (amount: string, role: 'sale' | 'instalment'): Fact => ({
      id: role,
      kind: 'price',
      value: { amount, currency: 'EUR' },
      role,
    });
    const guide: Guide = { ...neutralGuide, consistency: { differ: true } };
    const message = {
      headline: 'Back to the bar',
      body: 'Nobody will ask where you were. A year is €299.00. Pay in 12 instalments of €24.92.',
    };
    const facts = [price('299.00', 'sale'), price('24.92', 'instalment')];
    const ids = ['instagram', 'x', 'threads', 'bluesky', 'mastodon', 'tiktok', 'pinterest'];
    const texts = ids.map((id) => mainOf(said(id, message, 'en-GB', guide, facts)));
    const both = texts.filter((text) => text.includes('24.92'));
    expect(both.length).toBeGreaterThan(0);
    expect(both.filter((text) => text.startsWith('Pay'))).toEqual([]);
    expect(both.filter((text) => text.indexOf('299.00') > text.indexOf('24.92'))).toEqual([]);
  });
});

it('no text opens with how a price is paid in parts, however short that is', () => {
  const facts: readonly Fact[] = [
    { id: 'year', kind: 'price', value: { amount: '299.00', currency: 'GBP' }, required: true },
    { id: 'part', kind: 'price', value: { amount: '24.92', currency: 'GBP' }, role: 'instalment' },
  ];
  const body =
    'Tidak ada yang akan bertanya kamu ke mana saja selama ini. Setahun cukup £299,00 dari harga biasa, untuk semua kelas dan kolam renang. Bisa dibayar 12 cicilan £24,92 tanpa bunga.';
  const made = said('pinterest', { headline: 'Kembali ke barbel', body }, 'id-ID', neutralGuide, facts);
  expect(mainOf(made)).not.toMatch(/^Bisa dibayar/u);
  expect(mainOf(made)).toContain('299,00');
});

it('an SMS says why its call has no words', () =>
  expect(said('sms', { headline: 'A reading', body: 'Come.' }).leftOut).toContainEqual({
    what: 'call to action',
    why: 'the link stands for it: every character is paid',
  }));
